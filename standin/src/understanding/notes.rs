//! Keeps what a sentence states and no field holds, in the user's own words.

use job_post::{Field, Intent, ProposedUpdate};

use crate::{
    text::sentences::Sentence,
    turn::Turn,
    understanding::{Understanding, acts, intent, topics::Topic, updates::add},
};

/// Fewest words of a statement; fewer are a reaction.
const FEWEST_WORDS: usize = 4;
/// Longest note in characters.
const LONGEST: usize = 400;

/// What people do instead of stating something, by the names of the acts.
const ACTS: [&str; 12] = [
    "agree",
    "ask-agent",
    "ask-change",
    "ask-pay",
    "ask-state",
    "ask-who",
    "correct",
    "deny",
    "greet",
    "hold",
    "nothing",
    "undo",
];

/// The notes of a message about a position that is known.
pub(crate) fn find(turn: &Turn, understood: &Understanding<'_>) -> Vec<ProposedUpdate> {
    let is_of_a_post = turn.has("title") || understood.updates.iter().any(|it| it.field == Field::Title);
    let goes_on = understood.intent == Some(Intent::Continue);
    let holds_back = intent::holds_back(&turn.message, &understood.sentences);
    if !is_of_a_post || !goes_on || holds_back || understood.crossing.is_some() {
        return Vec::new();
    }
    let is_new =
        |it: &&Sentence<'_>| states_something(it) && !is_taken(it, understood) && !names_a_skill(turn, it);
    let kept =
        understood.sentences.iter().filter(is_new).map(|it| it.text().trim_end_matches(['.', '!', ' ']));
    kept.map(|text| add(Field::Notes, text, text)).collect()
}

fn states_something(sentence: &Sentence<'_>) -> bool {
    let text = sentence.text();
    sentence.words.len() >= FEWEST_WORDS
        && text.chars().count() <= LONGEST
        && !sentence.is_question
        && acts::removal(sentence).is_empty()
        && !acts::is_refusal(text)
        && !ACTS.iter().any(|act| acts::does(sentence, act))
        // A change of pay in other words than figures needs a question, not a note.
        && !Topic::named_in(text).contains(&Topic::Salary)
}

/// Is the sentence about a skill that the post has already?
fn names_a_skill(turn: &Turn, sentence: &Sentence<'_>) -> bool {
    let text = sentence.text().to_lowercase();
    turn.list("skills").iter().any(|skill| text.contains(&skill.to_lowercase()))
}

/// Is a part of the sentence the ground of an update?
fn is_taken(sentence: &Sentence<'_>, understood: &Understanding<'_>) -> bool {
    let text = sentence.text();
    let quotes = understood.updates.iter().map(|update| &*update.quote).filter(|quote| !quote.is_empty());
    quotes.into_iter().any(|quote| text.contains(quote) || quote.contains(text))
}
