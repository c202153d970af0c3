//! How well a model writes job posts with people: scripted conversations through prompt, model and guards, and the score.

mod conversations;
mod matchers;
mod reports;
mod scores;
mod talks;
#[cfg(test)]
mod tests;

pub use conversations::{Conversation, Malformed, Matcher, Turn, read};
pub use matchers::{Mismatch, mismatches};
pub use reports::{as_json, as_markdown, as_text};
pub use scores::{FieldScore, Score, rate};
pub use talks::{Mind, Talk};

use scores::Moment;

/// Plays a conversation to its end and adds what came of it to the score.
///
/// A turn that the model fails changes nothing and is counted; the person goes on, as people do.
pub async fn play(mind: &Mind, conversation: &Conversation, score: &mut Score) {
    let mut talk = Talk::new(&conversation.company);
    let mut moments = Vec::new();
    for turn in &conversation.turns {
        let before = talk.job_data();
        let said = talk.say(mind, &turn.user).await;
        let failed = said.as_ref().err().map(ToString::to_string);
        let (now, complete) = (talk.job_data(), talk.complete);
        moments.push(Moment { turn, before, now, reply: said.unwrap_or_default(), complete, failed });
    }
    score.add(conversation, &moments);
}
