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

/// Where a field's value came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub basis: Basis,
    /// The turn whose message it came with; `None` for edits by hand.
    pub turn: Option<Uuid>,
    /// The user's own words; empty where there are none.
    pub quote: String,
}

impl Evidence {
    /// That somebody typed the value in by hand: no turn, and no words but the value itself.
    pub fn edited() -> Self {
        Self { basis: Basis::Edited, turn: None, quote: String::new() }
    }
}

/// A job post in the making.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub content: Content,
    pub evidence: BTreeMap<Field, Evidence>,
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
    /// An assumption never replaces or joins what somebody stated; in a list, the first stated item replaces the assumed
    /// ones, since a list has one evidence.
    pub fn apply(&mut self, change: &Change) {
        let field = change.field;
        let assumed = change.evidence.basis == Basis::Assumed;
        if assumed && matches!(change.op, Op::Set | Op::Add) && self.is_established(field) {
            return;
        }
        let done = match (change.op, field.is_list()) {
            (Op::Clear, _) | (Op::Remove, false) => {
                self.clear(field);
                return;
            }
            (Op::Remove, true) => {
                self.remove(field, &change.value);
                return;
            }
            (Op::Set, true) => self.add(field, &change.value, true),
            (Op::Add, true) => self.add(field, &change.value, !assumed && !self.is_established(field)),
            (Op::Set | Op::Add, false) => self.put(field, &change.value),
        };
        if done {
            self.evidence.insert(field, change.evidence.clone());
        }
    }

    /// The field holds something that somebody stated, confirmed or typed in.
    pub fn is_established(&self, field: Field) -> bool {
        self.evidence.get(&field).is_some_and(|evidence| evidence.basis != Basis::Assumed)
            && self.value(field).is_some()
    }

    /// What would be published: everything but what was merely assumed.
    pub fn publishable(&self) -> Content {
        let mut certain = self.clone();
        for field in Field::ALL {
            if !self.is_established(field) {
                certain.clear(field);
            }
        }
        certain.content
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

    fn list(&mut self, field: Field) -> Option<&mut Vec<String>> {
        match field {
            Field::Skills => Some(&mut self.content.skills),
            Field::Requirements => Some(&mut self.content.requirements),
            Field::Responsibilities => Some(&mut self.content.responsibilities),
            Field::Benefits => Some(&mut self.content.benefits),
            _ => None,
        }
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

    fn add(&mut self, field: Field, value: &str, replace: bool) -> bool {
        let Some(items) = self.list(field) else { return false };
        let mut kept = if replace { Vec::new() } else { items.clone() };
        for item in value.lines() {
            values::add_item(&mut kept, item.trim());
        }
        if kept.is_empty() {
            return false;
        }
        *items = kept;
        true
    }

    fn remove(&mut self, field: Field, value: &str) {
        let Some(items) = self.list(field) else { return };
        let gone: Vec<String> = value.lines().map(|item| item.trim().to_lowercase()).collect();
        items.retain(|item| !gone.contains(&item.to_lowercase()));
        if items.is_empty() {
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

/// Fills a field if there is a value for it.
fn fill<T>(field: &mut Option<T>, value: Option<T>) -> bool {
    let filled = value.is_some();
    if filled {
        *field = value;
    }
    filled
}
