//! Composes a description from templates, for a model that writes none or claims too much.

use super::{Length, Sources, Style, Tone};
use crate::language::Language;
use crate::language::phrases::{self, Phrase, Writing, phrase, writing};
use crate::summary::salary;
use crate::{Content, Field};

/// The description; `None` without a title.
pub(crate) fn compose(language: Language, sources: Sources<'_>, style: Style) -> Option<String> {
    let all = parts(language, sources, style).into_iter().map(|(_, sentence)| sentence);
    Some(all.collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
}

/// What the sentence becomes if the values change from `before` to `now`; `None` if it is of no template, or says nothing now.
pub(crate) fn renewed(
    language: Language,
    sentence: &str,
    before: Sources<'_>,
    now: Sources<'_>,
) -> Option<String> {
    Style::all().find_map(|style| {
        let same = |(_, own): &(Part, String)| own == sentence;
        let (part, _) = parts(language, before, style).into_iter().find(same)?;
        let new = parts(language, now, style).into_iter().find(|(own, _)| *own == part);
        new.map(|(_, sentence)| sentence)
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Opening,
    AboutCompany,
    /// The user's own description.
    Own,
    List(Writing),
    EqualOpportunity,
    Closing,
}

/// The sentences. Each has values of one kind, so a change of a value changes one sentence.
fn parts(language: Language, sources: Sources<'_>, style: Style) -> Vec<(Part, String)> {
    let Sources { content, company, settings } = sources;
    let Some(opening) = opening(language, content, company, style.tone) else { return Vec::new() };
    let mut sentences = vec![(Part::Opening, opening)];
    let about = settings.about_company.clone().filter(|_| style.length > Length::Short);
    sentences.extend(about.map(|about| (Part::AboutCompany, about)));
    sentences.extend(content.description.clone().map(|own| (Part::Own, own)));
    // Notes are the organization's own; a long description offers them, and the user sees it before it counts.
    let more = || {
        let terms = [&content.travel, &content.relocation].into_iter().flatten();
        terms.chain(&content.notes).cloned().collect()
    };
    let lists: [(Length, Writing, Vec<String>); 6] = [
        (Length::Short, Writing::Terms, terms(language, content)),
        (Length::Normal, Writing::Tasks, content.responsibilities.clone()),
        (Length::Normal, Writing::Profile, profile(content)),
        (Length::Normal, Writing::Offered, pay_and_benefits(language, content)),
        (Length::Long, Writing::More, more()),
        (Length::Normal, Writing::Apply, applying(content)),
    ];
    let shown = lists.into_iter().filter(|(length, ..)| *length <= style.length);
    sentences.extend(
        shown.filter_map(|(_, part, items)| Some((Part::List(part), listed(language, part, items)?))),
    );
    let statement = settings.equal_opportunity_statement.clone();
    sentences.extend(statement.map(|statement| (Part::EqualOpportunity, statement)));
    let closing = match style.tone {
        Tone::Plain => None,
        Tone::Warm => Some(Phrase::WritingClosingWarm),
        Tone::Formal => Some(Phrase::WritingClosingFormal),
    };
    sentences.extend(closing.map(|closing| (Part::Closing, phrase(language, closing))));
    sentences
}

fn opening(language: Language, content: &Content, company: &str, tone: Tone) -> Option<String> {
    let title = content.title.as_deref()?;
    let role = match content.location.as_deref() {
        Some(place) => phrases::role(language, title, place),
        None => title.to_owned(),
    };
    let opening = match (company.trim(), tone) {
        ("", _) => return Some(writing(language, Writing::OpeningNameless, &role)),
        (_, Tone::Plain) => Writing::Opening,
        (_, Tone::Warm) => Writing::OpeningWarm,
        (_, Tone::Formal) => Writing::OpeningFormal,
    };
    Some(phrases::opening(language, opening, company.trim(), &role))
}

/// Employment, contract, hours, work type and start.
fn terms(language: Language, content: &Content) -> Vec<String> {
    let employment = content.employment_types.iter();
    let mut items: Vec<String> =
        employment.map(|kind| phrases::item(language, Field::EmploymentTypes, kind)).collect();
    items.extend(content.contract_length.clone());
    items.extend(content.working_hours.iter().cloned());
    items.extend(content.work_type.map(|kind| phrases::work_type(language, kind)));
    items.extend(content.start_date.as_ref().map(|date| writing(language, Writing::Start, date)));
    items
}

fn profile(content: &Content) -> Vec<String> {
    let lists = [&content.requirements, &content.qualifications, &content.skills, &content.languages];
    lists.into_iter().flatten().cloned().collect()
}

fn pay_and_benefits(language: Language, content: &Content) -> Vec<String> {
    let lists = [&content.additional_pay, &content.benefits];
    salary(language, &content.salary).into_iter().chain(lists.into_iter().flatten().cloned()).collect()
}

fn applying(content: &Content) -> Vec<String> {
    let all = [&content.how_to_apply, &content.contact, &content.apply_by];
    all.into_iter().flatten().cloned().collect()
}

/// A sentence that lists the items; `None` without any.
fn listed(language: Language, part: Writing, items: Vec<String>) -> Option<String> {
    let bare = |item: String| item.trim_end_matches(['.', ';', ',', '!']).to_owned();
    let items: Vec<String> = items.into_iter().map(bare).collect();
    (!items.is_empty()).then(|| writing(language, part, &items.join("; ")))
}
