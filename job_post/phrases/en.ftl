# What the deterministic code says in place of the LLM. One line a sentence, the same names and variables in every language.

untitled = Open position
yes = yes
from = from { $amount }
up-to = up to { $amount }
labelled = { $label }: { $value }
publish-question = Shall I publish it like this? Say "publish", or tell me what to change.
summary-lead = Here is your job post so far:
finished = Thank you! Your job post is complete. If anything should change, just tell me.
already-finished = This job post is already complete. If anything should change, just tell me.
not-ready = Before the post can be finished I need a little more: { $wanted }. What can you tell me?
blocked = Before the post can go out, this has to be put right: { $findings }
welcome = Hello! I'll help you write a job post. Which role are you hiring for, and what matters most about it?
welcome-company = Hello! I'll help you write a job post for { $company }. Which role are you hiring for, and what matters most about it?
greeting-first = Hello! Which role would you like to hire for?
greeting-back = Welcome back! Still missing: { $wanted }. What can you tell me?
greeting-back-title = Welcome back! We are working on "{ $title }". Still missing: { $wanted }. What can you tell me?
greeting-done = Welcome back! Your job post is complete. If anything should change, just tell me.
nothing-missing = nothing
noted = Noted: { $fields }.
ask-next = What can you tell me about this next: { $field }?
nothing-understood = I am here to help with your job post.
orders-refused = I can only work on the job post itself, from what you tell me about the role.
started-over = All right, we start over with an empty job post. Which role would you like to hire for?
nothing-to-take-back = There is no change that I could take back. Please tell me what it should say instead.
taken-back = I took the last change back: { $fields }.
pay-out-of-order = That would put the minimum salary ({ $min }) above the maximum ({ $max }), so I kept the range as it was. What should the salary range be?
two-values = I understood different values for { $field } ({ $values }) and kept what was there. Which one is right?
interpreted = { $value } (from “{ $quote }”)
not-taken = I did not take over “{ $quote }” ({ $field }), because I am not sure what it means. Can you say it in other words?
not-taken-pay = I did not take over “{ $quote }”, because I cannot read an amount in it. What is the pay in figures, for example "18.50 an hour"?

digit-group = { "," }
decimal-point = { "." }

field-title = Title
field-department = Department
field-experienceLevel = Level
field-location = Location
field-workType = Work type
field-salaryMin = Salary
field-salaryMax = Salary
field-salaryPeriod = Salary period
field-currency = Currency
field-skills = Skills
field-description = Description
field-requirements = Requirements
field-responsibilities = Responsibilities
field-benefits = Benefits
field-enableAiInterview = AI interview
field-isFeatured = Featured listing

level-entry = entry
level-junior = junior
level-mid = mid
level-senior = senior
level-lead = lead
level-principal = principal
level-executive = executive

work-onsite = on-site
work-remote = remote
work-hybrid = hybrid

per-hour = per hour
per-day = per day
per-week = per week
per-month = per month
per-year = per year

finding-pay_not_stated = The pay range has to be stated where the job is.
finding-gendered_wording = The wording means one gender.
finding-gender_coded_wording = The wording speaks to one gender.
finding-age_coded_wording = The wording speaks to one age.
finding-language_by_birth = The post asks for a language by birth, not by skill.
finding-equal_opportunity_not_stated = A statement of equal opportunity is missing.
finding-country_not_stated = The country is missing.
