# What the deterministic code says in place of the LLM. Terceira pessoa, sem «tu» nem «você»; português de Portugal e do Brasil.

untitled = Vaga em aberto
yes = sim
from = a partir de { $amount }
up-to = até { $amount }
labelled = { $label }: { $value }
publish-question = Posso publicar o anúncio assim? Diga «publicar» ou indique o que deve ser alterado.
summary-lead = Este é o seu anúncio até agora:
finished = Muito obrigado! O seu anúncio está concluído. Se for preciso alterar algo, basta dizer.
already-finished = Este anúncio já está concluído. Se for preciso alterar algo, basta dizer.
not-ready = Antes de concluir o anúncio, preciso de mais alguma informação: { $wanted }. O que me pode dizer?
blocked = Antes de o anúncio poder sair, é preciso corrigir isto: { $findings }
welcome = Olá! Vou ajudar a escrever um anúncio de emprego. Que vaga pretende preencher e o que é mais importante?
welcome-company = Olá! Vou ajudar a escrever um anúncio de emprego para { $company }. Que vaga pretende preencher e o que é mais importante?
greeting-first = Olá! Que vaga pretende preencher?
greeting-back = Olá de novo! Ainda falta: { $wanted }. O que me pode dizer?
greeting-back-title = Olá de novo! O anúncio «{ $title }» está em preparação. Ainda falta: { $wanted }. O que me pode dizer?
greeting-done = Olá de novo! O seu anúncio está concluído. Se for preciso alterar algo, basta dizer.
nothing-missing = nada
noted = Anotado: { $fields }.
ask-next = O que me pode dizer agora sobre este ponto: { $field }?
nothing-understood = Estou aqui para ajudar com o seu anúncio de emprego.
orders-refused = Só posso trabalhar no anúncio, com o que me disser sobre a vaga.
started-over = Muito bem, vamos começar com um anúncio vazio. Que vaga pretende preencher?
nothing-to-take-back = Não há nenhuma alteração que eu possa desfazer. Diga, por favor, o que deve constar em vez disso.
taken-back = Desfiz a última alteração: { $fields }.
pay-out-of-order = Assim o salário mínimo ({ $min }) ficaria acima do máximo ({ $max }), por isso deixei a faixa salarial como estava. Que faixa salarial deve constar?
two-values = Entendi valores diferentes para { $field } ({ $values }) e não alterei nada. Qual é o correto?
interpreted = { $value } (de «{ $quote }»)
not-taken = Não incluí «{ $quote }» ({ $field }), porque não tenho certeza do que significa. Pode dizê-lo por outras palavras?
not-taken-pay = Não incluí «{ $quote }», porque não consigo ler aí nenhum valor. Qual é o salário em algarismos, por exemplo «18,50 por hora»?

digit-group = { "." }
decimal-point = { "," }

field-title = Cargo
field-department = Departamento
field-experienceLevel = Nível
field-location = Local
field-workType = Modalidade de trabalho
field-salaryMin = Salário
field-salaryMax = Salário
field-salaryPeriod = Período do salário
field-currency = Moeda
field-skills = Conhecimentos
field-description = Descrição
field-requirements = Requisitos
field-responsibilities = Responsabilidades
field-benefits = Benefícios
field-enableAiInterview = Entrevista com IA
field-isFeatured = Anúncio em destaque

level-entry = sem experiência
level-junior = júnior
level-mid = pleno
level-senior = senior
level-lead = líder
level-principal = principal
level-executive = direção

work-onsite = presencial
work-remote = remoto
work-hybrid = híbrido

per-hour = por hora
per-day = por dia
per-week = por semana
per-month = por mês
per-year = por ano

finding-pay_not_stated = No local da vaga é obrigatório indicar a faixa salarial.
finding-gendered_wording = A redação refere-se a um só sexo.
finding-gender_coded_wording = A redação dirige-se mais a um sexo.
finding-age_coded_wording = A redação dirige-se a uma idade.
finding-language_by_birth = O anúncio pede uma língua de nascença, e não o seu domínio.
finding-equal_opportunity_not_stated = Falta uma declaração de igualdade de oportunidades.
finding-country_not_stated = Falta indicar o país.
