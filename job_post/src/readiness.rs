//! When a job post can be published, and which step a conversation is in.

use serde::{Deserialize, Serialize};

use crate::words::{self, among, plain_words, words};
use crate::{Content, Draft, Field};

/// Where a conversation stands: a pure function of its state.
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

/// A title and at least one more field that tells a candidate something, each stated, confirmed or typed in. Level and
/// years do not count, nor does a skill that is only a word of the title.
pub fn is_ready(draft: &Draft) -> bool {
    let content = draft.publishable();
    content.title.is_some() && tells_more(&content)
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
        || content.skills.iter().any(|skill| !is_of_title(skill, title))
        || content.requirements.iter().any(|requirement| !is_only_years(requirement, title))
}

fn is_of_title(skill: &str, title: &str) -> bool {
    let title = words(title);
    plain_words(skill).iter().all(|word| words::position(word, &title).is_some())
}

/// "5+ years of experience", "mindestens acht Jahre Berufserfahrung", "senior level": years and level, nothing else.
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

/// The fields worth asking for, most valuable first. What is only assumed is still missing.
pub fn missing(draft: &Draft) -> Vec<Field> {
    const WORTH_ASKING: [Field; 11] = [
        Field::Title,
        Field::ExperienceLevel,
        Field::Skills,
        Field::Location,
        Field::WorkType,
        Field::SalaryMin,
        Field::Responsibilities,
        Field::Requirements,
        Field::Benefits,
        Field::Department,
        Field::Description,
    ];
    let has = |field: Field| match field {
        Field::SalaryMin => draft.is_established(Field::SalaryMin) || draft.is_established(Field::SalaryMax),
        other => draft.is_established(other),
    };
    WORTH_ASKING.into_iter().filter(|field| !has(*field)).collect()
}

/// The step of a conversation: no title yet, details wanted, waiting for the yes, done.
pub fn step(draft: &Draft, complete: bool) -> Step {
    if complete {
        Step::Complete
    } else if !draft.is_established(Field::Title) {
        Step::GettingBasicInfo
    } else if is_ready(draft) {
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
                evidence: Evidence { basis, turn: None, quote: String::new() },
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
        let table: [(&[(Field, &str)], bool); 17] = [
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
            (&[(Location, "Berlin"), (SalaryMax, "5000")], false),
        ];
        for (fields, ready) in table {
            assert_eq!(is_ready(&draft(fields, Basis::Stated)), ready, "{fields:?}");
            assert_eq!(is_ready(&draft(fields, Basis::Confirmed)), ready, "{fields:?}");
            assert!(!is_ready(&draft(fields, Basis::Assumed)), "{fields:?}");
        }
    }

    #[test]
    fn steps() {
        assert_eq!(step(&Draft::default(), false), Step::GettingBasicInfo);
        assert_eq!(step(&draft(&[(Field::Title, "Cook")], Basis::Stated), false), Step::CollectingDetails);
        let ready = draft(&[(Field::Title, "Cook"), (Field::Location, "Bath")], Basis::Stated);
        assert_eq!(step(&ready, false), Step::Finalizing);
        assert_eq!(step(&ready, true), Step::Complete);
        assert_eq!(missing(&Draft::default())[0], Field::Title);
        assert!(!missing(&ready).contains(&Field::Location));
    }
}
