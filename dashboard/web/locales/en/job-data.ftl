# The fields of a job post and their values. The same words as in what the agent says.

field-title = Title
field-department = Department
field-experience-level = Level
field-location = Location
field-work-type = Work type
field-salary = Salary
field-skills = Skills
field-description = Description
field-requirements = Requirements
field-responsibilities = Responsibilities
field-benefits = Benefits
field-employment-types = Employment type
field-contract-length = Contract
field-working-hours = Working hours
field-start-date = Start date
field-openings = Openings
field-apply-by = Apply by
field-how-to-apply = How to apply
field-contact = Contact
field-qualifications = Qualifications
field-languages = Languages
field-additional-pay = Additional pay
field-travel = Travel
field-relocation = Visa and relocation
field-notes = Notes
field-enable-ai-interview = AI interview
field-is-featured = Featured listing

level-entry = entry
level-junior = junior
level-mid = mid
level-senior = senior
level-lead = lead
level-principal = principal
level-executive = executive

work-type-onsite = on-site
work-type-remote = remote
work-type-hybrid = hybrid

employment-full-time = full-time
employment-part-time = part-time
employment-contract = contractor
employment-temporary = temporary
employment-intern = internship
employment-apprenticeship = apprenticeship
employment-volunteer = volunteer
employment-per-diem = per diem

period-hour = per hour
period-day = per day
period-week = per week
period-month = per month
period-year = per year

finding-pay-not-stated = The pay range has to be stated where the job is.
finding-gendered-wording = The wording means one gender.
finding-gender-coded-wording = The wording speaks to one gender.
finding-age-coded-wording = The wording speaks to one age.
finding-language-by-birth = The post asks for a language by birth, not by skill.
finding-equal-opportunity-not-stated = A statement of equal opportunity is missing.
finding-country-not-stated = The country is missing.
