//! Answers that rules and the post give, and no model needs to: what the post says, whether it is lawful, what would improve it,
//! and how it is copied or deleted.

use std::sync::LazyLock;

use super::input::TurnInput;
use crate::compliance::{self, Finding};
use crate::language::Language;
use crate::language::phrases::{self, Phrase, phrase};
use crate::language::word_lists::WordLists;
use crate::language::words::words;
use crate::{Draft, missing, readiness, summary_in};

static QUESTIONS: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::of(include_str!("../../data/post_questions.txt")));

/// Longest question about the post, in words.
const MAX_WORDS: usize = 10;
/// Longest question that needs no word for the post, in words.
const MAX_SHORT_WORDS: usize = 3;
/// Longest order to show, copy or delete, in words.
const MAX_ORDER_WORDS: usize = 8;
/// How many findings or fields an answer names.
const MAX_NAMED: usize = 4;

/// What the message asks about the post as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PostQuestion {
    Show,
    Legal,
    Better,
    Copy,
    Delete,
}

impl PostQuestion {
    /// Does the message state no value, so that nothing of it enters the post?
    pub fn is_order(self) -> bool {
        matches!(self, Self::Show | Self::Copy | Self::Delete)
    }
}

pub(crate) fn question(message: &str) -> Option<PostQuestion> {
    let said = words(message);
    let has = |list: &str| said.iter().any(|word| QUESTIONS.has(list, &word.plain));
    let only = |lists: &[&str]| {
        said.iter()
            .all(|word| lists.iter().any(|list| QUESTIONS.has(list, &word.plain)) || is_polite(&word.plain))
    };
    if said.len() <= MAX_ORDER_WORDS {
        if has("delete") && only(&["delete", "whole"]) {
            return Some(PostQuestion::Delete);
        }
        if has("copy") && has("like") && only(&["copy", "like", "make"]) {
            return Some(PostQuestion::Copy);
        }
        let asks_what = has("what") && has("have") && message.contains(['?', '؟']);
        if (has("show") || asks_what) && only(&["show", "shown", "what", "have", "whole"]) {
            return Some(PostQuestion::Show);
        }
    }
    let is_about_post = has("this") || said.len() <= MAX_SHORT_WORDS;
    let asks = message.contains(['?', '؟']) && said.len() <= MAX_WORDS && is_about_post;
    match (asks && has("legal"), asks && has("better")) {
        (true, _) => Some(PostQuestion::Legal),
        (_, true) => Some(PostQuestion::Better),
        _ => None,
    }
}

fn is_polite(word: &str) -> bool {
    const WORDS: &str = "please bitte the der den dieses cette l' el este esta il de ten tę proszę alstublieft faites favor per por";
    crate::language::words::among(word, WORDS)
}

/// The answer, without a question.
pub(crate) fn answer(
    input: &TurnInput<'_>,
    language: Language,
    asked: PostQuestion,
    draft: &Draft,
) -> String {
    let content = draft.publishable();
    let findings = || {
        let found = compliance::check(&content, input.policy.on);
        let text =
            |finding: &Finding| phrases::finding(language, finding.code, finding.shown_words().as_deref());
        found.iter().take(MAX_NAMED).map(text).collect::<Vec<_>>().join(" ")
    };
    match asked {
        PostQuestion::Show => summary_in(language, draft, input.company_name),
        PostQuestion::Copy => phrase(language, Phrase::AnswerCopy),
        PostQuestion::Delete => phrase(language, Phrase::AnswerDelete),
        PostQuestion::Legal if content.is_empty() => phrase(language, Phrase::AnswerNothingYet),
        PostQuestion::Legal => match findings() {
            none if none.is_empty() => phrase(language, Phrase::AnswerLegal),
            some => phrases::not_legal(language, &some),
        },
        PostQuestion::Better => {
            let asked = readiness::unanswered(draft).into_iter().chain(missing(draft, input.policy));
            let mut names: Vec<String> = Vec::new();
            for name in asked.map(|field| phrases::field(language, field)) {
                if !names.contains(&name) && names.len() < MAX_NAMED {
                    names.push(name);
                }
            }
            match names.is_empty() {
                true => phrase(language, Phrase::AnswerBetter),
                false => phrases::better(language, &names.join(", ")),
            }
        }
    }
}
