//! Evaluates a model: runs scripted conversations through prompts, model and decision, and scores the job posts.

mod conversations;
mod facts;
mod guards;
mod matchers;
mod reports;
mod scores;
mod sessions;
#[cfg(test)]
mod tests;
mod unchecked;

pub use conversations::{Conversation, Fact, Malformed, Matcher, Turn, read};
pub use facts::FactScore;
pub use guards::GuardScore;
pub use matchers::{Mismatch, mismatches};
pub use reports::{as_json, as_markdown, as_text};
pub use scores::{FieldScore, Score, rate};
pub use sessions::{Model, Session};
pub use unchecked::UncheckedScore;

use job_post::Content;
use scores::TurnResult;
use unchecked::Drafts;

/// Runs a conversation to its end and adds the results to the score. Returns what its job post says.
///
/// A turn that the model fails is counted and changes nothing; the conversation goes on.
pub async fn play(model: &Model, conversation: &Conversation, score: &mut Score) -> Content {
    let post = play_model(model, conversation, score).await;
    guards::play(conversation, &mut score.guards);
    post
}

/// The same, without the scripted models that measure the checks.
async fn play_model(model: &Model, conversation: &Conversation, score: &mut Score) -> Content {
    let mut session = Session::new(&conversation.company);
    let mut results = Vec::new();
    for turn in &conversation.turns {
        let before = session.job_data();
        let (draft_before, believed_before) = (session.draft().clone(), session.believed());
        let reply = session.say(model, &turn.user).await;
        let failed = reply.as_ref().err().map(ToString::to_string);
        let (now, complete) = (session.job_data(), session.is_complete());
        let drafts = Drafts {
            before: draft_before,
            now: session.draft().clone(),
            believed_before,
            believed: session.believed(),
            refusals: session.refusals.clone(),
        };
        score.unchecked.add(&conversation.id, turn, &drafts);
        results.push(TurnResult { turn, before, now, reply: reply.unwrap_or_default(), complete, failed });
    }
    score.facts.add(conversation, &session.job_data());
    score.add(conversation, &results);
    session.draft().publishable()
}
