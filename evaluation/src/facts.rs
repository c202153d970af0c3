//! What the user stated and the post does not say at the end, by the facts that a conversation file lists. Of a choice or a
//! number it counts that the post has any, and of words for an employment type that the post has it; the expectations of
//! the turns compare the values.

use job_post::employment_types_in;
use serde::Serialize;
use serde_json::Value;

use crate::Conversation;
use crate::conversations::Fact;

/// Fields whose values are a choice of ours. Words that fit none of the choices ("unbefristet", "no experience needed") may be
/// kept elsewhere.
const WORDED: [&str; 3] = ["experienceLevel", "workType", "employmentTypes"];

/// Fields with values of their own words: "six people" is 6.
const CHOICES: [&str; 8] = [
    "openings",
    "salaryMin",
    "salaryMax",
    "salaryPeriod",
    "currency",
    "enableAiInterview",
    "isFeatured",
    "company",
];

/// The shortest word, in letters, that tells facts apart.
const TELLING: usize = 4;

/// Facts in the post, and the others.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FactScore {
    pub stated: usize,
    /// The facts that are not in the post, in words.
    pub missing: Vec<String>,
}

impl FactScore {
    pub(crate) fn add(&mut self, conversation: &Conversation, post: &Value) {
        let text = text_of(post).to_lowercase();
        self.stated += conversation.facts.len();
        let missing = conversation.facts.iter().filter(|fact| !is_kept(fact, post, &text));
        let shown = |fact: &Fact| format!("{}: {}: {:?}", conversation.id, fact.field, fact.words);
        self.missing.extend(missing.map(shown));
    }
}

/// Does the post have the value, or half of the fact's words? A word may have another ending.
fn is_kept(fact: &Fact, post: &Value, text: &str) -> bool {
    if CHOICES.contains(&&*fact.field) {
        return fact.field == "company" || !post[&fact.field].is_null();
    }
    if WORDED.contains(&&*fact.field) && !post[&fact.field].is_null() {
        return true;
    }
    if names_types(&fact.words, post) {
        return true;
    }
    let lower = fact.words.to_lowercase();
    let is_telling =
        |word: &&str| word.chars().count() >= TELLING || word.contains(|letter: char| letter.is_numeric());
    let telling: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(is_telling).collect();
    if telling.is_empty() {
        return text.contains(lower.trim());
    }
    let found = telling.iter().filter(|word| text.contains(&stem(word))).count();
    found * 2 >= telling.len()
}

/// "Pełny etat" among the hours: words for an employment type that the post has.
fn names_types(words: &str, post: &Value) -> bool {
    let held = post["employmentTypes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let named = employment_types_in(words);
    let is_all = named.iter().map(|(_, at)| at.len()).max() == Some(words.trim().len());
    is_all && named.iter().all(|(kind, _)| held.iter().any(|held| held == kind.as_str()))
}

/// A long word without its ending.
fn stem(word: &str) -> String {
    let length = word.chars().count();
    let kept = if length > TELLING + 1 { length - 2 } else { length };
    word.chars().take(kept).collect()
}

/// All texts and numbers of the post.
fn text_of(value: &Value) -> String {
    match value {
        Value::Array(all) => all.iter().map(text_of).collect::<Vec<_>>().join("\n"),
        Value::Object(all) => all.values().map(text_of).collect::<Vec<_>>().join("\n"),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_fact_is_kept_by_its_words_or_its_value() {
        let post = json!({ "openings": 2, "notes": ["There is a office cat called Bertie"], "benefits": ["free parking"] });
        let table = [
            ("notes", "we have a office cat", true),
            ("notes", "the van is electric", false),
            ("benefits", "parking for free", true),
            ("openings", "two of them", true),
            ("employmentTypes", "free parking included", true),
            ("employmentTypes", "permanent", false),
            ("salaryMin", "12.85", false),
        ];
        for (field, words, kept) in table {
            let fact = Fact { field: field.to_owned(), words: words.to_owned() };
            assert_eq!(is_kept(&fact, &post, &text_of(&post).to_lowercase()), kept, "{words}");
        }
    }

    #[test]
    fn words_for_an_employment_type_are_kept_by_it() {
        let post = json!({ "employmentTypes": ["full_time"] });
        for (words, kept) in [
            ("pełny etat", true),
            ("temps plein", true),
            ("Teilzeit", false),
            ("pełny etat co drugi tydzień", false),
        ] {
            let fact = Fact { field: "workingHours".to_owned(), words: words.to_owned() };
            assert_eq!(is_kept(&fact, &post, &text_of(&post).to_lowercase()), kept, "{words}");
        }
    }
}
