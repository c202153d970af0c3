//! "Put the salary back": finds a removed value again in the user's earlier messages.

use job_post::ProposedUpdate;

use crate::{
    text::sentences::{Sentence, sentences},
    turn::Turn,
    understanding::{acts, department, level, pay, place, topics::Topic, work_type},
};

/// The topics whose values can be read again.
const RESTORABLE: [Topic; 5] =
    [Topic::Salary, Topic::Location, Topic::Level, Topic::WorkType, Topic::Department];

/// The topics that a sentence wants restored and the post does not have.
pub(crate) fn wanted(turn: &Turn, sentence: &Sentence<'_>) -> Vec<Topic> {
    const BACK: &[&str] = &["back", "again", "restore", "wieder", "zurück", "remets", "remettez", "vuelve"];
    if sentence.is_question
        || !(sentence.has_any(0..sentence.words.len(), BACK) || acts::does(sentence, "back"))
    {
        return Vec::new();
    }
    let named = Topic::named_in(sentence.text()).into_iter();
    named.filter(|topic| RESTORABLE.contains(topic) && !topic.is_known(turn)).collect()
}

/// The updates of the newest message that says something about the topic.
pub(crate) fn find(turn: &Turn, topic: Topic) -> Vec<ProposedUpdate> {
    let mut found = turn.earlier.iter().rev().map(|message| {
        let read = sentences(message);
        read.iter().flat_map(|sentence| said(turn, sentence, topic)).collect::<Vec<_>>()
    });
    found.find(|updates| !updates.is_empty()).unwrap_or_default()
}

fn said(turn: &Turn, sentence: &Sentence<'_>, topic: Topic) -> Vec<ProposedUpdate> {
    match topic {
        Topic::Salary => pay::find(turn, sentence, None).updates,
        Topic::Location => place::find(turn, sentence, &(0..0)).into_iter().collect(),
        Topic::Level => {
            level::find(sentence).into_iter().filter(|it| topic.is_answered_by(it.field)).collect()
        }
        Topic::WorkType => work_type::find(sentence).into_iter().collect(),
        Topic::Department => department::find(sentence).into_iter().collect(),
        _ => Vec::new(),
    }
}
