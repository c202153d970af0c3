//! Grounds level and work type: a phrase for the value must occur, and must not be negated.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::grounded::Grounded;
use super::support::is_negated;
use crate::decision::message::Message;
use crate::decision::transcript::Transcript;
use crate::language::list_file;
use crate::language::word_forms::without_particles;
use crate::language::words::{Word, among, plain_words};
use crate::{ExperienceLevel, Field, WorkType};

pub(crate) fn choice<'a>(transcript: &Transcript<'a>, field: Field, value: &str) -> Option<Grounded<'a>> {
    let stated = transcript.messages().find_map(|message| mention(message, field, value));
    if let Some(quote) = stated {
        return Some(Grounded::stated(value, quote));
    }
    let proposal = transcript.confirmed.map(Message::new);
    if proposal.is_some_and(|proposal| mention(&proposal, field, value).is_some()) {
        return Some(Grounded::confirmed(value, transcript));
    }
    let implied_by_years = field == Field::ExperienceLevel && value == ExperienceLevel::Senior.as_str();
    (implied_by_years && transcript.messages().any(asks_for_many_years)).then(|| Grounded::assumed(value))
}

/// Does the text name the level or work type?
pub(crate) fn names_choice(message: &Message<'_>, field: Field, value: &str) -> bool {
    crate::values::canonical(field, value).is_some_and(|value| mention(message, field, &value).is_some())
}

/// The words of the message for the value.
fn mention<'a>(message: &Message<'a>, field: Field, value: &str) -> Option<&'a str> {
    let span = match field {
        Field::WorkType => work_type(message, WorkType::parse(value)?),
        _ => any_of(message, phrases(value)),
    }?;
    Some(&message.text[span])
}

/// The phrases of each value, split into words.
static PHRASES: LazyLock<HashMap<&str, Vec<Vec<String>>>> = LazyLock::new(|| {
    let mut phrases: HashMap<&str, Vec<Vec<String>>> = HashMap::new();
    for (value, listed) in list_file::named(include_str!("../../../data/choices.txt")) {
        let listed = listed.split(", ").map(|phrase| phrase.split(' ').map(part).collect());
        phrases.entry(value).or_default().extend(listed);
    }
    phrases
});

/// One word of a phrase, in the form in which words are compared.
fn part(word: &str) -> String {
    let open = |sign: bool| if sign { "*" } else { "" };
    format!("{}{}{}", open(word.starts_with('*')), plain_words(word).concat(), open(word.ends_with('*')))
}

/// The phrases of a level or a work type.
fn phrases(value: &str) -> &'static [Vec<String>] {
    PHRASES.get(value).map_or(&[], Vec::as_slice)
}

fn work_type(message: &Message<'_>, kind: WorkType) -> Option<Range<usize>> {
    match kind {
        WorkType::Remote => any_of(message, phrases(WorkType::Remote.as_str())),
        WorkType::Onsite => {
            any_of(message, phrases(WorkType::Onsite.as_str())).or_else(|| remote_denied(message))
        }
        WorkType::Hybrid => any_of(message, phrases(WorkType::Hybrid.as_str())).or_else(|| {
            let (home, office) = (
                any_of(message, phrases(WorkType::Remote.as_str()))?,
                any_of(message, phrases(WorkType::Onsite.as_str()))?,
            );
            Some(home.start.min(office.start)..home.end.max(office.end))
        }),
    }
}

/// Is remote work denied: "Remote: no", "no remote work"? "Not fully remote" does not deny it.
fn remote_denied(message: &Message<'_>) -> Option<Range<usize>> {
    let words = &message.words;
    (0..words.len()).find_map(|at| {
        let length = longest_at(words, at, phrases(WorkType::Remote.as_str()))?;
        let partly = words[at.saturating_sub(2)..at]
            .iter()
            .any(|word| among(&word.plain, "fully completely entirely only just 100 ganz komplett nur entièrement totalement completamente total كامل"));
        let answered = is_answered_no(message, at + length);
        let denied = answered || is_negated(message.text, words, at);
        let end = words[at + length - usize::from(!answered)].span.end;
        (denied && !partly).then(|| words[at].span.start..end)
    })
}

/// The word behind a field's name and a colon is a no.
fn is_answered_no(message: &Message<'_>, at: usize) -> bool {
    at > 0
        && message.words.get(at).is_some_and(|word| {
            among(&word.plain, "no none nein non لا ليس")
                && message.text[message.words[at - 1].span.end..word.span.start].contains(':')
        })
}

/// The first phrase that is neither negated nor part of another name.
fn any_of(message: &Message<'_>, phrases: &[Vec<String>]) -> Option<Range<usize>> {
    let words = &message.words;
    (0..words.len()).find_map(|at| {
        let length = longest_at(words, at, phrases)?;
        let other_name =
            words.get(at + length).is_some_and(|next| is_other_name(&words[at].plain, &next.plain));
        let denied = is_negated(message.text, words, at) || is_answered_no(message, at + length);
        let fine = !other_name && !denied;
        fine.then(|| words[at].span.start..words[at + length - 1].span.end)
    })
}

/// Is it another name: "remote sensing", "office manager", "lead generation"?
fn is_other_name(word: &str, next: &str) -> bool {
    match word {
        "remote" => {
            among(next, "sensing sensor sensors control controls controlled desktop access monitoring")
        }
        "office" => {
            among(next, "manager managers assistant administrator suite 365 equipment supplies management")
        }
        "lead" | "leads" => among(next, "generation times time qualification qualifications nurturing"),
        "head" => among(next, "count office quarters hunter"),
        _ => false,
    }
}

/// The length in words of the longest phrase at `at`.
fn longest_at(words: &[Word], at: usize, phrases: &[Vec<String>]) -> Option<usize> {
    let occurs = |phrase: &&Vec<String>| {
        let run = words.get(at..at + phrase.len());
        run.is_some_and(|run| std::iter::zip(run, *phrase).all(|(word, part)| fits(&word.plain, part)))
    };
    phrases.iter().filter(occurs).map(Vec::len).max()
}

fn fits(word: &str, pattern: &str) -> bool {
    if let Some(ending) = pattern.strip_prefix('*') {
        return word.ends_with(ending);
    }
    pattern.strip_suffix('*').map_or_else(
        || word == pattern || without_particles(word).any(|bare| bare == pattern),
        |beginning| word.starts_with(beginning),
    )
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_and_work_type_has_phrases() {
        let values = ExperienceLevel::ALL.map(ExperienceLevel::as_str);
        let kinds = WorkType::ALL.map(WorkType::as_str);
        let named: Vec<&str> = values.into_iter().chain(kinds).collect();
        assert!(named.iter().all(|value| !phrases(value).is_empty()));
        assert!(PHRASES.keys().all(|value| named.contains(value)), "{:?}", PHRASES.keys());
    }
}
