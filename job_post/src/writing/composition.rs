//! Composes a description from templates, for a model that writes none or claims too much.

use super::forms;
use super::layout::Kind;
use super::{Length, Sources, Style, Tone};
use crate::language::Language;
use crate::language::phrases::{self, Phrase, Writing, phrase, writing};
use crate::summary::salary;
use crate::{Content, EmploymentType, Field};

/// The description; `None` without a title.
pub(crate) fn compose(language: Language, sources: Sources<'_>, style: Style) -> Option<String> {
    let all = paragraphs(language, sources, style);
    let text = all.iter().map(Paragraph::text).collect::<Vec<_>>().join("\n\n");
    (!text.is_empty()).then_some(text)
}

/// What the unit becomes if the values change from `before` to `now`: nothing if it is of no template, or says nothing now.
pub(crate) fn renewed(language: Language, unit: &str, before: Sources<'_>, now: Sources<'_>) -> Vec<String> {
    let of_style = |style: Style| {
        let (part, _) = units(language, before, style).into_iter().find(|(_, own)| own == unit)?;
        let same =
            |wanted: Part| units(language, now, style).into_iter().filter(move |(own, _)| *own == wanted);
        let held: Vec<String> = units(language, before, style).into_iter().map(|(_, own)| own).collect();
        let other = match part {
            Part::Sentence(field) => same(Part::Labelled(field)).next(),
            Part::Labelled(field) => same(Part::Sentence(field)).next(),
            _ => None,
        };
        let new = same(part).chain(other).map(|(_, own)| own).filter(|own| !held.contains(own));
        Some(if matches!(part, Part::Item(_)) { new.collect() } else { new.take(1).collect() })
    };
    Style::all().find_map(of_style).unwrap_or_default()
}

/// The headings, sentences and items of all compositions in this language.
pub(super) fn all_units(language: Language, sources: Sources<'_>) -> impl Iterator<Item = Unit> {
    Style::all().flat_map(move |style| units(language, sources, style))
}

fn units(language: Language, sources: Sources<'_>, style: Style) -> Vec<Unit> {
    paragraphs(language, sources, style).into_iter().flat_map(|paragraph| paragraph.units).collect()
}

/// What a unit of a composition is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Heading,
    Opening,
    /// It claims nothing.
    Courtesy,
    /// A text of the organization, or the user's own description.
    Own,
    /// The value is one of a fixed set, or a number.
    Choice(Field),
    /// A sentence with the value.
    Sentence(Field),
    /// "Working hours: 38 hours a week"
    Labelled(Field),
    /// The value alone.
    Item(Field),
}

/// A heading, a sentence or an item, and what it is about.
pub(super) type Unit = (Part, String);

struct Paragraph {
    kind: Kind,
    units: Vec<Unit>,
}

impl Paragraph {
    fn of(kind: Kind, units: Vec<Unit>) -> Self {
        Self { kind, units }
    }

    fn own(text: &str) -> Self {
        Self::of(Kind::Text, vec![(Part::Own, text.to_owned())])
    }

    fn text(&self) -> String {
        let lines: Vec<String> = self.units.iter().map(|(_, text)| self.kind.line(text)).collect();
        lines.join(if self.kind == Kind::Item { "\n" } else { " " })
    }
}

fn paragraphs(language: Language, sources: Sources<'_>, style: Style) -> Vec<Paragraph> {
    let Sources { content, settings, .. } = sources;
    let Some(mut first) = opening(language, sources, style) else { return Vec::new() };
    let about = settings.about_company.as_deref();
    let own = content.description.as_deref();
    let statement = settings.equal_opportunity_statement.as_deref();
    let closing = match style.tone {
        Tone::Plain => None,
        Tone::Warm => Some(Phrase::WritingClosingWarm),
        Tone::Formal => Some(Phrase::WritingClosingFormal),
    };
    let closing = closing.map(|closing| (Part::Courtesy, phrase(language, closing)));
    if style.length == Length::Short {
        let sentence = |(part, text): Unit| (part, forms::sentence(&text));
        let terms = terms(language, content);
        first.extend(own.map(|own| (Part::Own, forms::sentence(own))));
        first.extend(terms.sentences);
        first.extend(terms.items.into_iter().map(sentence));
        first.extend(statement.map(|statement| (Part::Own, statement.to_owned())));
        first.extend(closing);
        return vec![Paragraph::of(Kind::Text, first)];
    }
    let mut all = vec![Paragraph::of(Kind::Text, first)];
    all.extend([about, own].into_iter().flatten().map(Paragraph::own));
    all.extend(sections(language, content, style));
    all.extend(statement.map(Paragraph::own));
    all.extend(closing.map(|closing| Paragraph::of(Kind::Text, vec![closing])));
    all
}

/// The first sentences; `None` without a title.
fn opening(language: Language, sources: Sources<'_>, style: Style) -> Option<Vec<Unit>> {
    let Sources { content, company, .. } = sources;
    let title = content.title.as_deref()?;
    let role = match content.location.as_deref() {
        Some(place) if forms::follows_in(place) => phrases::role(language, title, place),
        Some(place) => format!("{title} ({place})"),
        None => title.to_owned(),
    };
    let opening = match (company.trim(), style.tone) {
        ("", _) => writing(language, Writing::OpeningNameless, &role),
        (company, Tone::Plain) => phrases::opening(language, Writing::Opening, company, &role),
        (company, Tone::Warm) => phrases::opening(language, Writing::OpeningWarm, company, &role),
        (company, Tone::Formal) => phrases::opening(language, Writing::OpeningFormal, company, &role),
    };
    let invitation = match style.tone {
        _ if style.length == Length::Short => None,
        Tone::Plain => Some(Phrase::WritingInvitation),
        Tone::Warm => Some(Phrase::WritingInvitationWarm),
        Tone::Formal => None,
    };
    let invitation = invitation.map(|invitation| (Part::Courtesy, phrase(language, invitation)));
    Some(std::iter::once((Part::Opening, opening)).chain(invitation).collect())
}

fn sections(language: Language, content: &Content, style: Style) -> Vec<Paragraph> {
    let [tasks, profile] = match style.tone {
        Tone::Plain => [Phrase::WritingTasks, Phrase::WritingProfile],
        Tone::Warm => [Phrase::WritingTasksWarm, Phrase::WritingProfileWarm],
        Tone::Formal => [Phrase::WritingTasksFormal, Phrase::WritingProfileFormal],
    };
    let items = |fields: &[Field]| fields.iter().flat_map(|field| items(content, *field)).collect();
    let terms = terms(language, content);
    // Notes are the organization's own; a long description offers them, and the user sees it before it counts.
    let notes = if style.length == Length::Long { items(&[Field::Notes]) } else { Vec::new() };
    let wanted = [Field::Requirements, Field::Qualifications, Field::Skills, Field::Languages];
    let all = [
        (Phrase::WritingAboutRole, terms.sentences, terms.items),
        (tasks, Vec::new(), items(&[Field::Responsibilities])),
        (profile, Vec::new(), items(&wanted)),
        (Phrase::WritingOffered, pay(language, content), items(&[Field::AdditionalPay, Field::Benefits])),
        (Phrase::WritingMore, Vec::new(), notes),
        (Phrase::WritingApply, applying(language, content), Vec::new()),
    ];
    all.into_iter().flat_map(|(heading, text, items)| section(language, heading, text, items)).collect()
}

/// A heading with sentences and a list; nothing without any.
fn section(language: Language, heading: Phrase, text: Vec<Unit>, items: Vec<Unit>) -> Vec<Paragraph> {
    let heading = Paragraph::of(Kind::Heading, vec![(Part::Heading, phrase(language, heading))]);
    let body = [Paragraph::of(Kind::Text, text), Paragraph::of(Kind::Item, items)];
    let body: Vec<Paragraph> = body.into_iter().filter(|paragraph| !paragraph.units.is_empty()).collect();
    if body.is_empty() { body } else { std::iter::once(heading).chain(body).collect() }
}

struct Terms {
    sentences: Vec<Unit>,
    /// With their labels.
    items: Vec<Unit>,
}

/// The terms: employment, contract, hours and start.
fn terms(language: Language, content: &Content) -> Terms {
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
    let countable = content.working_hours.first().filter(|hours| forms::is_hours(language, hours));
    let hours = countable.map(|hours| {
        (Part::Sentence(Field::WorkingHours), writing(language, Writing::Hours, &forms::bare(hours)))
    });
    let date = content.start_date.as_deref().filter(|date| forms::is_day(language, date));
    let start = date.map(|date| {
        (Part::Sentence(Field::StartDate), writing(language, Writing::Start, &forms::bare(date)))
    });
    let sentences = [employment, work, openings, hours, start].into_iter().flatten().collect();
    let item = |kind: &EmploymentType| phrases::employment_type(language, *kind);
    let several = kinds.iter().map(item).collect::<Vec<_>>().join(", ");
    let other_hours: Vec<String> = content
        .working_hours
        .iter()
        .skip(usize::from(countable.is_some()))
        .map(|hours| forms::bare(hours))
        .collect();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let items = [
        (Field::EmploymentTypes, if kinds.len() > 1 { several } else { String::new() }),
        (Field::ContractLength, text(&content.contract_length)),
        (Field::WorkingHours, other_hours.join("; ")),
        (Field::StartDate, if date.is_some() { String::new() } else { text(&content.start_date) }),
        (Field::Travel, text(&content.travel)),
        (Field::Relocation, text(&content.relocation)),
    ];
    let items = items.into_iter().filter(|(_, value)| !value.is_empty());
    let items = items.map(|(field, value)| labelled(language, field, &value)).collect();
    Terms { sentences, items }
}

/// "Working hours: 38 hours a week"; without the label if the value begins with its word: "Contract of one year".
fn labelled(language: Language, field: Field, value: &str) -> Unit {
    let (label, value) = (phrases::field(language, field), forms::bare(value));
    let text = match forms::repeats(&label, &value) {
        true => forms::capitalised(&value),
        false => phrases::labelled(language, &label, &value),
    };
    (Part::Labelled(field), text)
}

fn items(content: &Content, field: Field) -> Vec<Unit> {
    let items = content.list(field).into_iter().flatten();
    items.map(|item| (Part::Item(field), forms::capitalised(&forms::bare(item)))).collect()
}

/// The pay in a sentence.
fn pay(language: Language, content: &Content) -> Vec<Unit> {
    let Some(amount) = salary(language, &content.salary) else { return Vec::new() };
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

fn applying(language: Language, content: &Content) -> Vec<Unit> {
    let way = content.how_to_apply.as_deref().map(|way| {
        let bare = forms::bare(way);
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
