//! A job ad pasted whole. Unlike in talk, the first thing said counts, headings tell what their lines are about, and most
//! numbers are nobody's pay.

mod lines;
mod pay;
mod places;
mod titles;

use job_post::{Field, ProposedUpdate};

use self::lines::{Line, Section};
use super::{level, proposals::add, skills, turn::Turn, work_type};

/// Shorter messages are talk.
const FEWEST_WORDS: usize = 70;
const FEWEST_LINES: usize = 5;
/// Items that are taken into one list.
const MOST_ITEMS: usize = 12;
/// Longer ones are paragraphs, in characters.
const LONGEST_ITEM: usize = 160;
/// What stands at the top is about the position.
const HEADER: usize = 9;

/// Whether a message is an ad that was pasted.
pub(super) fn is_posting(message: &str) -> bool {
    let words = message.split_whitespace().count();
    let lines = message.lines().filter(|line| !line.trim().is_empty()).count();
    words >= FEWEST_WORDS && lines >= FEWEST_LINES
}

/// What an ad says of the position.
pub(super) fn read(turn: &Turn) -> Vec<ProposedUpdate> {
    let lines = lines::of(&turn.message);
    let mut updates = Vec::new();
    let title = titles::find(&lines);
    updates.extend(title.clone());
    updates.extend(level_of(&lines, title.as_ref()));
    updates.extend(places::find(&lines));
    updates.extend(work_type_of(&lines));
    updates.extend(pay::find(turn, &lines));
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
    updates
}

/// In the title's line or named as the level; further down "senior" is somebody else, but "no experience needed" is not.
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

/// The first that is named, rather at the top.
fn work_type_of(lines: &[Line<'_>]) -> Option<ProposedUpdate> {
    let about_us = |line: &&Line<'_>| line.section != Section::Company;
    lines.iter().filter(about_us).flat_map(|line| &line.sentences).find_map(work_type::find)
}

/// Known skills, wherever they are asked for or used.
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
