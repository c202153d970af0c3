# What the stand-in model says. One line a sentence, the same names and variables in every language.

hello = Hello! I'm happy to help you with your job post.
welcome-back = Welcome back!
anything-else = Is there anything else the post should say?
not-ours = I can only help with your job post, so I've left everything as it is.
settled = Thank you, that's everything then.
nothing-yet = There is no post to finish yet.
no-figures = I have no reliable market figures and would rather not guess. It depends on the place, the level and the industry; if you name a range, I'll note it.
changeable = Yes, everything can be changed until you confirm the summary.
who-i-am = I'm an AI assistant, not a person: you tell me about the position, and I write the job post with you.
not-sure = I can't say that for certain, and I'd rather not make anything up.
understood = Understood.
nothing-taken = I could not take anything from that into the post; it helps to say one fact in a short sentence.
started-over = Let's start over.
taken-back = I'll take the last change back.
left-open = No problem, we can leave that open.
as-before = That is already in the post, so everything stays as it is.
which-country = Please tell me which country's currency that is.
just-beginning = Nothing yet: we are just beginning.
nothing-missing = Nothing important is missing.
minimum = the minimum salary
maximum = the maximum salary

new-title = Great! You're looking to hire { $role }.
title-is-now = The title is now { $role }.
crossed = With that the minimum salary ({ $min }) would be higher than the maximum ({ $max }), so I've left it as it was. What should the range be?
removed = I've removed: { $list }.
noted = I've noted: { $list }.
at-least = at least { $amount }
up-to = up to { $amount }
openings = openings: { $amount }
list-end = { $rest } and { $last }
so-far = So far we have: { $list }.
still-open = What would help the post: { $list }.

ask-title = Which position are you hiring for?
ask-level = What level of experience are you looking for?
ask-location = Where will the job be located?
ask-skills = Which skills should candidates bring?
ask-work-type = Will the work be on site, remote or hybrid?
ask-salary = Is there a salary range you would like to state?
ask-responsibilities = What will the main tasks be?
ask-requirements = Which requirements must candidates meet?
ask-benefits = Which benefits do you offer?
ask-department = Which department does the position belong to?
ask-description = How would you describe the position in a few sentences?
ask-terms = What are the terms: full time or part time, which hours, permanent or temporary?

the-title = the position
the-level = the level of experience
the-location = the location
the-skills = the skills
the-work-type = where the work is done
the-salary = the salary
the-responsibilities = the main tasks
the-requirements = the requirements
the-benefits = the benefits
the-department = the department
the-description = the description
the-terms = the terms of employment

level-entry = entry
level-junior = junior
level-mid = mid
level-senior = senior
level-lead = lead
level-principal = principal
level-executive = executive

at-level-entry = entry level
at-level-junior = junior level
at-level-mid = mid level
at-level-senior = senior level
at-level-lead = lead level
at-level-principal = principal level
at-level-executive = executive level

work-onsite = on site
work-remote = remote
work-hybrid = hybrid

per-hour = per hour
per-day = per day
per-week = per week
per-month = per month
per-year = per year

ai-interview = AI interview
no-ai-interview = no AI interview
featured = featured listing
not-featured = no featured listing

ask-title-otherwise = What will the person do, in a few words?
suggest = Tasks that are typical of such a position, for a yes or a no: { $list }. Shall I add these?
ask-bound = Is { $amount } the minimum, the maximum, or exactly the salary?
