//! A job post in the making: content, and for each filled field the words it rests on.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Change, Content, ExperienceLevel, Field, Op, SalaryPeriod, WorkType, values};

/// How far a field's value can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The user said it: the quote stands in one of their messages.
    Stated,
    /// The agent took it to be so; never enough to publish.
    Assumed,
    /// The user said yes to the agent's proposal.
    Confirmed,
    /// Somebody typed it into the field by hand.
    Edited,
}

/// Where one value came from: that of a field, or one item of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub basis: Basis,
    /// The turn whose message holds the quote; of an assumption the turn that made it; `None` for edits by hand.
    pub turn: Option<Uuid>,
    /// The user's own words; empty where there are none.
    pub quote: String,
    /// Where the quote stands in that message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
}

/// A stretch of a message, in characters (Unicode scalar values): from `start` up to, not including, `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    pub start: u32,
    pub end: u32,
}

impl Evidence {
    /// Of what somebody typed into the field.
    pub fn edited() -> Self {
        Self { basis: Basis::Edited, turn: None, quote: String::new(), position: None }
    }

    /// More than an assumption: it may be published.
    pub fn is_established(&self) -> bool {
        self.basis != Basis::Assumed
    }
}

/// A job post in the making.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub content: Content,
    /// For each field that has a value: one entry, or one for each item of a list, in their order.
    pub evidence: BTreeMap<Field, Vec<Evidence>>,
}

/// One value of a draft, with where it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf<'a> {
    pub field: Field,
    /// In the canonical form of a change.
    pub value: String,
    pub evidence: &'a Evidence,
}

impl Draft {
    /// The draft that a log of changes makes.
    pub fn fold<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Self {
        let mut draft = Self::default();
        for change in changes {
            draft.apply(change);
        }
        draft
    }

    /// Applies one change of the log. Total: a value the field cannot hold changes nothing, whatever the log says.
    ///
    /// An assumption never replaces what somebody stated.
    pub fn apply(&mut self, change: &Change) {
        let (field, evidence) = (change.field, &change.evidence);
        match (change.op, field.is_list()) {
            (Op::Clear, _) | (Op::Remove, false) => self.clear(field),
            (Op::Remove, true) => {
                let gone: Vec<String> = items_of(&change.value).map(str::to_lowercase).collect();
                self.retain(field, |item, _| !gone.contains(&item.to_lowercase()));
            }
            (Op::Set, true) if items_of(&change.value).next().is_some() => {
                let weak = !evidence.is_established();
                self.retain(field, |_, known| weak && known.is_established());
                self.add(field, &change.value, evidence);
            }
            (Op::Set | Op::Add, true) => self.add(field, &change.value, evidence),
            (Op::Set | Op::Add, false) => {
                let overruled = !evidence.is_established() && self.is_established(field);
                if !overruled && self.put(field, &change.value) {
                    self.evidence.insert(field, vec![evidence.clone()]);
                }
            }
        }
    }

    /// The values of a field, with what each rests on.
    pub fn leaves(&self, field: Field) -> impl Iterator<Item = Leaf<'_>> {
        let values = match field.is_list() {
            true => self.items(field).to_vec(),
            false => self.value(field).into_iter().collect(),
        };
        let evidence = self.evidence.get(&field).into_iter().flatten();
        values.into_iter().zip(evidence).map(move |(value, evidence)| Leaf { field, value, evidence })
    }

    /// The values that were merely assumed, see [`Draft::suggested`].
    pub fn suggestions(&self) -> impl Iterator<Item = Leaf<'_>> {
        let all = Field::ALL.into_iter().flat_map(|field| self.leaves(field));
        all.filter(|leaf| !leaf.evidence.is_established())
    }

    /// The field holds something that somebody stated, confirmed or typed in.
    pub fn is_established(&self, field: Field) -> bool {
        self.leaves(field).any(|leaf| leaf.evidence.is_established())
    }

    /// What would be published: everything but what was merely assumed.
    pub fn publishable(&self) -> Content {
        self.only(Evidence::is_established)
    }

    /// What was merely assumed, and waits for a yes.
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
        match field {
            Field::Title => content.title.clone(),
            Field::Department => content.department.clone(),
            Field::Location => content.location.clone(),
            Field::Description => content.description.clone(),
            Field::ExperienceLevel => content.experience_level.map(|level| level.as_str().to_owned()),
            Field::WorkType => content.work_type.map(|kind| kind.as_str().to_owned()),
            Field::SalaryMin => salary.min.map(|amount| amount.normalize().to_string()),
            Field::SalaryMax => salary.max.map(|amount| amount.normalize().to_string()),
            Field::SalaryPeriod => salary.period.map(|period| period.as_str().to_owned()),
            Field::Currency => salary.currency.map(|currency| currency.code().to_owned()),
            Field::EnableAiInterview => self.flag(field, content.enable_ai_interview),
            Field::IsFeatured => self.flag(field, content.is_featured),
            Field::Skills | Field::Requirements | Field::Responsibilities | Field::Benefits => {
                Some(self.items(field).join("\n")).filter(|items| !items.is_empty())
            }
        }
    }

    /// A list field's items; none for other fields.
    pub fn items(&self, field: Field) -> &[String] {
        match field {
            Field::Skills => &self.content.skills,
            Field::Requirements => &self.content.requirements,
            Field::Responsibilities => &self.content.responsibilities,
            Field::Benefits => &self.content.benefits,
            _ => &[],
        }
    }

    /// A flag nobody spoke of has no value, a flag said to be off has.
    fn flag(&self, field: Field, on: bool) -> Option<String> {
        (on || self.evidence.contains_key(&field)).then(|| on.to_string())
    }

    /// Sets a field of one value; false if it cannot hold this one.
    fn put(&mut self, field: Field, value: &str) -> bool {
        let content = &mut self.content;
        let salary = &mut content.salary;
        match field {
            Field::Title => fill(&mut content.title, Some(value.to_owned())),
            Field::Department => fill(&mut content.department, Some(value.to_owned())),
            Field::Location => fill(&mut content.location, Some(value.to_owned())),
            Field::Description => fill(&mut content.description, Some(value.to_owned())),
            Field::ExperienceLevel => fill(&mut content.experience_level, ExperienceLevel::parse(value)),
            Field::WorkType => fill(&mut content.work_type, WorkType::parse(value)),
            Field::SalaryMin => fill(&mut salary.min, values::amount(value)),
            Field::SalaryMax => fill(&mut salary.max, values::amount(value)),
            Field::SalaryPeriod => fill(&mut salary.period, SalaryPeriod::parse(value)),
            Field::Currency => fill(&mut salary.currency, iso_currency::Currency::from_code(value)),
            Field::EnableAiInterview => {
                values::flag(value).map(|on| content.enable_ai_interview = on).is_some()
            }
            Field::IsFeatured => values::flag(value).map(|on| content.is_featured = on).is_some(),
            Field::Skills | Field::Requirements | Field::Responsibilities | Field::Benefits => false,
        }
    }

    /// Adds items; one that was assumed and is established now takes the new words and their evidence.
    fn add(&mut self, field: Field, value: &str, evidence: &Evidence) {
        let Some(items) = list(&mut self.content, field) else { return };
        let known = self.evidence.entry(field).or_default();
        for item in items_of(value) {
            let lower = item.to_lowercase();
            match items.iter().position(|known| known.to_lowercase() == lower) {
                Some(at) if !known[at].is_established() && evidence.is_established() => {
                    item.clone_into(&mut items[at]);
                    known[at] = evidence.clone();
                }
                None if items.len() < values::MAX_ITEMS => {
                    items.push(item.to_owned());
                    known.push(evidence.clone());
                }
                _ => {}
            }
        }
        self.forget_if_empty(field);
    }

    /// Keeps those values of a field that pass.
    fn retain(&mut self, field: Field, passes: impl Fn(&str, &Evidence) -> bool) {
        let Some(items) = list(&mut self.content, field) else {
            let kept = self.leaves(field).any(|leaf| passes(&leaf.value, leaf.evidence));
            if !kept {
                self.clear(field);
            }
            return;
        };
        let evidence = self.evidence.remove(&field).unwrap_or_default();
        let all = std::mem::take(items).into_iter().zip(evidence);
        let evidence;
        (*items, evidence) = all.filter(|(item, known)| passes(item, known)).unzip();
        self.evidence.insert(field, evidence);
        self.forget_if_empty(field);
    }

    fn forget_if_empty(&mut self, field: Field) {
        if self.evidence.get(&field).is_some_and(Vec::is_empty) {
            self.evidence.remove(&field);
        }
    }

    fn clear(&mut self, field: Field) {
        self.evidence.remove(&field);
        let empty = Content::default();
        let content = &mut self.content;
        match field {
            Field::Title => content.title = empty.title,
            Field::Department => content.department = empty.department,
            Field::Location => content.location = empty.location,
            Field::Description => content.description = empty.description,
            Field::ExperienceLevel => content.experience_level = empty.experience_level,
            Field::WorkType => content.work_type = empty.work_type,
            Field::SalaryMin => content.salary.min = None,
            Field::SalaryMax => content.salary.max = None,
            Field::SalaryPeriod => content.salary.period = None,
            Field::Currency => content.salary.currency = None,
            Field::EnableAiInterview => content.enable_ai_interview = false,
            Field::IsFeatured => content.is_featured = false,
            Field::Skills => content.skills = empty.skills,
            Field::Requirements => content.requirements = empty.requirements,
            Field::Responsibilities => content.responsibilities = empty.responsibilities,
            Field::Benefits => content.benefits = empty.benefits,
        }
    }
}

fn list(content: &mut Content, field: Field) -> Option<&mut Vec<String>> {
    match field {
        Field::Skills => Some(&mut content.skills),
        Field::Requirements => Some(&mut content.requirements),
        Field::Responsibilities => Some(&mut content.responsibilities),
        Field::Benefits => Some(&mut content.benefits),
        _ => None,
    }
}

/// The items of a change's value, one a line.
fn items_of(value: &str) -> impl Iterator<Item = &str> {
    value.lines().map(str::trim).filter(|item| !item.is_empty())
}

/// Fills a field if there is a value for it.
fn fill<T>(field: &mut Option<T>, value: Option<T>) -> bool {
    let filled = value.is_some();
    if filled {
        *field = value;
    }
    filled
}
