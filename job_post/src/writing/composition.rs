//! Composes a description from templates, for a model that writes none or claims too much.

use super::layout::Kind;
use super::levels::with_level;
use super::note_sections::{self, Section};
use super::opening::Subject;
use super::remarks::{self, Notes, is_of_pay};
use super::values::{self, Terms};
use super::{Length, Sources, Style, Tone, crumbs, forms, items, opening, working_hours};
use crate::language::Language;
use crate::language::phrases::{self, Phrase, Writing, phrase, writing};
use crate::language::words::plain_words;
use crate::locale::Locale;
use crate::{Content, Field};

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
    let Some(title) = content.title.as_deref() else { return Vec::new() };
    let locale = Locale::of(language, content);
    let notes = remarks::sorted(language, content, company);
    let mut first = opening(&locale, sources, style, &notes, title);
    let about = settings.about_company.as_deref();
    let own = content.description.as_deref();
    let statement = settings.equal_opportunity_statement.as_deref();
    first.extend(notes.introduction.iter().map(|note| (Part::Item(Field::Notes), forms::sentence(note))));
    if style.length == Length::Short {
        first.extend(in_prose(&locale, content, &notes));
        first.extend(statement.map(|statement| (Part::Own, statement.to_owned())));
        first.extend(closing(language, style));
        return vec![Paragraph::of(Kind::Text, first)];
    }
    let mut all = vec![Paragraph::of(Kind::Text, first)];
    all.extend([about, own].into_iter().flatten().map(Paragraph::own));
    all.extend(sections(&locale, content, style, &notes));
    all.extend(statement.map(Paragraph::own));
    // The way to apply begins with the invitation, if there is one.
    let closing = closing(language, style).filter(|_| style.tone != Tone::Plain || !says_how(content));
    all.extend(closing.map(|closing| Paragraph::of(Kind::Text, vec![closing])));
    all
}

/// The position and its terms in sentences.
fn in_prose(locale: &Locale, content: &Content, notes: &Notes) -> Vec<Unit> {
    let sentence = |(part, text): Unit| (part, forms::sentence(&text));
    let Terms { sentences, hours, items } = values::terms(locale, content, notes, true);
    let hours = values::in_one_line(locale, &hours);
    let own = content.description.as_deref().map(|own| (Part::Own, forms::sentence(own)));
    let is_role = |(section, _): &&(Section, String)| *section == Section::Role;
    let others = notes.others.iter().filter(|note| !is_role(note)).take(NOTES_OF_SHORT);
    let others = others.map(|(_, note)| (Part::Item(Field::Notes), forms::sentence(note)));
    let terms = hours.into_iter().chain(items).map(sentence);
    own.into_iter().chain(sentences).chain(terms).chain(others).collect()
}

fn says_how(content: &Content) -> bool {
    [&content.how_to_apply, &content.contact, &content.apply_by].into_iter().any(Option::is_some)
}

/// The sentence that invites to apply.
fn closing(language: Language, style: Style) -> Option<Unit> {
    let closing = match style.tone {
        Tone::Plain if style.length == Length::Short => return None,
        Tone::Plain => Phrase::WritingInvitation,
        Tone::Warm => Phrase::WritingClosingWarm,
        Tone::Formal => Phrase::WritingClosingFormal,
    };
    Some((Part::Courtesy, phrase(language, closing)))
}

/// The first sentences.
fn opening(locale: &Locale, sources: Sources<'_>, style: Style, notes: &Notes, title: &str) -> Vec<Unit> {
    let language = locale.language;
    let Sources { content, company, .. } = sources;
    let title = with_level(language, content, title);
    let role = |is_bare, subject| opening::role(language, content, notes, &title, is_bare, subject);
    let (we, they) = (role(false, Subject::We), role(false, Subject::Company));
    let opening = match (company.trim(), style.tone) {
        ("", _) => writing(language, Writing::OpeningNameless, &we),
        (company, Tone::Plain) => phrases::opening(language, Writing::Opening, company, &they),
        (company, Tone::Warm) => phrases::opening(language, Writing::OpeningWarm, company, &we),
        (company, Tone::Formal) => {
            phrases::opening(language, Writing::OpeningFormal, company, &role(true, Subject::Company))
        }
    };
    let is_warm = style.tone == Tone::Warm && style.length > Length::Short;
    let invitation = is_warm.then(|| (Part::Courtesy, phrase(language, Phrase::WritingInvitationWarm)));
    std::iter::once((Part::Opening, locale.worded(opening))).chain(invitation).collect()
}

fn sections(locale: &Locale, content: &Content, style: Style, notes: &Notes) -> Vec<Paragraph> {
    let language = locale.language;
    let [tasks, profile] = match style.tone {
        Tone::Plain => [Phrase::WritingTasks, Phrase::WritingProfile],
        Tone::Warm => [Phrase::WritingTasksWarm, Phrase::WritingProfileWarm],
        Tone::Formal => [Phrase::WritingTasksFormal, Phrase::WritingProfileFormal],
    };
    let mut done = items::items(language, content, Field::Responsibilities);
    let Profile { lists, given: mut offered } = profile_of(locale, content, notes);
    let paid = |(_, item): &Unit| content.salary.min.or(content.salary.max).is_some() && is_of_pay(item);
    for field in [Field::AdditionalPay, Field::Benefits] {
        offered.extend(items::items(language, content, field).into_iter().filter(|item| !paid(item)));
    }
    let mut notes = notes.clone();
    crumbs::join(language, &mut notes, &mut done, &mut offered);
    let notes = &notes;
    let of_note = |section: Section| values::of_section(notes, section);
    let Terms { sentences, mut hours, items: of_role } = values::terms(locale, content, notes, false);
    let of_hours = of_note(Section::Hours);
    hours.extend(of_hours.map(|(part, note)| (part, working_hours::with_noun(language, note))));
    let mut applying = values::applying(locale, content, notes);
    if style.tone == Tone::Plain && says_how(content) {
        let invitation = closing(language, style).filter(|(_, text)| !is_echoed(text, &applying));
        applying.splice(0..0, invitation);
    }
    if style.length == Length::Long {
        applying.push((Part::Courtesy, phrase(language, Phrase::WritingQuestions)));
    }
    let named = |heading: Phrase| phrase(language, heading);
    let text = |units: Vec<Unit>| Paragraph::of(Kind::Text, units);
    let list = |units: Vec<Unit>| Paragraph::of(Kind::Item, units);
    let pay = values::pay(locale, content, notes);
    let all = [
        (named(Phrase::WritingAboutRole), vec![text(sentences), list(of_role)]),
        (named(tasks), vec![list(done.into_iter().chain(of_note(Section::Tasks)).collect())]),
        (named(profile), labelled_lists(language, lists)),
        (phrases::field(language, Field::WorkingHours), vec![list(hours)]),
        (
            named(Phrase::WritingOffered),
            vec![text(pay), list(offered.into_iter().chain(of_note(Section::Offer)).collect())],
        ),
        (named(Phrase::WritingMore), vec![list(of_note(Section::More).collect())]),
        (named(Phrase::WritingApply), vec![text(applying)]),
    ];
    all.into_iter().flat_map(|(heading, body)| section(heading, body)).collect()
}

/// Do the units have a long word of the text, or another form of it: "Sollicitaties", "solliciteren"?
fn is_echoed(text: &str, units: &[Unit]) -> bool {
    const STEM: usize = 6;
    let stem = |word: String| word.chars().take(STEM).collect::<String>();
    let mut stems = plain_words(text).into_iter().filter(|word| word.chars().count() > STEM).map(stem);
    let said = units.iter().flat_map(|(_, unit)| plain_words(unit)).collect::<Vec<_>>();
    stems.any(|stem| said.iter().any(|word| word.starts_with(&stem)))
}

/// What applicants bring.
struct Profile {
    /// Each with its label.
    lists: Vec<(Option<Phrase>, Vec<Unit>)>,
    /// What they get there instead.
    given: Vec<Unit>,
}

/// What applicants bring: what is not needed, what is required, what is welcome. Labels stand before the last two.
fn profile_of(locale: &Locale, content: &Content, notes: &Notes) -> Profile {
    const WANTED: [Field; 4] = [Field::Requirements, Field::Qualifications, Field::Skills, Field::Languages];
    let is_welcome = |(_, item): &Unit| note_sections::is_optional(item);
    let all = WANTED.into_iter().flat_map(|field| items::items(locale.language, content, field));
    let (given, all): (Vec<Unit>, Vec<Unit>) = all.partition(|(_, item)| note_sections::is_given(item));
    let (mut welcome, mut required): (Vec<Unit>, Vec<Unit>) = all.into_iter().partition(is_welcome);
    let of_note = |section| values::of_section(notes, section);
    let (also_welcome, not_needed): (Vec<Unit>, Vec<Unit>) = of_note(Section::Profile).partition(is_welcome);
    let (later, first): (Vec<Unit>, Vec<Unit>) =
        not_needed.into_iter().partition(|(_, note)| note_sections::is_of_degree(note));
    welcome.extend(also_welcome);
    required.extend(of_note(Section::Ability));
    let has_both = !required.is_empty() && !welcome.is_empty();
    // "A degree isn't needed" opens no profile.
    if has_both {
        welcome.extend(later);
    } else {
        required.extend(later);
    }
    let lists = match has_both {
        true => vec![
            (None, first),
            (Some(Phrase::WritingRequired), required),
            (Some(Phrase::WritingWelcome), welcome),
        ],
        false => vec![(None, first.into_iter().chain(required).chain(welcome).collect())],
    };
    Profile { lists, given }
}

fn labelled_lists(language: Language, lists: Vec<(Option<Phrase>, Vec<Unit>)>) -> Vec<Paragraph> {
    let of_list = |(label, items): (Option<Phrase>, Vec<Unit>)| {
        let label = label.map(|label| vec![(Part::Courtesy, phrase(language, label))]).unwrap_or_default();
        [Paragraph::of(Kind::Text, label), Paragraph::of(Kind::Item, items)]
    };
    lists.into_iter().flat_map(of_list).collect()
}

/// A heading with its paragraphs; nothing without any.
fn section(heading: String, body: Vec<Paragraph>) -> Vec<Paragraph> {
    let heading = Paragraph::of(Kind::Heading, vec![(Part::Heading, heading)]);
    let body: Vec<Paragraph> = body.into_iter().filter(|paragraph| !paragraph.units.is_empty()).collect();
    if body.is_empty() { body } else { std::iter::once(heading).chain(body).collect() }
}
