# Les champs d’une offre et leurs valeurs. Les mêmes mots que dans les réponses de l’agent.

field-title = Intitulé
field-department = Service
field-experience-level = Niveau
field-location = Lieu
field-work-type = Mode de travail
field-salary = Salaire
field-skills = Compétences
field-description = Description
field-requirements = Exigences
field-responsibilities = Missions
field-benefits = Avantages
field-employment-types = Type d'emploi
field-contract-length = Contrat
field-working-hours = Horaires
field-start-date = Prise de poste
field-openings = Postes à pourvoir
field-apply-by = Date limite de candidature
field-how-to-apply = Pour postuler
field-contact = Contact
field-qualifications = Qualifications
field-languages = Langues
field-additional-pay = Rémunération complémentaire
field-travel = Déplacements
field-relocation = Visa et mobilité
field-notes = Notes
field-enable-ai-interview = Entretien par IA
field-is-featured = Annonce mise en avant

level-entry = débutant
level-junior = junior
level-mid = confirmé
level-senior = senior
level-lead = responsable
level-principal = principal
level-executive = direction

work-type-onsite = sur site
work-type-remote = télétravail
work-type-hybrid = hybride

employment-full-time = temps plein
employment-part-time = temps partiel
employment-contract = indépendant
employment-temporary = temporaire
employment-intern = stage
employment-apprenticeship = apprentissage
employment-volunteer = bénévolat
employment-per-diem = à la vacation

period-hour = par heure
period-day = par jour
period-week = par semaine
period-month = par mois
period-year = par an

finding-pay-not-stated = La fourchette de salaire doit être indiquée là où se trouve le poste.
finding-gendered-wording = La formulation ne vise qu'un sexe.
finding-gender-coded-wording = La formulation s'adresse plutôt à un sexe.
finding-age-coded-wording = La formulation s'adresse à un âge.
finding-language-by-birth = L'annonce demande une langue de naissance au lieu de sa maîtrise.
finding-equal-opportunity-not-stated = Il manque une mention d'égalité des chances.
finding-country-not-stated = Le pays manque.
