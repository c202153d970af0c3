//! What an organization demands of a post before it may go out, beyond a title and one more field.

use chrono::NaiveDate;

use crate::compliance::{self, Finding};
use crate::{Content, Draft, Field};

/// The demands of one organization, as of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Fields that must hold something; [`Field::SalaryMin`] stands for an amount, be it the least or the most.
    pub required: Vec<Field>,
    /// Codes of the findings of [`compliance::check`] that keep a post back; the others are warnings.
    pub blocking: Vec<String>,
    /// The day whose laws count.
    pub on: NaiveDate,
}

impl Policy {
    /// The required fields that hold nothing yet, or only an assumption.
    pub fn unmet(&self, draft: &Draft) -> Vec<Field> {
        self.required.iter().copied().filter(|field| !holds(draft, *field)).collect()
    }

    /// What has to be put right in what would be published.
    pub fn blockers(&self, content: &Content) -> Vec<Finding> {
        if self.blocking.is_empty() {
            return Vec::new();
        }
        let mut findings = compliance::check(content, self.on);
        findings.retain(|finding| self.blocks(finding));
        findings
    }

    pub fn blocks(&self, finding: &Finding) -> bool {
        self.blocking.iter().any(|code| code == finding.code)
    }
}

/// The field holds something that is more than assumed.
pub(crate) fn holds(draft: &Draft, field: Field) -> bool {
    match field {
        Field::SalaryMin => draft.is_established(Field::SalaryMin) || draft.is_established(Field::SalaryMax),
        other => draft.is_established(other),
    }
}
