# What the stand-in model says. Terceira pessoa, sem «tu» nem «você»; português de Portugal e do Brasil.

hello = Olá! É com gosto que ajudo com o seu anúncio de emprego.
welcome-back = Olá de novo!
anything-else = O anúncio deve dizer mais alguma coisa?
not-ours = Só posso ajudar com o seu anúncio, por isso deixei tudo como está.
settled = Muito obrigado, então está tudo.
nothing-yet = Ainda não há nenhum anúncio para concluir.
no-figures = Não tenho números fiáveis do mercado e prefiro não adivinhar. Depende do local, do nível e do setor; se indicar uma faixa salarial, fica anotada.
changeable = Sim, tudo pode ser alterado até confirmar o resumo.
who-i-am = Sou um assistente de IA, não uma pessoa: conte-me sobre a vaga e escrevemos juntos o anúncio.
not-sure = Não posso garantir isso, e prefiro não inventar nada.
understood = Entendido.
nothing-taken = Não consegui passar nada disso para o anúncio; o melhor é um dado numa frase curta.
started-over = Vamos recomeçar do início.
taken-back = Desfaço a última alteração.
left-open = Sem problema, podemos deixar isso em aberto.
as-before = Isso já está no anúncio, por isso tudo fica como está.
which-country = Diga, por favor, de que país é essa moeda.
just-beginning = Ainda nada: estamos apenas no início.
nothing-missing = Não falta nada de importante.
minimum = o salário mínimo
maximum = o salário máximo

new-title = Muito bem! Pretende preencher a vaga «{ $role }».
title-is-now = O cargo chama-se agora «{ $role }».
crossed = Assim o salário mínimo ({ $min }) ficaria acima do máximo ({ $max }), por isso não alterei nada. Que faixa salarial deve constar?
removed = Retirei: { $list }.
noted = Anotei: { $list }.
at-least = no mínimo { $amount }
up-to = até { $amount }
openings = vagas: { $amount }
list-end = { $rest } e { $last }
so-far = Até agora temos: { $list }.
still-open = O que ainda ajudaria o anúncio: { $list }.

ask-title = Que vaga pretende preencher?
ask-level = Que nível de experiência procura?
ask-location = Onde fica o local de trabalho?
ask-skills = Que conhecimentos são necessários?
ask-work-type = O trabalho é presencial, remoto ou híbrido?
ask-salary = Quer indicar uma faixa salarial?
ask-responsibilities = Quais serão as tarefas principais?
ask-requirements = Que requisitos é preciso cumprir?
ask-benefits = Que benefícios oferece?
ask-department = A que departamento pertence a vaga?
ask-description = Como descreveria a vaga em poucas frases?
ask-terms = Quais são as condições: tempo integral ou parcial, que horário, contrato permanente ou temporário?

the-title = o cargo
the-level = o nível de experiência
the-location = o local
the-skills = os conhecimentos
the-work-type = a modalidade de trabalho
the-salary = o salário
the-responsibilities = as tarefas principais
the-requirements = os requisitos
the-benefits = os benefícios
the-department = o departamento
the-description = a descrição
the-terms = as condições de trabalho

level-entry = sem experiência
level-junior = júnior
level-mid = pleno
level-senior = senior
level-lead = líder
level-principal = principal
level-executive = direção

at-level-entry = sem experiência
at-level-junior = nível júnior
at-level-mid = nível pleno
at-level-senior = nível senior
at-level-lead = nível de liderança
at-level-principal = nível principal
at-level-executive = nível de direção

work-onsite = presencial
work-remote = remoto
work-hybrid = híbrido

per-hour = por hora
per-day = por dia
per-week = por semana
per-month = por mês
per-year = por ano

ai-interview = entrevista com IA
no-ai-interview = sem entrevista com IA
featured = anúncio em destaque
not-featured = anúncio sem destaque

ask-title-otherwise = Em poucas palavras, o que vai fazer a pessoa?
suggest = Tarefas típicas de uma vaga assim, para um sim ou um não: { $list }. Devo adicioná-las?
ask-bound = { $amount } é o mínimo, o máximo ou exatamente o salário?
