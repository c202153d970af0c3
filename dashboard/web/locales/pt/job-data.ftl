# Os campos de um anúncio e os seus valores. As mesmas palavras que nas respostas do agente.

field-title = Cargo
field-department = Departamento
field-experience-level = Nível
field-location = Local
field-work-type = Modalidade de trabalho
field-salary = Salário
field-skills = Conhecimentos
field-description = Descrição
field-requirements = Requisitos
field-responsibilities = Responsabilidades
field-benefits = Benefícios
field-employment-types = Tipo de emprego
field-contract-length = Contrato
field-working-hours = Horário de trabalho
field-start-date = Data de início
field-openings = Vagas
field-apply-by = Prazo de candidatura
field-how-to-apply = Como se candidatar
field-contact = Contacto
field-qualifications = Qualificações
field-languages = Idiomas
field-additional-pay = Remuneração adicional
field-travel = Viagens
field-relocation = Visto e mudança
field-notes = Notas
field-enable-ai-interview = Entrevista com IA
field-is-featured = Anúncio em destaque

level-entry = sem experiência
level-junior = júnior
level-mid = pleno
level-senior = senior
level-lead = líder
level-principal = principal
level-executive = direção

work-type-onsite = presencial
work-type-remote = remoto
work-type-hybrid = híbrido

employment-full-time = tempo integral
employment-part-time = tempo parcial
employment-contract = prestação de serviços
employment-temporary = temporário
employment-intern = estágio
employment-apprenticeship = aprendizagem
employment-volunteer = voluntariado
employment-per-diem = por diária

period-hour = por hora
period-day = por dia
period-week = por semana
period-month = por mês
period-year = por ano

finding-pay-not-stated = No local da vaga é obrigatório indicar a faixa salarial.
finding-gendered-wording = A redação refere-se a um só sexo.
finding-gender-coded-wording = A redação dirige-se mais a um sexo.
finding-age-coded-wording = A redação dirige-se a uma idade.
finding-language-by-birth = O anúncio pede uma língua de nascença, e não o seu domínio.
finding-equal-opportunity-not-stated = Falta uma declaração de igualdade de oportunidades.
finding-country-not-stated = Falta indicar o país.
