//! Folds the log of changes into a draft.

use super::Draft;
use super::change::{Change, Op};
use super::evidence::Evidence;
use crate::content::{ExperienceLevel, SalaryPeriod, WorkType};
use crate::field::Field;
use crate::values;

impl Draft {
    /// Folds a log of changes into the draft.
    pub fn fold<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Self {
        let mut draft = Self::default();
        for change in changes {
            draft.apply(change);
        }
        draft
    }

    /// Applies one change of the log. It cannot fail: a value that the field cannot hold changes nothing.
    ///
    /// An assumption never replaces an established value.
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

    /// Sets a field of one value. Returns false if the field cannot hold the value.
    fn put(&mut self, field: Field, value: &str) -> bool {
        let content = &mut self.content;
        if let Some(text) = content.text_mut(field) {
            return fill(text, Some(value.to_owned()));
        }
        if let Some(flag) = content.flag_mut(field) {
            return values::flag(value).map(|on| *flag = on).is_some();
        }
        let salary = &mut content.salary;
        match field {
            Field::ExperienceLevel => fill(&mut content.experience_level, ExperienceLevel::parse(value)),
            Field::WorkType => fill(&mut content.work_type, WorkType::parse(value)),
            Field::SalaryMin => fill(&mut salary.min, values::amount(value)),
            Field::SalaryMax => fill(&mut salary.max, values::amount(value)),
            Field::SalaryPeriod => fill(&mut salary.period, SalaryPeriod::parse(value)),
            Field::Currency => fill(&mut salary.currency, iso_currency::Currency::from_code(value)),
            Field::Openings => fill(&mut content.openings, values::openings(value)),
            _ => false,
        }
    }

    /// Adds items. An item whose new evidence is stronger takes that and the new spelling.
    fn add(&mut self, field: Field, value: &str, evidence: &Evidence) {
        let Some(items) = self.content.list_mut(field) else { return };
        let known = self.evidence.entry(field).or_default();
        for item in items_of(value) {
            let lower = item.to_lowercase();
            match items.iter().position(|known| known.to_lowercase() == lower) {
                Some(at) if known[at].is_weaker_than(evidence) => {
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

    /// Keeps the values of a field that pass.
    pub(crate) fn retain(&mut self, field: Field, passes: impl Fn(&str, &Evidence) -> bool) {
        let Some(items) = self.content.list_mut(field) else {
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
        let content = &mut self.content;
        if let Some(text) = content.text_mut(field) {
            *text = None;
        }
        if let Some(items) = content.list_mut(field) {
            items.clear();
        }
        if let Some(flag) = content.flag_mut(field) {
            *flag = false;
        }
        match field {
            Field::ExperienceLevel => content.experience_level = None,
            Field::WorkType => content.work_type = None,
            Field::SalaryMin => content.salary.min = None,
            Field::SalaryMax => content.salary.max = None,
            Field::SalaryPeriod => content.salary.period = None,
            Field::Currency => content.salary.currency = None,
            Field::Openings => content.openings = None,
            _ => {}
        }
    }
}

/// The items of a change's value, one a line.
fn items_of(value: &str) -> impl Iterator<Item = &str> {
    value.lines().map(str::trim).filter(|item| !item.is_empty())
}

/// Fills a field if there is a value, and returns whether there is.
fn fill<T>(field: &mut Option<T>, value: Option<T>) -> bool {
    let filled = value.is_some();
    if filled {
        *field = value;
    }
    filled
}
