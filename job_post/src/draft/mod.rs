//! A draft: the content of a job post in progress, with the evidence for each value.

pub(crate) mod change;
pub(crate) mod copy;
pub(crate) mod diff;
pub(crate) mod edits;
pub(crate) mod evidence;
mod fold;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use self::evidence::{Basis, Evidence};
use crate::content::Content;
use crate::field::Field;

/// A job post in progress.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub content: Content,
    /// For each field that has a value: one entry, or one for each item of a list, in their order.
    pub evidence: BTreeMap<Field, Vec<Evidence>>,
}

/// One value of a draft, with its evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf<'a> {
    pub field: Field,
    /// In the canonical form of a change.
    pub value: String,
    pub evidence: &'a Evidence,
}

impl Draft {
    /// The values of a field, each with its evidence.
    pub fn leaves(&self, field: Field) -> impl Iterator<Item = Leaf<'_>> {
        let values = match field.is_list() {
            true => self.items(field).to_vec(),
            false => self.value(field).into_iter().collect(),
        };
        let evidence = self.evidence.get(&field).into_iter().flatten();
        values.into_iter().zip(evidence).map(move |(value, evidence)| Leaf { field, value, evidence })
    }

    /// The values that are only assumed, see [`Draft::suggested`].
    pub fn suggestions(&self) -> impl Iterator<Item = Leaf<'_>> {
        let all = Field::ALL.into_iter().flat_map(|field| self.leaves(field));
        all.filter(|leaf| !leaf.evidence.is_established())
    }

    /// The values that the user's words mean in another form, see [`Basis::Interpreted`].
    pub fn interpretations(&self) -> impl Iterator<Item = Leaf<'_>> {
        let all = Field::ALL.into_iter().flat_map(|field| self.leaves(field));
        all.filter(|leaf| leaf.evidence.basis == Basis::Interpreted)
    }

    /// Does the field hold a value that is more than an assumption?
    pub fn is_established(&self, field: Field) -> bool {
        self.leaves(field).any(|leaf| leaf.evidence.is_established())
    }

    /// The content to publish: everything that is more than an assumption.
    pub fn publishable(&self) -> Content {
        self.only(Evidence::is_established)
    }

    /// The assumptions, which the user may confirm.
    pub fn suggested(&self) -> Content {
        self.only(|evidence| !evidence.is_established())
    }

    fn only(&self, passes: impl Fn(&Evidence) -> bool) -> Content {
        let mut some = self.clone();
        for field in Field::ALL {
            some.retain(field, |_, evidence| passes(evidence));
        }
        some.content
    }

    /// The field's value in the canonical form of a change; `None` if it is empty.
    pub fn value(&self, field: Field) -> Option<String> {
        let content = &self.content;
        let salary = &content.salary;
        if let Some(text) = content.text(field) {
            return text.clone();
        }
        if let Some(items) = content.list(field) {
            return Some(items.join("\n")).filter(|items| !items.is_empty());
        }
        if let Some(on) = content.flag(field) {
            return self.flag(field, *on);
        }
        match field {
            Field::ExperienceLevel => content.experience_level.map(|level| level.as_str().to_owned()),
            Field::WorkType => content.work_type.map(|kind| kind.as_str().to_owned()),
            Field::SalaryMin => salary.min.map(|amount| amount.normalize().to_string()),
            Field::SalaryMax => salary.max.map(|amount| amount.normalize().to_string()),
            Field::SalaryPeriod => salary.period.map(|period| period.as_str().to_owned()),
            Field::Currency => salary.currency.map(|currency| currency.code().to_owned()),
            Field::Openings => content.openings.map(|openings| openings.to_string()),
            _ => None,
        }
    }

    /// The items of a list; none for other fields.
    pub fn items(&self, field: Field) -> &[String] {
        self.content.list(field).map_or(&[], Vec::as_slice)
    }

    /// The value of a flag. A flag that nobody mentioned has none; one that was turned off has.
    fn flag(&self, field: Field, on: bool) -> Option<String> {
        (on || self.evidence.contains_key(&field)).then(|| on.to_string())
    }
}
