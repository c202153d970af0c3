//! Whether a job post can be published, and the step of a conversation.

use serde::{Deserialize, Serialize};

use crate::language::words::{self, among, plain_words, words};
use crate::policy::holds;
use crate::{Basis, Content, Draft, Field, Policy};

/// The step of a conversation, a pure function of its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    GettingBasicInfo,
    CollectingDetails,
    Finalizing,
    Complete,
}

impl Step {
    /// The wire name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::GettingBasicInfo => "getting_basic_info",
            Self::CollectingDetails => "collecting_details",
            Self::Finalizing => "finalizing",
            Self::Complete => "complete",
        }
    }
}

/// Can the post be published? It needs a title, one more field that informs a candidate, and what the policy requires.
///
/// Only established values count. The level, years of experience, and skills that are words of the title do not count as
/// the second field.
pub fn is_ready(draft: &Draft, policy: &Policy) -> bool {
    is_enough(draft) && policy.unmet(draft).is_empty() && policy.blockers(&draft.publishable()).is_empty()
}

/// Does the draft have what every post needs?
pub(crate) fn is_enough(draft: &Draft) -> bool {
    let content = stated_content(draft);
    content.title.is_some() && tells_more(&content)
}

/// The content of the post without the organization's standing benefits, which no message states. An earlier post, with its
/// title, counts.
pub(crate) fn stated_content(draft: &Draft) -> Content {
    let mut stated = draft.clone();
    if !draft.leaves(Field::Title).any(|leaf| leaf.evidence.basis == Basis::Copied) {
        stated.retain(Field::Benefits, |_, evidence| evidence.basis != Basis::Copied);
    }
    stated.publishable()
}

fn tells_more(content: &Content) -> bool {
    let title = content.title.as_deref().unwrap_or_default();
    content.description.is_some()
        || content.location.is_some()
        || content.work_type.is_some()
        || content.department.is_some()
        || content.salary.min.is_some()
        || content.salary.max.is_some()
        || !content.responsibilities.is_empty()
        || !content.benefits.is_empty()
        || TERMS.into_iter().any(|field| has(content, field))
        || content.skills.iter().any(|skill| !is_of_title(skill, title))
        || content.requirements.iter().any(|requirement| !is_only_years(requirement, title))
}

/// The terms of employment that inform a candidate. The rest is about the application.
const TERMS: [Field; 8] = [
    Field::EmploymentTypes,
    Field::ContractLength,
    Field::WorkingHours,
    Field::StartDate,
    Field::Qualifications,
    Field::Languages,
    Field::AdditionalPay,
    Field::Travel,
];

fn has(content: &Content, field: Field) -> bool {
    content.text(field).is_some_and(Option::is_some)
        || content.list(field).is_some_and(|items| !items.is_empty())
}

fn is_of_title(skill: &str, title: &str) -> bool {
    let title = words(title);
    plain_words(skill).iter().all(|word| words::position(word, &title).is_some())
}

/// "5+ years of experience", "mindestens acht Jahre Berufserfahrung", "senior level": only years and level.
fn is_only_years(requirement: &str, title: &str) -> bool {
    const YEARS: &str = "years year yrs yr experience of at least minimum min max plus or more over professional relevant work working \
        level senior junior mid entry lead principal proven the a in with as and role similar position required must have need \
        jahre jahren jahr berufserfahrung erfahrung mindestens mehr als oder einschlägige relevante ans an année années d'expérience expérience au moins de plus dans avec professionnelle requise exigée \
        años año de experiencia al menos más mínimo con en requerida سنوات سنة سنه خبرة خبره على علي الاقل الأقل لا تقل عن أكثر اكثر من";
    let numbers = crate::money::numbers_in(requirement);
    let title = words(title);
    words(requirement).iter().all(|word| {
        among(&word.plain, YEARS)
            || numbers
                .iter()
                .any(|number| number.span.start < word.span.end && word.span.start < number.span.end)
            || words::position(&word.plain, &title).is_some()
    })
}

/// The fields to ask for, most important first: the title, the fields that the policy requires, the rest. A field with
/// only an assumption is missing.
pub fn missing(draft: &Draft, policy: &Policy) -> Vec<Field> {
    const WORTH_ASKING: [Field; 13] = [
        Field::ExperienceLevel,
        Field::Skills,
        Field::Location,
        Field::WorkType,
        Field::SalaryMin,
        Field::Responsibilities,
        Field::Requirements,
        Field::Benefits,
        Field::EmploymentTypes,
        Field::WorkingHours,
        Field::StartDate,
        Field::Department,
        Field::Description,
    ];
    let rest = WORTH_ASKING.into_iter().filter(|field| !policy.required.contains(field));
    let all = std::iter::once(Field::Title).chain(policy.required.iter().copied()).chain(rest);
    all.filter(|field| !holds(draft, *field)).collect()
}

/// What a candidate will ask about a post that can be published but says little; empty if it says enough.
pub(crate) fn unanswered(draft: &Draft) -> Vec<Field> {
    let has = |fields: &[Field]| fields.iter().any(|field| holds(draft, *field));
    let pay = has(&[Field::SalaryMin, Field::SalaryMax]);
    let tasks = has(&[Field::Responsibilities, Field::Description]);
    let profile = has(&[Field::Requirements, Field::Skills, Field::Qualifications]);
    if pay || tasks || profile {
        return Vec::new();
    }
    let hours = has(&[Field::EmploymentTypes, Field::WorkingHours]);
    let asked = [Field::SalaryMin, Field::Responsibilities, Field::Requirements];
    asked.into_iter().chain((!hours).then_some(Field::WorkingHours)).collect()
}

/// The step: without a title, with missing details, ready to be confirmed, complete.
pub fn step(draft: &Draft, complete: bool, policy: &Policy) -> Step {
    if complete {
        Step::Complete
    } else if !draft.is_established(Field::Title) {
        Step::GettingBasicInfo
    } else if is_ready(draft, policy) {
        Step::Finalizing
    } else {
        Step::CollectingDetails
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Basis, Change, Evidence, Op};

    fn draft(fields: &[(Field, &str)], basis: Basis) -> Draft {
        let changes: Vec<Change> = fields
            .iter()
            .map(|(field, value)| Change {
                op: Op::Set,
                field: *field,
                value: (*value).to_owned(),
                evidence: Evidence { basis, ..Evidence::edited() },
            })
            .collect();
        Draft::fold(&changes)
    }

    #[test]
    fn a_title_and_one_more() {
        use Field::{
            Benefits, Department, ExperienceLevel, IsFeatured, Location, Requirements, SalaryMax, Skills,
            Title, WorkType,
        };
        let title = (Title, ".Net Developer Full Stack");
        let table: [(&[(Field, &str)], bool); 19] = [
            (&[title], false),
            (&[title, (Skills, ".net")], false),
            (
                &[
                    title,
                    (Skills, ".net"),
                    (ExperienceLevel, "senior"),
                    (Requirements, "5+ years experience"),
                ],
                false,
            ),
            (&[title, (Requirements, "senior level with 5+ years experience")], false),
            (&[title, (Requirements, "at least six years of experience")], false),
            (&[title, (Requirements, "Mindestens acht Jahre Berufserfahrung")], false),
            (&[title, (Requirements, "au moins cinq ans d'expérience")], false),
            (&[title, (Requirements, "al menos 3 años de experiencia")], false),
            (&[title, (Requirements, "خبرة ٥ سنوات على الأقل")], false),
            (&[title, (IsFeatured, "true")], false),
            (&[title, (Skills, ".net\nAzure")], true),
            (&[title, (Requirements, "5+ years experience with Azure")], true),
            (&[title, (Location, "Berlin")], true),
            (&[title, (WorkType, "remote")], true),
            (&[title, (SalaryMax, "5000")], true),
            (&[title, (Department, "IT"), (Benefits, "Pension")], true),
            (&[title, (Field::WorkingHours, "40 hours a week")], true),
            (&[title, (Field::Notes, "urgent")], false),
            (&[(Location, "Berlin"), (SalaryMax, "5000")], false),
        ];
        let none = Policy::default();
        for (fields, ready) in table {
            assert_eq!(is_ready(&draft(fields, Basis::Stated), &none), ready, "{fields:?}");
            assert_eq!(is_ready(&draft(fields, Basis::Confirmed), &none), ready, "{fields:?}");
            assert!(!is_ready(&draft(fields, Basis::Assumed), &none), "{fields:?}");
        }
    }

    #[test]
    fn steps() {
        let none = Policy::default();
        assert_eq!(step(&Draft::default(), false, &none), Step::GettingBasicInfo);
        assert_eq!(
            step(&draft(&[(Field::Title, "Cook")], Basis::Stated), false, &none),
            Step::CollectingDetails
        );
        let ready = draft(&[(Field::Title, "Cook"), (Field::Location, "Bath")], Basis::Stated);
        assert_eq!(step(&ready, false, &none), Step::Finalizing);
        assert_eq!(step(&ready, true, &none), Step::Complete);
        assert_eq!(missing(&Draft::default(), &none)[0], Field::Title);
        assert!(!missing(&ready, &none).contains(&Field::Location));
    }

    #[test]
    fn an_organization_may_demand_more() {
        let on = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let cook = [(Field::Title, "Cook"), (Field::Location, "Denver, CO, USA")];
        let demanding = Policy { required: vec![Field::SalaryMin, Field::Benefits], on, ..Policy::default() };
        let mut post = draft(&cook, Basis::Stated);
        assert_eq!(missing(&post, &demanding)[..2], [Field::SalaryMin, Field::Benefits]);
        assert_eq!(step(&post, false, &demanding), Step::CollectingDetails);
        for (field, value) in [(Field::SalaryMax, "60000"), (Field::Benefits, "Pension")] {
            assert!(!is_ready(&post, &demanding));
            let evidence = Evidence::edited();
            post.apply(&Change { op: Op::Set, field, value: value.to_owned(), evidence });
        }
        assert!(is_ready(&post, &demanding));
        // A law of Colorado, which this organization wants to be a blocker.
        let strict = Policy { blocking: vec!["pay_not_stated".to_owned()], on, ..Policy::default() };
        let unpaid = draft(&cook, Basis::Stated);
        assert!(is_ready(&unpaid, &Policy::default()) && !is_ready(&unpaid, &strict));
        assert_eq!(strict.blockers(&unpaid.publishable())[0].code, "pay_not_stated");
    }
}
