//! The values of a post as sentences and list items of a description.

use super::composition::{Part, Unit};
use super::forms;
use super::items::{items, shown};
use super::wording::written;
use crate::language::Language;
use crate::language::phrases::{self, Writing, writing};
use crate::summary::salary;
use crate::{Content, EmploymentType, Field};

/// The terms: employment, contract, hours and start.
pub(super) struct Terms {
    pub sentences: Vec<Unit>,
    /// The hours, each as an item; none if one sentence says them all.
    pub hours: Vec<Unit>,
    /// With their labels.
    pub items: Vec<Unit>,
}

pub(super) fn terms(language: Language, content: &Content) -> Terms {
    let kinds: Vec<EmploymentType> =
        content.employment_types.iter().filter_map(|kind| EmploymentType::parse(kind)).collect();
    let employment = match &*kinds {
        [kind] => Some((Part::Choice(Field::EmploymentTypes), phrases::employment_sentence(language, *kind))),
        _ => None,
    };
    let work = content.work_type;
    let work = work.map(|kind| (Part::Choice(Field::WorkType), phrases::work_sentence(language, kind)));
    let openings = content.openings.filter(|openings| *openings > 1);
    let openings = openings.map(|openings| {
        (Part::Choice(Field::Openings), writing(language, Writing::Openings, &openings.to_string()))
    });
    let (counted, hours) = hours(language, content);
    let start = content.start_date.as_deref().map(|start| of_language(language, start));
    let date = start.as_deref().filter(|date| forms::is_day(language, date));
    let start_sentence =
        date.map(|date| (Part::Sentence(Field::StartDate), writing(language, Writing::Start, date)));
    let sentences = [employment, work, openings, counted, start_sentence].into_iter().flatten().collect();
    let item = |kind: &EmploymentType| phrases::employment_type(language, *kind);
    let several = kinds.iter().map(item).collect::<Vec<_>>().join(", ");
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let items = [
        (Field::EmploymentTypes, if kinds.len() > 1 { several } else { String::new() }),
        (Field::ContractLength, text(&content.contract_length)),
        (Field::StartDate, if date.is_some() { String::new() } else { start.unwrap_or_default() }),
        (Field::Travel, text(&content.travel)),
        (Field::Relocation, text(&content.relocation)),
    ];
    let items = items.into_iter().filter(|(_, value)| !value.is_empty());
    let items = items.map(|(field, value)| labelled(language, field, &value)).collect();
    Terms { sentences, hours, items }
}

/// The hours: a sentence if there is only a number of them, else a list.
fn hours(language: Language, content: &Content) -> (Option<Unit>, Vec<Unit>) {
    let all = items(language, content, Field::WorkingHours);
    match &*all {
        [(_, only)] if forms::is_hours(language, only) => {
            let sentence = writing(language, Writing::Hours, only);
            (Some((Part::Sentence(Field::WorkingHours), sentence)), Vec::new())
        }
        _ => (None, all),
    }
}

/// "Working hours: 8 to 16; Monday to Friday"
pub(super) fn in_one_line(language: Language, hours: &[Unit]) -> Option<Unit> {
    let all = hours.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("; ");
    (!all.is_empty()).then(|| labelled(language, Field::WorkingHours, &all))
}

/// "Start date: in May"; without the label if the value begins with its word: "Contract of one year".
fn labelled(language: Language, field: Field, value: &str) -> Unit {
    let (label, value) = (phrases::field(language, field), of_language(language, value));
    let text = match forms::repeats(&label, &value) {
        true => forms::capitalised(&value),
        false => phrases::labelled(language, &label, &value),
    };
    (Part::Labelled(field), text)
}

/// The value as a post writes it, without the mark at its end.
fn of_language(language: Language, value: &str) -> String {
    forms::bare(&written(language, value))
}

/// The pay in a sentence, with what qualifies it: "(gross, depending on experience)".
pub(super) fn pay(language: Language, content: &Content, qualifiers: &[String]) -> Vec<Unit> {
    let Some(amount) = salary(language, &content.salary) else { return Vec::new() };
    let amount = match qualifiers {
        [] => amount,
        _ => format!("{amount} ({})", qualifiers.join(", ")),
    };
    // "From 1,400" does not follow a verb in every language.
    let is_closed = content.salary.min.is_some() && content.salary.max.is_some();
    let text = match is_closed {
        true => writing(language, Writing::Pay, &amount),
        false => forms::sentence(&phrases::labelled(
            language,
            &phrases::field(language, Field::SalaryMin),
            &amount,
        )),
    };
    vec![(Part::Choice(Field::SalaryMin), text)]
}

pub(super) fn applying(language: Language, content: &Content) -> Vec<Unit> {
    let way = content.how_to_apply.as_deref().map(|way| {
        let bare = shown(language, Field::HowToApply, way);
        let text = match forms::is_address(&bare) {
            true if bare.contains('@') => writing(language, Writing::Send, &bare),
            true => writing(language, Writing::Visit, &bare),
            false => forms::sentence(&bare),
        };
        (Part::Sentence(Field::HowToApply), text)
    });
    let named = |field: Field, value: &str| {
        let (part, text) = labelled(language, field, value);
        (part, forms::sentence(&text))
    };
    let contact = content.contact.as_deref().map(|contact| named(Field::Contact, contact));
    let until = content.apply_by.as_deref().map(|date| match forms::is_day(language, date) {
        true => (Part::Sentence(Field::ApplyBy), writing(language, Writing::ApplyBy, &forms::bare(date))),
        false => named(Field::ApplyBy, date),
    });
    [way, contact, until].into_iter().flatten().collect()
}
