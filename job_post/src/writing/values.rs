//! The values of a post as sentences and list items of a description.

use super::composition::{Part, Unit};
use super::forms;
use super::items::{items, shown};
use super::note_sections::Section;
use super::opening::said_openings;
use super::remarks::Notes;
use super::wording::written;
use super::{remarks, working_hours};
use crate::language::Language;
use crate::language::phrases::{self, Writing, writing};
use crate::locale::{Amounts, Locale};
use crate::{Content, EmploymentType, Field};

/// The terms: employment, contract, hours and start.
pub(super) struct Terms {
    pub sentences: Vec<Unit>,
    /// The hours, each as an item; none if one sentence says them all.
    pub hours: Vec<Unit>,
    /// With their labels.
    pub items: Vec<Unit>,
}

/// The terms of a post. What a post shows at a glance is said again only in prose (`is_prose`).
pub(super) fn terms(locale: &Locale, content: &Content, notes: &Notes, is_prose: bool) -> Terms {
    let language = locale.language;
    let kinds: Vec<EmploymentType> =
        content.employment_types.iter().filter_map(|kind| EmploymentType::parse(kind)).collect();
    let openings = content.openings.filter(|openings| *openings > 1);
    let openings = openings.filter(|_| said_openings(language, content).is_none()).map(|openings| {
        (Part::Choice(Field::Openings), writing(language, Writing::Openings, &openings.to_string()))
    });
    let (counted, hours) = hours(language, content);
    let start = content.start_date.as_deref().map(|start| shown(language, Field::StartDate, start));
    let date = start.as_deref().filter(|date| is_prose && forms::is_day(language, date));
    let start_sentence =
        date.map(|date| (Part::Sentence(Field::StartDate), writing(language, Writing::Start, date)));
    let choices = if is_prose { choices(locale, content, &kinds, notes) } else { Vec::new() };
    // "Hybrid with 2 days at home" is no sentence.
    let of_work: Vec<Unit> =
        notes.of_work.iter().map(|note| (Part::Item(Field::Notes), note.clone())).collect();
    let (said, listed) = if is_prose { (of_work, Vec::new()) } else { (Vec::new(), of_work) };
    let said = said.into_iter().map(|(part, note)| (part, forms::sentence(&note)));
    let others = [openings, counted, start_sentence].into_iter().flatten();
    let sentences = choices.into_iter().chain(said).chain(others).collect();
    let item = |kind: &EmploymentType| phrases::employment_type(language, *kind);
    let several = kinds.iter().map(item).collect::<Vec<_>>().join(", ");
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let items = [
        (Field::EmploymentTypes, if is_prose && kinds.len() > 1 { several } else { String::new() }),
        (Field::ContractLength, text(&content.contract_length)),
        (Field::StartDate, if date.is_some() { String::new() } else { start.unwrap_or_default() }),
        (Field::Travel, text(&content.travel)),
        (Field::Relocation, text(&content.relocation)),
    ];
    let items = items.into_iter().filter(|(_, value)| !value.is_empty());
    let items = items.map(|(field, value)| labelled(locale, field, &value));
    let items = listed.into_iter().chain(items).chain(of_section(notes, Section::Role)).collect();
    Terms { sentences, hours, items }
}

/// The employment type and the work type in sentences.
fn choices(locale: &Locale, content: &Content, kinds: &[EmploymentType], notes: &Notes) -> Vec<Unit> {
    let language = locale.language;
    let employment = match kinds {
        [EmploymentType::Temporary] if content.contract_length.is_some() => None,
        [kind] => Some((Part::Choice(Field::EmploymentTypes), phrases::employment_sentence(language, *kind))),
        _ => None,
    };
    // A note that says how many days at home says more.
    let work = content.work_type.filter(|_| notes.of_work.is_empty());
    let work = work.map(|kind| (Part::Choice(Field::WorkType), phrases::work_sentence(language, kind)));
    let all = employment.into_iter().chain(work);
    all.map(|(part, text)| (part, locale.worded(text))).collect()
}

/// The notes of a section as items.
pub(super) fn of_section(notes: &Notes, section: Section) -> impl Iterator<Item = Unit> {
    notes.of(section).map(|note| (Part::Item(Field::Notes), note.clone()))
}

/// The hours: a sentence if there is only a number of them, else a list.
fn hours(language: Language, content: &Content) -> (Option<Unit>, Vec<Unit>) {
    let all = items(language, content, Field::WorkingHours);
    match &*all {
        [(_, only)] if forms::is_hours(language, only) => {
            let sentence = writing(language, Writing::Hours, only);
            (Some((Part::Sentence(Field::WorkingHours), sentence)), Vec::new())
        }
        _ => (None, working_hours::joined(language, all)),
    }
}

/// "Working hours: 8 to 16; Monday to Friday"
pub(super) fn in_one_line(locale: &Locale, hours: &[Unit]) -> Option<Unit> {
    let all = hours.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("; ");
    (!all.is_empty()).then(|| labelled(locale, Field::WorkingHours, &all))
}

/// "Start date: in May"; without the label if the value says its words: "Contract of one year".
fn labelled(locale: &Locale, field: Field, value: &str) -> Unit {
    let language = locale.language;
    let (label, value) = (phrases::field(language, field), of_language(language, value));
    let text = match forms::repeats(&format!("label-{field}"), &label, &value) {
        true => forms::capitalised(&value),
        false => phrases::labelled(language, &locale.worded(label), &value),
    };
    (Part::Labelled(field), text)
}

/// The value as a post writes it, without the mark at its end.
fn of_language(language: Language, value: &str) -> String {
    forms::bare(&written(language, value))
}

/// The pay in a sentence: the amount, what kind of amount it is, its period, and its conditions.
pub(super) fn pay(locale: &Locale, content: &Content, notes: &Notes) -> Vec<Unit> {
    let language = locale.language;
    let Some(amounts) = locale.amounts(&content.salary) else { return Vec::new() };
    let period = content.salary.period.map(|period| phrases::period(language, period));
    // "Base" is of the amount of a range, and of the noun before one amount.
    let is_base = matches!(amounts, Amounts::One(_))
        && notes.basis.iter().chain(&notes.of_pay).any(|note| remarks::is_base(note));
    let is_beside = |note: &&String| !is_base || !remarks::is_base(note);
    let behind = notes.basis.iter().filter(is_beside).cloned().chain(period).map(|word| format!(" {word}"));
    let conditions = notes.of_pay.iter().filter(is_beside).map(|condition| format!(", {condition}"));
    let behind = behind.chain(conditions).collect::<String>();
    let said = |part: Writing, amount: String| writing(language, part, &format!("{amount}{behind}"));
    let text = match amounts {
        Amounts::One(amount) if is_base => said(Writing::PayBase, amount),
        Amounts::One(amount) => said(Writing::Pay, amount),
        Amounts::Range(min, max) => format!("{}{behind}", phrases::pay_range(language, &min, &max)),
        Amounts::From(min) => said(Writing::PayFrom, min),
        Amounts::UpTo(max) => said(Writing::PayUpTo, max),
    };
    vec![(Part::Choice(Field::SalaryMin), forms::sentence(&locale.worded(text)))]
}

/// How, to whom and until when one applies.
pub(super) fn applying(locale: &Locale, content: &Content, notes: &Notes) -> Vec<Unit> {
    let language = locale.language;
    let contact = content.contact.as_deref().map(|contact| of_language(language, contact));
    let (attention, contact) = match contact {
        Some(contact) if content.how_to_apply.is_some() && forms::is_attention(&contact) => {
            (Some(contact), None)
        }
        other => (None, other),
    };
    let way = content.how_to_apply.as_deref().map(|way| {
        let bare = shown(language, Field::HowToApply, way);
        let to = attention.map(|attention| format!(", {attention}")).unwrap_or_default();
        let text = match forms::is_address(&bare) {
            true if bare.contains('@') => locale.worded(writing(language, Writing::Send, &bare)),
            true => locale.worded(writing(language, Writing::Visit, &bare)),
            false => forms::sentence(&bare),
        };
        let text = if to.is_empty() { text } else { forms::sentence(&format!("{}{to}", forms::bare(&text))) };
        (Part::Sentence(Field::HowToApply), text)
    });
    let named = |field: Field, value: &str| {
        let (part, text) = labelled(locale, field, value);
        (part, forms::sentence(&text))
    };
    let contact = contact.as_deref().map(|contact| named(Field::Contact, contact));
    let is_said =
        |date: &&str| content.how_to_apply.as_deref().is_some_and(|way| forms::names_day(way, date));
    let until = content.apply_by.as_deref().filter(|date| !is_said(date)).map(|date| {
        let date = shown(language, Field::ApplyBy, date);
        let part = Part::Sentence(Field::ApplyBy);
        if forms::is_deadline(language, &date) {
            (part, locale.worded(writing(language, Writing::ApplyBefore, &date)))
        } else if forms::is_day(language, &date) {
            (part, writing(language, Writing::ApplyBy, &date))
        } else {
            named(Field::ApplyBy, &date)
        }
    });
    let of_applying = of_section(notes, Section::Apply).map(|(part, note)| (part, forms::sentence(&note)));
    [way, contact].into_iter().flatten().chain(of_applying).chain(until).collect()
}
