# O destino de publicação e o que lhe foi enviado.

target-lead = Cada anúncio é enviado para aqui logo que é publicado.
target-none = Sem destino de publicação
target-none-text = Os anúncios podem ser publicados na mesma. Com um destino chegam sozinhos ao seu sistema.
target-set = Definir o destino
target-format = Formato
target-format-signed-json = JSON assinado
target-format-ai-create = ai-create
target-url-help-signed-json = O endereço https completo que recebe os anúncios.
target-url-help-ai-create = O endereço base; acrescenta-se /jobposts/ai-create.
target-token = Token bearer
target-token-set = guardado
target-token-none = nenhum
target-token-keep = Deixe vazio para manter o guardado.
target-new-secret = Criar um novo segredo para as assinaturas
target-changed = Alterado
target-interview-languages = Línguas da entrevista
target-interview-duration = Duração da entrevista
target-expires-after = Expira após, em dias
target-ai-prompt = Prompt da entrevista
target-ai-instructions = Instruções para a entrevista
target-remove = Remover
target-remove-title = Remover o destino de publicação?
target-remove-text = O que está a caminho deixa de ser enviado. Os novos anúncios publicam-se, mas não vão para lado nenhum.
publications = Anúncios enviados
publications-none = Ainda nada foi enviado.
publication-error = Motivo
