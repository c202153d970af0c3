//! What an organization requires of a post before it may be published, beyond a title and one more field, and how the agent
//! writes for it.

use chrono::NaiveDate;
use iso_currency::Currency;

use crate::compliance::{self, Finding};
use crate::{Content, Draft, Field, WritingSettings};

/// The requirements of one organization on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Fields that must hold an established value. [`Field::SalaryMin`] means any of the two amounts.
    pub required: Vec<Field>,
    /// Codes of the findings of [`compliance::check`] that block publication; the others are warnings.
    pub blocking: Vec<String>,
    /// Its style and its own texts in descriptions.
    pub writing: WritingSettings,
    /// The currency of pay that is stated without one, unless the place of work has another.
    pub currency: Option<Currency>,
    /// The day whose laws apply.
    pub on: NaiveDate,
}

impl Policy {
    /// The required fields without an established value.
    pub fn unmet(&self, draft: &Draft) -> Vec<Field> {
        self.required.iter().copied().filter(|field| !holds(draft, *field)).collect()
    }

    /// The findings that block the publication of this content.
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

/// Does the field hold an established value?
pub(crate) fn holds(draft: &Draft, field: Field) -> bool {
    match field {
        Field::SalaryMin => draft.is_established(Field::SalaryMin) || draft.is_established(Field::SalaryMax),
        other => draft.is_established(other),
    }
}
