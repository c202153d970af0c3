# Os anúncios de emprego, e um deles.

job-posts-none = Ainda não há anúncios
job-posts-none-text = Uma conversa terminada torna-se um anúncio de emprego.
job-post-revision = Revisão
job-post-revision-of = Revisão { $revision }
job-post-revisions = Revisões
job-post-published = Publicado
job-post-delivery = Entrega
job-post-delivered-at = Chegou
job-post-not-delivered = sem destino
job-post-external = Identificador lá
job-post-conversation = Abrir a conversa
job-post-compliance = Regras de redação e salário
job-post-files = Descarregar
job-post-delete-title = Eliminar este anúncio?
job-post-delete-text = O anúncio e o que dele foi enviado perdem-se para sempre. As cópias nos seus sistemas ficam; o webhook job_post.deleted avisa-os.
publication-error-refused = O seu sistema recusou-o.
publication-error-unexpected-answer = O seu sistema não respondeu nem sim nem não.
publication-error-unavailable = O seu sistema não está disponível de momento. Tenta-se de novo.
publication-error-no-answer = O seu sistema não respondeu.
publication-error-not-sent = Não pôde ser enviado por um erro nosso.
publication-error-target-removed = O destino de publicação foi removido antes da chegada.
problem-being-sent = Há uma tentativa em curso. Espere pelo fim e envie de novo.
problem-target-removed = Já não há destino de publicação.
