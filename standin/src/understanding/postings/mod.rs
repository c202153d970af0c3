//! Reads a job ad that was pasted whole. Unlike in a conversation, the first value counts, headings name the topic of
//! their lines, and most numbers are no pay.

mod headings;
mod lines;
mod pay;
mod places;
mod terms;
mod titles;

use job_post::{Field, ProposedUpdate};

use crate::understanding::postings::lines::{HEADER, Line, Section};
use crate::{
    text::casing::capitalized,
    turn::Turn,
    understanding::{
        department, level, notes, skills,
        updates::{add, set},
        work_type,
    },
};

/// Fewest words and lines of an ad; shorter messages are conversation.
const FEWEST_WORDS: usize = 70;
const FEWEST_LINES: usize = 5;
/// Most items of one list.
const MOST_ITEMS: usize = 12;
/// Longest item in characters; longer lines are paragraphs.
const LONGEST_ITEM: usize = 160;
/// Fewest lines of a short ad, which is known by its headings.
const FEWEST_LINES_OF_A_SHORT_ONE: usize = 4;

/// Is the message a pasted ad?
pub(crate) fn is_posting(message: &str) -> bool {
    let words = message.split_whitespace().count();
    let lines = message.lines().filter(|line| !line.trim().is_empty()).count();
    (words >= FEWEST_WORDS && lines >= FEWEST_LINES)
        || (lines >= FEWEST_LINES_OF_A_SHORT_ONE && has_sections(message))
}

/// Are there headings on lines of their own, with items below?
fn has_sections(message: &str) -> bool {
    let lines = lines::of(message);
    let is_list =
        |line: &Line<'_>| matches!(line.section, Section::Tasks | Section::Profile | Section::Offer);
    let headings = lines.iter().filter(|line| line.is_heading && is_list(line)).count();
    let items = lines.iter().filter(|line| !line.is_heading && is_list(line)).count();
    headings >= 1 && items >= 2
}

/// The updates of an ad.
pub(crate) fn read(turn: &Turn) -> Vec<ProposedUpdate> {
    let lines = lines::of(&turn.message);
    let mut updates = Vec::new();
    let title = titles::find(turn, &lines);
    updates.extend(title.clone());
    updates.extend(level_of(&lines, title.as_ref()));
    updates.extend(places::find(&lines));
    updates.extend(work_type_of(&lines));
    updates.extend(department_of(&lines));
    updates.extend(pay::find(turn, &lines));
    updates.extend(terms::find(&lines));
    updates.extend(skills_of(turn, &lines));
    for (section, field) in [
        (Section::Tasks, Field::Responsibilities),
        (Section::Profile, Field::Requirements),
        (Section::Offer, Field::Benefits),
    ] {
        let items = lines.iter().filter(|line| line.section == section && !line.is_heading);
        let items = items.flat_map(Line::items).filter(|item| item.chars().count() <= LONGEST_ITEM);
        updates.extend(items.take(MOST_ITEMS).map(|item| add(field, item, item)));
    }
    let is_heading = |text: &str| lines.iter().any(|line| line.is_heading && line.text.contains(text));
    updates.extend(notes::of_an_ad(turn, &updates, is_heading));
    updates
}

/// The level in the title's line or after a label. Further down only "no experience needed" counts: a "senior" there may
/// be another person.
fn level_of(lines: &[Line<'_>], title: Option<&ProposedUpdate>) -> Option<ProposedUpdate> {
    let in_title = |line: &&Line<'_>| title.is_some_and(|title| line.text.contains(&title.quote));
    let named = lines.iter().take(HEADER).filter(in_title).chain(lines.iter().filter(|line| {
        line.label.as_deref().is_some_and(|label| {
            ["level", "seniority", "experience level", "career level", "karrierestufe"].contains(&label)
        })
    }));
    let first = named.flat_map(|line| &line.sentences).flat_map(level::find).find(is_level);
    first.or_else(|| {
        let others = lines.iter().filter(|line| line.section != Section::Company);
        others
            .flat_map(|line| &line.sentences)
            .flat_map(level::find)
            .find(|it| is_level(it) && it.value == "entry")
    })
}

fn is_level(update: &ProposedUpdate) -> bool {
    update.field == Field::ExperienceLevel
}

/// The first work type outside the text about the company.
fn work_type_of(lines: &[Line<'_>]) -> Option<ProposedUpdate> {
    let about_us = |line: &&Line<'_>| line.section != Section::Company;
    lines.iter().filter(about_us).flat_map(|line| &line.sentences).find_map(work_type::find)
}

/// The department after its label.
fn department_of(lines: &[Line<'_>]) -> Option<ProposedUpdate> {
    const LABELS: &[&str] = &[
        "department",
        "dept",
        "abteilung",
        "département",
        "departamento",
        "equipo",
        "reparto",
        "wydział",
        "dipartimento",
        "afdeling",
        "dział",
    ];
    let labelled =
        lines.iter().find(|line| line.label.as_deref().is_some_and(|label| LABELS.contains(&label)));
    let Some(named) = labelled else {
        let others = lines.iter().filter(|line| line.section != Section::Company);
        return others.flat_map(|line| &line.sentences).find_map(department::labelled);
    };
    let name = named.value.split(['(', '|', ';', ',']).next()?.trim();
    let is_name = !name.is_empty() && name.split_whitespace().count() <= 6;
    is_name.then(|| set(Field::Department, &capitalized(name), name))
}

/// Known skills, outside the text about the company and the offer.
fn skills_of(turn: &Turn, lines: &[Line<'_>]) -> Vec<ProposedUpdate> {
    let asked = lines.iter().filter(|line| !matches!(line.section, Section::Company | Section::Offer));
    let mut found: Vec<ProposedUpdate> = Vec::new();
    for update in asked.flat_map(|line| &line.sentences).flat_map(|sentence| skills::named_in(turn, sentence))
    {
        if !found.iter().any(|it| it.value.to_lowercase() == update.value.to_lowercase()) {
            found.push(update);
        }
    }
    found.truncate(MOST_ITEMS);
    found
}
