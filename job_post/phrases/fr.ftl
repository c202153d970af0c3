# What the deterministic code says in place of the LLM. On vouvoie. A no-break space precedes « : », « ? » and « ! ».

untitled = Poste à pourvoir
yes = oui
from = à partir de { $amount }
up-to = jusqu'à { $amount }
labelled = { $label } : { $value }
publish-question = Dois-je publier l'annonce ainsi ? Dites « publier » ou indiquez-moi ce qu'il faut modifier.
summary-lead = Voici votre annonce pour le moment :
finished = Merci ! Votre annonce est terminée. Si quelque chose doit changer, dites-le-moi simplement.
already-finished = Cette annonce est déjà terminée. Si quelque chose doit changer, dites-le-moi simplement.
not-ready = Avant de terminer l'annonce, il me manque encore : { $wanted }. Que pouvez-vous m'en dire ?
blocked = Avant que l'annonce puisse paraître, il reste à corriger : { $findings }
welcome = Bonjour ! Je vous aide à rédiger une annonce. Quel poste souhaitez-vous pourvoir, et qu'est-ce qui compte le plus ?
welcome-company = Bonjour ! Je vous aide à rédiger une annonce pour { $company }. Quel poste souhaitez-vous pourvoir, et qu'est-ce qui compte le plus ?
greeting-first = Bonjour ! Quel poste souhaitez-vous pourvoir ?
greeting-back = Heureux de vous retrouver ! Il manque encore : { $wanted }. Que pouvez-vous m'en dire ?
greeting-back-title = Heureux de vous retrouver ! Nous travaillons sur « { $title } ». Il manque encore : { $wanted }. Que pouvez-vous m'en dire ?
greeting-done = Heureux de vous retrouver ! Votre annonce est terminée. Si quelque chose doit changer, dites-le-moi simplement.
nothing-missing = rien
noted = C'est noté : { $fields }.
ask-next = Que pouvez-vous me dire ensuite sur ce point : { $field } ?
nothing-understood = Je suis là pour vous aider à rédiger votre annonce.
orders-refused = Je ne peux travailler que sur l'annonce, à partir de ce que vous me dites du poste.
started-over = Très bien, nous repartons d'une annonce vide. Quel poste souhaitez-vous pourvoir ?
nothing-to-take-back = Il n'y a aucune modification que je puisse annuler. Dites-moi ce qui doit figurer à la place.
taken-back = J'ai annulé la dernière modification : { $fields }.
pay-out-of-order = Le salaire minimum ({ $min }) dépasserait alors le maximum ({ $max }) ; j'ai donc laissé la fourchette telle quelle. Quelle fourchette faut-il retenir ?
two-values = J'ai compris plusieurs indications pour { $field } ({ $values }) et je n'ai rien changé. Laquelle est la bonne ?
interpreted = { $value } (d’après « { $quote } »)
not-taken = Je n’ai pas repris « { $quote } » ({ $field }), car je ne suis pas sûr du sens. Pouvez-vous le dire autrement ?
not-taken-pay = Je n’ai pas repris « { $quote } », car je n’y lis pas de montant. Quel est le salaire en chiffres, par exemple « 18,50 de l’heure » ?

digit-group = { "\u202F" }
decimal-point = { "," }

field-title = Intitulé
field-department = Service
field-experienceLevel = Niveau
field-location = Lieu
field-workType = Mode de travail
field-salaryMin = Salaire
field-salaryMax = Salaire
field-salaryPeriod = Période de salaire
field-currency = Devise
field-skills = Compétences
field-description = Description
field-requirements = Exigences
field-responsibilities = Missions
field-benefits = Avantages
field-enableAiInterview = Entretien par IA
field-isFeatured = Annonce mise en avant

level-entry = débutant
level-junior = junior
level-mid = confirmé
level-senior = senior
level-lead = responsable
level-principal = principal
level-executive = direction

work-onsite = sur site
work-remote = télétravail
work-hybrid = hybride

per-hour = par heure
per-day = par jour
per-week = par semaine
per-month = par mois
per-year = par an

finding-pay_not_stated = La fourchette de salaire doit être indiquée là où se trouve le poste.
finding-gendered_wording = La formulation ne vise qu'un sexe.
finding-gender_coded_wording = La formulation s'adresse plutôt à un sexe.
finding-age_coded_wording = La formulation s'adresse à un âge.
finding-language_by_birth = L'annonce demande une langue de naissance au lieu de sa maîtrise.
finding-equal_opportunity_not_stated = Il manque une mention d'égalité des chances.
finding-country_not_stated = Le pays manque.
