//! Composes a description from templates, for a model that writes none or claims too much.

use super::layout::Kind;
use super::remarks::{self, Notes};
use super::values::{self, Terms};
use super::{Length, Sources, Style, Tone, forms, items};
use crate::Field;
use crate::language::Language;
use crate::language::phrases::{self, Phrase, Writing, phrase, writing};

/// Most notes of a short description.
const NOTES_OF_SHORT: usize = 3;

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
    let Sources { content, company, settings } = sources;
    let Some(mut first) = opening(language, sources, style) else { return Vec::new() };
    let notes = remarks::sorted(language, content, company);
    let about = settings.about_company.as_deref();
    let own = content.description.as_deref();
    let statement = settings.equal_opportunity_statement.as_deref();
    let closing = closing(language, style);
    let said = |notes: &[String]| -> Vec<Unit> {
        notes.iter().map(|note| (Part::Item(Field::Notes), forms::sentence(note))).collect()
    };
    first.extend(said(&notes.introduction));
    if style.length == Length::Short {
        let sentence = |(part, text): Unit| (part, forms::sentence(&text));
        let Terms { sentences, hours, items } = values::terms(language, content);
        let hours = values::in_one_line(language, &hours);
        first.extend(own.map(|own| (Part::Own, forms::sentence(own))));
        first.extend(sentences);
        first.extend(hours.into_iter().chain(items).map(sentence));
        first.extend(said(&notes.others).into_iter().take(NOTES_OF_SHORT));
        first.extend(statement.map(|statement| (Part::Own, statement.to_owned())));
        first.extend(closing);
        return vec![Paragraph::of(Kind::Text, first)];
    }
    let mut all = vec![Paragraph::of(Kind::Text, first)];
    all.extend([about, own].into_iter().flatten().map(Paragraph::own));
    all.extend(sections(language, sources, style, &notes));
    all.extend(statement.map(Paragraph::own));
    all.extend(closing.map(|closing| Paragraph::of(Kind::Text, vec![closing])));
    all
}

/// The last sentence, which invites to apply.
fn closing(language: Language, style: Style) -> Option<Unit> {
    let closing = match style.tone {
        Tone::Plain if style.length == Length::Short => return None,
        Tone::Plain => Phrase::WritingInvitation,
        Tone::Warm => Phrase::WritingClosingWarm,
        Tone::Formal => Phrase::WritingClosingFormal,
    };
    Some((Part::Courtesy, phrase(language, closing)))
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
    let is_warm = style.tone == Tone::Warm && style.length > Length::Short;
    let invitation = is_warm.then(|| (Part::Courtesy, phrase(language, Phrase::WritingInvitationWarm)));
    Some(std::iter::once((Part::Opening, opening)).chain(invitation).collect())
}

fn sections(language: Language, sources: Sources<'_>, style: Style, notes: &Notes) -> Vec<Paragraph> {
    let content = sources.content;
    let [tasks, profile] = match style.tone {
        Tone::Plain => [Phrase::WritingTasks, Phrase::WritingProfile],
        Tone::Warm => [Phrase::WritingTasksWarm, Phrase::WritingProfileWarm],
        Tone::Formal => [Phrase::WritingTasksFormal, Phrase::WritingProfileFormal],
    };
    let listed = |fields: &[Field]| -> Vec<Unit> {
        fields.iter().flat_map(|field| items::items(language, content, *field)).collect()
    };
    let Terms { sentences, mut hours, items: mut of_role } = values::terms(language, content);
    if let [_] = &*hours {
        of_role.splice(0..0, values::in_one_line(language, &hours));
        hours.clear();
    }
    let others = notes.others.iter().map(|note| (Part::Item(Field::Notes), note.clone())).collect();
    let mut applying = values::applying(language, content);
    if style.length == Length::Long {
        applying.push((Part::Courtesy, phrase(language, Phrase::WritingQuestions)));
    }
    let wanted = [Field::Requirements, Field::Qualifications, Field::Skills, Field::Languages];
    let named = |heading: Phrase| phrase(language, heading);
    let all = [
        (named(Phrase::WritingAboutRole), sentences, of_role),
        (named(tasks), Vec::new(), listed(&[Field::Responsibilities])),
        (named(profile), Vec::new(), listed(&wanted)),
        (phrases::field(language, Field::WorkingHours), Vec::new(), hours),
        (
            named(Phrase::WritingOffered),
            values::pay(language, content, &notes.of_pay),
            listed(&[Field::AdditionalPay, Field::Benefits]),
        ),
        (named(Phrase::WritingMore), Vec::new(), others),
        (named(Phrase::WritingApply), applying, Vec::new()),
    ];
    all.into_iter().flat_map(|(heading, text, items)| section(heading, text, items)).collect()
}

/// A heading with sentences and a list; nothing without any.
fn section(heading: String, text: Vec<Unit>, items: Vec<Unit>) -> Vec<Paragraph> {
    let heading = Paragraph::of(Kind::Heading, vec![(Part::Heading, heading)]);
    let body = [Paragraph::of(Kind::Text, text), Paragraph::of(Kind::Item, items)];
    let body: Vec<Paragraph> = body.into_iter().filter(|paragraph| !paragraph.units.is_empty()).collect();
    if body.is_empty() { body } else { std::iter::once(heading).chain(body).collect() }
}
