//! Suggests typical tasks of a position and asks for a yes or a no. Benefits and pay are never suggested.

use std::sync::LazyLock;

use job_post::{Field, Intent, ProposedUpdate};
use regex::Regex;

use crate::{
    phrases::{Template, filled},
    text::sentences::pattern,
    turn::Turn,
    understanding::{Understanding, acts, postings, topics::Topic, typical_tasks, updates::add},
};

/// The tasks to suggest in this turn.
///
/// Tasks are suggested once a session: when the user asks for ideas, does not know, or said nothing new and the tasks
/// are the next topic. A turn with a change suggests nothing, because its summary is confirmed first.
pub(crate) fn find(turn: &Turn, understood: &Understanding<'_>) -> Vec<ProposedUpdate> {
    let says_something_else = !understood.updates.is_empty()
        || understood.crossing.is_some()
        || understood.intent != Some(Intent::Continue)
        || postings::is_posting(&turn.message);
    let asks = understood.sentences.iter().any(|sentence| sentence.is_question) && !wants_ideas(turn);
    let is_possible = turn.has("title") && !typical_tasks::were_offered(turn);
    if says_something_else || asks || acts::is_greeting(&turn.message) || !is_possible {
        return Vec::new();
    }
    let missing = !Topic::Responsibilities.is_known(turn);
    let next = Topic::next(turn, &[]) == Some(Topic::Responsibilities);
    if !missing || !(next || wants_ideas(turn)) {
        return Vec::new();
    }
    let tasks = typical_tasks::of(turn.language, turn.text("title"));
    tasks.into_iter().map(|task| add(Field::Responsibilities, &task, "")).collect()
}

/// Does the message decline what the last reply suggested?
pub(crate) fn is_declined(turn: &Turn) -> bool {
    static NO: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)^\W*(?:no|nope|nah|rather\s+not|don't|do\s+not|nein|nee|lieber\s+nicht|non|لا)\b")
    });
    NO.is_match(&turn.message) && !typical_tasks::offered_last(turn).is_empty()
}

/// The suggestion as a sentence and a question.
pub(crate) fn text(turn: &Turn, suggested: &[ProposedUpdate]) -> String {
    let tasks: Vec<&str> = suggested.iter().map(|update| update.value.as_str()).collect();
    filled(turn.language, Template::Suggest, &tasks.join("; "))
}

/// "What would you suggest?", or "I don't know" as an answer to the question about the tasks.
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
