//! Tasks that a position typically has, offered for a yes or a no. What nobody can know, such as benefits and pay, is only
//! asked for.

use std::sync::LazyLock;

use job_post::{Field, Intent, Language, ProposedUpdate, consent};
use regex::Regex;

use super::{
    occupations, proposals::add, replies, topics::Topic, turn::Turn, understanding::Understanding,
    words::pattern,
};
use crate::phrases::{Tell, tell};

/// So many tasks are offered at once.
const TASKS: usize = 3;

/// What is offered in this turn: tasks, where the user asks for ideas or does not know, or where nothing new was said and
/// they come next. Never twice, and not beside a change: that is shown and confirmed first.
pub(super) fn find(turn: &Turn, understood: &Understanding<'_>) -> Vec<ProposedUpdate> {
    let is_settled = !understood.updates.is_empty()
        || understood.crossing.is_some()
        || understood.intent != Some(Intent::Continue);
    let asks = understood.sentences.iter().any(|sentence| sentence.is_question) && !wants_ideas(turn);
    if is_settled || asks || replies::is_greeting(&turn.message) || !turn.has("title") || was_offered(turn) {
        return Vec::new();
    }
    let missing = !Topic::Responsibilities.is_known(turn);
    let next = Topic::next(turn, &[]) == Some(Topic::Responsibilities);
    if !missing || !(next || wants_ideas(turn)) {
        return Vec::new();
    }
    tasks(turn.language, turn.text("title"))
        .into_iter()
        .map(|task| add(Field::Responsibilities, &task, ""))
        .collect()
}

/// The tasks of the last reply once more, if it offered some and the message is a plain yes.
pub(super) fn accepted(turn: &Turn) -> Vec<ProposedUpdate> {
    let offered = if consent::is_plain_yes(&turn.message) { offered(turn) } else { Vec::new() };
    offered.into_iter().map(|task| add(Field::Responsibilities, &task, "")).collect()
}

/// Whether the message says no to what the last reply offered.
pub(super) fn is_declined(turn: &Turn) -> bool {
    static NO: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)^\W*(?:no|nope|nah|rather\s+not|don't|do\s+not|nein|nee|lieber\s+nicht|non|لا)\b")
    });
    NO.is_match(&turn.message) && !offered(turn).is_empty()
}

/// The offer as a sentence and a question.
pub(super) fn told(turn: &Turn, offered: &[ProposedUpdate]) -> String {
    let tasks: Vec<&str> = offered.iter().map(|update| update.value.as_str()).collect();
    tell(turn.language, Tell::Suggest, &tasks.join("; "))
}

fn was_offered(turn: &Turn) -> bool {
    turn.replies.iter().any(|reply| !tasks_in(turn, reply).is_empty())
}

fn offered(turn: &Turn) -> Vec<String> {
    tasks_in(turn, &turn.last_reply)
}

/// The typical tasks that a reply names, if it names all of them in one offer.
fn tasks_in(turn: &Turn, reply: &str) -> Vec<String> {
    let offer = |language: &Language| {
        let tasks = tasks(*language, turn.text("title"));
        let named = !tasks.is_empty() && reply.contains(&tasks.join("; "));
        named.then_some(tasks)
    };
    Language::ALL.iter().find_map(offer).unwrap_or_default()
}

/// "What would you suggest?", "I don't know, you write them", to the question for the tasks.
fn wants_ideas(turn: &Turn) -> bool {
    static IDEAS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)\b(?:suggest\w*|propos\w+|ideas?|typical\w*|the\s+usual|standard\s+(?:tasks|ones)|come\s+up\s+with|you\s+(?:decide|write|choose|fill)",
            r"|vorschl\w+|vorschlag\w*|ideen?|typisch\w*|üblich\w*|schlag\w*\b.{1,40}\bvor|propose[zr]?|suggér\w+|idées?|sugier\w+|sugerencias?|propuestas?|ideas)\b",
        ))
    });
    static UNSURE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:don't\s+know|not\s+sure|no\s+idea|whatever|up\s+to\s+you|you\s+tell\s+me|keine\s+ahnung|weiß\s+(?:ich\s+)?nicht|egal|je\s+ne\s+sais\s+pas|no\s+(?:lo\s+)?sé|لا\s+أعرف)\b",
        )
    });
    let about_pay =
        Topic::named_in(&turn.message).iter().any(|topic| matches!(topic, Topic::Salary | Topic::Benefits));
    let asked = Topic::asked_last(turn) == Some(Topic::Responsibilities);
    (IDEAS.is_match(&turn.message) && !about_pay) || (asked && UNSURE.is_match(&turn.message))
}

/// Three tasks of people with this title, our own list first; none in a language that neither source has.
fn tasks(language: Language, title: &str) -> Vec<String> {
    let own = own_tasks(language, title);
    let known = || if language == Language::English { occupations::tasks(title) } else { Vec::new() };
    let specific = known();
    // ESCO knows the "quantity surveyor", our list only "surveyors".
    let tasks = if specific.len() >= TASKS { specific } else { own };
    tasks.into_iter().take(TASKS).map(str::to_owned).collect()
}

fn own_tasks(language: Language, title: &str) -> Vec<&'static str> {
    static LIST: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| {
        let lines = include_str!("data/typical_tasks.txt").lines().filter(|line| !line.starts_with('#'));
        let parts = lines.map(|line| line.split('|').map(str::trim));
        parts.filter_map(|mut parts| Some([parts.next()?, parts.next()?, parts.next()?])).collect()
    });
    let place = match language {
        Language::English => 1,
        Language::German => 2,
        _ => return Vec::new(),
    };
    let title = title.to_lowercase();
    let words: Vec<&str> = title.split([' ', '/', '-']).collect();
    let is_meant = |noun: &str, word: &str| {
        let word = word
            .strip_suffix("innen")
            .or_else(|| word.strip_suffix("in"))
            .or_else(|| word.strip_suffix('s'))
            .unwrap_or(word);
        // German compounds: "Restaurantleiter".
        word == noun || (noun.len() > 4 && place == 2 && word.ends_with(noun))
    };
    // The last word of a title says what somebody is.
    let found = words.iter().rev().find_map(|word| {
        LIST.iter().find(|it| it[0].split(' ').any(|noun| is_meant(noun, word) || noun == *word))
    });
    found.map(|it| it[place].split("; ").collect()).unwrap_or_default()
}
