//! Grounds level, work type and employment types: a phrase for the value must occur, and must not be negated.

#[cfg(test)]
mod siblings_tests;
mod surroundings;
#[cfg(test)]
mod tests;
mod work_type;

use std::ops::Range;
use std::sync::LazyLock;

use super::grounded::Grounded;
use super::support::negation::{self, is_answered_no};
use super::support::phrase_lists::PhraseLists;
use crate::decision::message::Message;
use crate::decision::transcript::Transcript;
use crate::language::likeness::{folded, is_misspelt};
use crate::language::words::{Word, among};
use crate::{EmploymentType, ExperienceLevel, Field, WorkType};

/// The phrases of each level, work type and employment type.
static PHRASES: LazyLock<PhraseLists> =
    LazyLock::new(|| PhraseLists::of(include_str!("../../../data/choices.txt")));

/// The shortest word, in letters, in which a typing error is looked for.
const LONG: usize = 6;

/// What a message says about a value, if it says anything.
enum Mention {
    /// The byte range of the words.
    Stated(Range<usize>),
    Denied,
}

pub(crate) fn choice<'a>(transcript: &Transcript<'a>, field: Field, value: &str) -> Option<Grounded<'a>> {
    // The newest message that says anything decides: "Remote. – No, remote isn't possible after all."
    let newest = transcript.messages().find_map(|message| Some((message, mention(message, field, value)?)));
    if let Some((message, Mention::Stated(span))) = newest {
        let is_current = std::ptr::eq(message, &transcript.current);
        if !is_current && names_another(&transcript.current, field, value)
            || is_part_of_hybrid(message, value)
        {
            return None;
        }
        return Some(Grounded::stated(value, &message.text[span]));
    }
    let proposal = transcript.confirmed.map(Message::new);
    let proposed = proposal.is_some_and(|it| matches!(mention(&it, field, value), Some(Mention::Stated(_))));
    if proposed {
        return Some(Grounded::confirmed(value, transcript));
    }
    if let Some(quote) = misspelt(&transcript.current, value) {
        return Some(Grounded::interpreted(value, quote));
    }
    let implied_by_years = field == Field::ExperienceLevel && value == ExperienceLevel::Senior.as_str();
    (implied_by_years && transcript.messages().any(asks_for_many_years)).then(|| Grounded::assumed(value))
}

/// Is the work in the office, or that at home, only a part of hybrid work: "hybrid, three days in the office"?
fn is_part_of_hybrid(message: &Message<'_>, value: &str) -> bool {
    matches!(value, "onsite" | "remote") && work_type::names_hybrid(message)
}

/// Does the message name another value of the field, so that an earlier one no longer counts?
fn names_another(message: &Message<'_>, field: Field, value: &str) -> bool {
    let levels = ExperienceLevel::ALL.iter().map(|level| level.as_str());
    let work_types = WorkType::ALL.iter().map(|kind| kind.as_str());
    let values: Vec<&str> = match field {
        Field::WorkType => work_types.collect(),
        Field::ExperienceLevel => levels.collect(),
        // A post may offer several employment types.
        _ => return false,
    };
    let is_stated = |other: &&str| matches!(mention(message, field, other), Some(Mention::Stated(_)));
    values.iter().any(|other| *other != value && is_stated(other))
}

/// A word of the message that is a phrase for the value with a typing error: "hybird", "seniour".
fn misspelt<'a>(message: &Message<'a>, value: &str) -> Option<&'a str> {
    let known: Vec<String> =
        PHRASES.single_words(value).filter(|word| word.chars().count() >= LONG).map(folded).collect();
    let found = message.words.iter().enumerate().find(|(at, word)| {
        let said = folded(&word.plain);
        said.chars().count() >= LONG
            && !known.contains(&said)
            // Two errors make "experience" of "expérimenté".
            && known.iter().any(|phrase| {
                // "Directory" is no misspelling of "director": people hardly ever miss the end of a word.
                is_misspelt(&said, phrase)
                    && strsim::osa_distance(&said, phrase) == 1
                    && said.chars().next_back() == phrase.chars().next_back()
            })
            && !negation::is_negated(message.text, &message.words, *at)
            && !is_someone_else(value, &message.words, *at)
    });
    found.map(|(_, word)| &message.text[word.span.clone()])
}

/// The employment types that a text states, each with the byte range of its words.
pub fn employment_types_in(text: &str) -> Vec<(EmploymentType, Range<usize>)> {
    let message = Message::new(text);
    let all = EmploymentType::ALL.into_iter();
    all.filter_map(|kind| Some((kind, stated(&message, kind.as_str())?))).collect()
}

/// Does the text name the level, work type or employment type?
pub(crate) fn names_choice(message: &Message<'_>, field: Field, value: &str) -> bool {
    let value = crate::values::canonical(field, value);
    value.is_some_and(|value| matches!(mention(message, field, &value), Some(Mention::Stated(_))))
}

fn mention(message: &Message<'_>, field: Field, value: &str) -> Option<Mention> {
    match field {
        Field::WorkType => work_type::mention(message, WorkType::parse(value)?),
        _ => stated(message, value).map(Mention::Stated),
    }
}

/// The first phrase for a level or an employment type that is neither negated nor part of another name.
fn stated(message: &Message<'_>, value: &str) -> Option<Range<usize>> {
    let words = &message.words;
    (0..words.len()).find_map(|at| {
        let end = at + PHRASES.longest_at(value, words, at)?;
        let other_name = words.get(end).is_some_and(|next| is_other_name(&words[at].plain, &next.plain));
        let denied = is_someone_else(value, words, at)
            || negation::denial(message.text, words, at..end).is_some()
            || is_answered_no(message.text, words, end);
        (!other_name && !denied).then(|| words[at].span.start..words[end - 1].span.end)
    })
}

/// Is it somebody else: "our director agreed", "you report to the head chef", "unser Direktor", "a diretora liberou"?
fn is_someone_else(value: &str, words: &[Word], at: usize) -> bool {
    const OURS: &str = "our my their his her unser unsere unserem unseren mein meine meinem notre mon ma nuestro nuestra mi nosso \
        nossa meu minha nostro nostra mio mia onze mijn nasz nasza mój moja";
    const BESIDE: &str = "report reports reporting under coach coaches mentor mentors support supports assist assists \
        berichtest berichten berichtet unterstützt unterstützen rattaché rattachée reportas reporta responde";
    const ACTS: &str = "agreed said approved wants says is hat ist will war liberou aprovou disse autorizou quer dijo quiere dice a \
        dit veut ha vuole zei wil powiedział powiedziała chce";
    let before = |back: usize| at.checked_sub(back).map(|place| &*words[place].plain);
    let is_ours = before(1).is_some_and(|word| among(word, OURS));
    let is_beside = (1..=4).filter_map(before).any(|word| among(word, BESIDE));
    let acts = words.get(at + 1).is_some_and(|next| among(&next.plain, ACTS));
    let is_role = matches!(value, "executive" | "lead");
    is_beside || is_role && (is_ours || acts)
}

/// Is it another name: "lead generation", "head count"?
fn is_other_name(word: &str, next: &str) -> bool {
    match word {
        "lead" | "leads" => among(next, "generation times time qualification qualifications nurturing"),
        "head" => among(next, "count office quarters hunter"),
        // Whom the work is for.
        "senior" => among(
            next,
            "residents resident citizens citizen people persons adults patients clients guests members living care housing \
             homes home centre center community communities apartments services",
        ),
        _ => false,
    }
}

/// Does the message mention five or more years?
fn asks_for_many_years(message: &Message<'_>) -> bool {
    message.figures().iter().any(|figure| {
        let behind = message.words.iter().find(|word| word.span.start >= figure.span.end);
        behind.is_some_and(|word| {
            among(&word.plain, "years yrs year jahre jahren ans années años سنوات سنه سنة أعوام اعوام")
        }) && figure.values.first().is_some_and(|years| *years >= 5.into() && *years <= 40.into())
    })
}
