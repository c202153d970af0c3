# What the stand-in model says. On vouvoie.

hello = Bonjour ! Je vous aide volontiers à rédiger votre annonce.
welcome-back = Heureux de vous retrouver !
anything-else = L'annonce doit-elle dire autre chose ?
not-ours = Je ne peux vous aider que pour votre annonce ; j'ai donc tout laissé tel quel.
settled = Merci, tout y est donc.
nothing-yet = Il n'y a pas encore d'annonce à terminer.
no-figures = Je n'ai pas de chiffres fiables sur le marché et je préfère ne pas deviner. Cela dépend du lieu, du niveau et du secteur ; si vous donnez une fourchette, je la note.
changeable = Oui, tout peut être modifié tant que vous n'avez pas confirmé le résumé.
who-i-am = Je suis un assistant d'IA, pas une personne : vous me parlez du poste, et nous rédigeons l'annonce ensemble.
not-sure = Je ne peux pas l'affirmer avec certitude, et je préfère ne rien inventer.
understood = C'est compris.
nothing-taken = Je n'ai rien pu en reprendre dans l'annonce ; le mieux est une information par phrase courte.
started-over = Reprenons depuis le début.
taken-back = J'annule la dernière modification.
left-open = Pas de problème, nous pouvons laisser ce point ouvert.
as-before = C'est déjà dans l'annonce, tout reste donc tel quel.
which-country = Dites-moi, s'il vous plaît, de quel pays est cette monnaie.
just-beginning = Rien encore : nous ne faisons que commencer.
nothing-missing = Il ne manque plus rien d'important.
minimum = le salaire minimum
maximum = le salaire maximum

new-title = Très bien ! Vous recrutez pour le poste « { $role } ».
title-is-now = L'intitulé est désormais « { $role } ».
crossed = Le salaire minimum ({ $min }) dépasserait alors le maximum ({ $max }), je n'ai donc rien changé. Quelle fourchette faut-il retenir ?
removed = J'ai supprimé : { $list }.
noted = J'ai noté : { $list }.
at-least = au moins { $amount }
up-to = jusqu'à { $amount }
openings = postes à pourvoir : { $amount }
list-end = { $rest } et { $last }
so-far = Pour le moment, nous avons : { $list }.
still-open = Ce qui aiderait encore l'annonce : { $list }.

ask-title = Quel poste souhaitez-vous pourvoir ?
ask-level = Quel niveau d'expérience recherchez-vous ?
ask-location = Où se trouve le poste ?
ask-skills = Quelles compétences faut-il apporter ?
ask-work-type = Le travail se fait-il sur site, à distance ou en hybride ?
ask-salary = Souhaitez-vous indiquer une fourchette de salaire ?
ask-responsibilities = Quelles seront les missions principales ?
ask-requirements = Quelles exigences faut-il remplir ?
ask-benefits = Quels avantages proposez-vous ?
ask-department = À quel service le poste est-il rattaché ?
ask-description = Comment décririez-vous le poste en quelques phrases ?
ask-terms = Quelles sont les conditions : temps plein ou partiel, quels horaires, CDI ou CDD ?

the-title = le poste
the-level = le niveau d'expérience
the-location = le lieu
the-skills = les compétences
the-work-type = le mode de travail
the-salary = le salaire
the-responsibilities = les missions principales
the-requirements = les exigences
the-benefits = les avantages
the-department = le service
the-description = la description
the-terms = les conditions d'emploi

level-entry = débutant
level-junior = junior
level-mid = confirmé
level-senior = senior
level-lead = responsable
level-principal = principal
level-executive = direction

at-level-entry = niveau débutant
at-level-junior = niveau junior
at-level-mid = niveau confirmé
at-level-senior = niveau senior
at-level-lead = niveau responsable
at-level-principal = niveau principal
at-level-executive = niveau direction

work-onsite = sur site
work-remote = télétravail
work-hybrid = hybride

per-hour = par heure
per-day = par jour
per-week = par semaine
per-month = par mois
per-year = par an

ai-interview = entretien par IA
no-ai-interview = pas d'entretien par IA
featured = annonce mise en avant
not-featured = annonce non mise en avant

ask-title-otherwise = En quelques mots, que fera la personne ?
suggest = Des tâches typiques d'un tel poste, à confirmer par oui ou non : { $list }. Dois-je les ajouter ?
ask-bound = { $amount } est-il le minimum, le maximum ou exactement le salaire ?
