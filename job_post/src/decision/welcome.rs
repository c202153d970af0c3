//! The agent's greeting at the beginning of every session.

use super::reply_text::joined;
use crate::language::Language;
use crate::language::phrases::{self, Phrase, phrase};
use crate::summary::suggested_lines;
use crate::{Content, Draft};

/// What the greeting depends on.
#[derive(Clone, Copy, Debug)]
pub struct Greeting<'a> {
    pub company_name: &'a str,
    /// The language (BCP 47) of the greeting; English if there is none, or that of the earlier post.
    pub locale: Option<&'a str>,
    /// Says that the user talks to an AI.
    pub discloses_ai: bool,
    /// What the session begins with.
    pub draft: &'a Draft,
}

/// The agent's greeting. A session that begins with an earlier post asks whether its pay and dates are still right.
pub fn welcome(greeting: &Greeting<'_>) -> String {
    let title = greeting.draft.content.title.as_deref();
    let language = greeting.locale.and_then(Language::from_locale);
    let language =
        language.or_else(|| title.map(|_| language_of(&greeting.draft.content))).unwrap_or_default();
    let hello = match title {
        Some(title) => phrases::welcome_copied(language, title),
        None => phrases::welcome(language, greeting.company_name.trim()),
    };
    let notice = if greeting.discloses_ai { phrase(language, Phrase::WelcomeAi) } else { String::new() };
    let question = still_right(language, greeting.draft).unwrap_or_default();
    joined(&joined(&hello, &notice), &question)
}

fn language_of(content: &Content) -> Language {
    let lists = [&content.responsibilities, &content.requirements, &content.benefits].into_iter().flatten();
    let texts: Vec<&str> = content.description.iter().chain(lists).map(String::as_str).collect();
    Language::of(texts, None)
}

/// Does the reply end with the question whether the suggestions of the draft are still right?
pub(crate) fn asks_about_copied(reply: &str, draft: &Draft) -> bool {
    let ends_so =
        |language| still_right(language, draft).is_some_and(|question| reply.trim_end().ends_with(&question));
    Language::ALL.into_iter().any(ends_so)
}

/// What the post does not have although the session began with it; `None` without such suggestions.
pub(crate) fn not_copied(language: Language, draft: &Draft) -> Option<String> {
    let copied = draft.suggestions().any(|leaf| leaf.evidence.turn.is_none());
    let lines = suggested_lines(language, draft);
    (copied && !lines.is_empty()).then(|| phrases::not_copied(language, &lines.join("; ")))
}

/// The question whether the suggestions are still right; `None` without any.
fn still_right(language: Language, draft: &Draft) -> Option<String> {
    let lines = suggested_lines(language, draft);
    (!lines.is_empty()).then(|| phrases::still_right(language, &lines.join("; ")))
}
