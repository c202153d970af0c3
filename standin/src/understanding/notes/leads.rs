//! Takes the words off an item that only join it to its sentence.

use std::sync::LazyLock;

use job_post::Language;
use regex::Regex;

use crate::text::sentences::pattern;

/// "Oh and free parking", "ah y el uniforme": the item without what leads to it.
pub(super) fn without_lead(text: &str, language: Language) -> &str {
    const LEADS: [&str; 30] = [
        "más",
        "mas",
        "mais",
        "più",
        "zzgl",
        "zuzüglich",
        "oh",
        "ah",
        "ach",
        "och",
        "ok",
        "so",
        "and",
        "und",
        "oraz",
        "also",
        "auch",
        "aussi",
        "también",
        "anche",
        "ook",
        "też",
        "plus",
        "then",
        "dann",
        "sonst",
        "ja",
        "na",
        "well",
        "et",
    ];
    // "En blanco": these words say something else in other languages.
    let and: &[&str] = match language {
        Language::Spanish => &["y", "e"],
        Language::Portuguese | Language::Italian => &["e"],
        Language::Dutch => &["en"],
        Language::Polish => &["i"],
        _ => &[],
    };
    let mut rest = text;
    while let Some((first, behind)) = rest.split_once(' ') {
        let first = first.to_lowercase();
        if !LEADS.contains(&&*first) && !and.contains(&&*first) {
            break;
        }
        rest = behind.trim_start();
    }
    rest
}

/// "A Level 2 qualification is, and …": the item without the verb that the sentence goes on with.
pub(super) fn without_verb(text: &str) -> &str {
    static VERB: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)\s+(?:is|are|ist|sind|est|sont|es|son|é|são|è|sono|zijn|jest|są)$"));
    &text[..VERB.find(text).map_or(text.len(), |verb| verb.start())]
}
