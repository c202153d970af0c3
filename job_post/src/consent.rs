//! What a short message does: says yes to the summary, greets, thanks, or gives orders to the model. Words only, no model.

mod lists;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use crate::words::{among, pattern, plain_words, words};

/// How a message stands to publication. Only what consists of nothing but consent is one: whoever adds a condition, a
/// wish or an unknown word is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    /// "Looks good, publish it."
    Explicit,
    /// "Perfect." A yes only if it answers the question whether to publish.
    Plain,
    /// Speaks of publishing, but with conditions, a question or more than we understand.
    Unclear,
    /// "Do not publish yet."
    Refused,
    None,
}

/// Longest message that can be a consent, in words.
const MAX_WORDS: usize = 25;

/// Reads a message as an answer to the summary. `names` are texts whose words may occur in it (title, company).
pub fn reading(message: &str, names: &[&str]) -> Consent {
    let plain = without_harmless_negations(message);
    let words = said_in_order(&plain);
    let explicit = (0..words.len()).any(|at| orders_publication(&words, at));
    let words = plain_words(&plain);
    let mentions =
        explicit || words.iter().any(|word| among(word, lists::PUBLISH) && !among(word, lists::ALSO_NOUNS));
    if words.iter().any(|word| is_negation(word)) {
        return if mentions { Consent::Refused } else { Consent::None };
    }
    let approves = words.iter().any(|word| among(word, lists::APPROVAL));
    let names: Vec<String> = names.iter().flat_map(|name| plain_words(name)).collect();
    let known = |word: &String| {
        among(word, lists::PUBLISH)
            || among(word, lists::APPROVAL)
            || among(word, lists::FILLER)
            || names.contains(word)
    };
    let understood =
        words.len() <= MAX_WORDS && !asks(message) && !is_provisional(&words) && words.iter().all(known);
    match (explicit, mentions, approves) {
        (true, ..) if understood => Consent::Explicit,
        (_, true, _) => Consent::Unclear,
        (_, _, true) if understood => Consent::Plain,
        _ => Consent::None,
    }
}

/// "for now", "as a draft": a yes that is none to the end.
fn is_provisional(words: &[String]) -> bool {
    let text = words.join(" ");
    ["for now", "as draft", "as a draft", "as the draft"].iter().any(|hedge| text.contains(hedge))
}

/// The words, with an empty one where a clause ends: "perfect as is, publish".
fn said_in_order(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut end = 0;
    for word in words(text) {
        if text[end..word.span.start].contains([',', '.', ';', ':', '!', '?', '\n', '،', '–', '(']) {
            found.push(String::new());
        }
        end = word.span.end;
        found.push(word.plain);
    }
    found
}

/// A question, by its mark or its first word.
fn asks(message: &str) -> bool {
    let first = plain_words(message).into_iter().next().unwrap_or_default();
    message.contains(['?', '؟', '？'])
        || among(&first, "is are was should shall may does did will would when who")
}

/// "no changes", "nothing to add", "why not": negations that agree.
fn without_harmless_negations(message: &str) -> String {
    static AGREEING: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?ix)\b(
                no\s+((more|further|other|additional)\s+)?(changes?|edits?|corrections?|comments?|objections?|questions?|notes?|problem|issues?|complaints?)(\s+(needed|required|from\s+me|from\s+my\s+side))?
              | nothing\s+((else|more|further)(\s+to\s+(add|change))?|to\s+(add|change))
              | (no\s+need\s+to|don[’']?t|do\s+not)\s+(change|add)\s+anything(\s+(else|more))?
              | keine\s+(weiteren\s+)?(änderungen|anmerkungen|fragen|einwände|wünsche)(\s+mehr)?
              | nichts\s+(mehr\s+|weiter\s+)?(zu\s+)?(ändern|hinzuzufügen|ergänzen)
              | (nothing\s+missing|nichts\s+fehlt|kein\s+problem|sin\s+cambios|pas\s+de\s+changements?)
            )\b",
        )
    });
    let straight = message.replace('’', "'");
    AGREEING.replace_all(&straight, " ").into_owned()
}

fn is_negation(word: &str) -> bool {
    among(word, lists::NEGATION) || (word.ends_with("n't") && word.len() > 3)
}

/// A verb of publishing at `at`, said as an order or a permission: "please publish", "you can post it", not "they
/// publish", "the job is to publish", "the post".
fn orders_publication(words: &[String], at: usize) -> bool {
    let word = &*words[at];
    let before = at.checked_sub(1).map_or("", |before| &words[before]);
    let after = words.get(at + 1).map_or("", |after| after);
    let wanted = at >= 2 && among(&words[at - 2], lists::WILLING);
    if among(before, lists::NO_ORDER) || (before == "to" && !wanted) {
        return false;
    }
    if among(word, "go going") {
        return after == "live";
    }
    if word == "live" {
        return among(before, "it this that post")
            && words[..at].iter().any(|verb| among(verb, "send put make push set take"));
    }
    if among(word, "stelle stellen schalte schalten geht gehen") {
        return words.iter().any(|other| among(other, "online live frei"));
    }
    match word {
        // "Please confirm" asks us to.
        "confirm" if words.iter().any(|other| among(other, "please pls plz")) => false,
        "post" => after.is_empty() || among(after, lists::AFTER_VERB),
        "release" | "launch" => among(after, lists::AFTER_VERB),
        _ => among(word, lists::PUBLISH),
    }
}

/// "yes", "sure, add those": a yes to whatever the agent proposed, with nothing else in it.
pub fn is_plain_yes(message: &str) -> bool {
    let words = plain_words(&without_harmless_negations(message));
    let known = |word: &String| among(word, lists::APPROVAL) || among(word, lists::YES_FILLER);
    words.len() <= 8
        && words.iter().any(|word| among(word, lists::APPROVAL))
        && words.iter().all(known)
        && !asks(message)
}

/// Says hello and nothing more.
pub fn is_pure_greeting(message: &str) -> bool {
    let words = plain_words(message);
    let time_of_day =
        |word: &String| among(word, "morning afternoon evening day tag morgen abend días tardes noches");
    let greets = words.iter().any(|word| among(word, lists::GREETING))
        || (words.iter().any(time_of_day)
            && words.iter().any(|word| among(word, "good guten buenos buenas")));
    let only = words
        .iter()
        .all(|word| among(word, lists::GREETING) || among(word, lists::GREETING_FILLER) || time_of_day(word));
    greets && only && words.len() <= 8
}

/// Says thanks (or good-bye) and nothing more.
pub fn is_thanks(message: &str) -> bool {
    let words = plain_words(message);
    let thanks = |word: &String| among(word, lists::THANKS);
    words.iter().any(thanks) && words.iter().all(|word| thanks(word) || among(word, lists::THANKS_FILLER))
}

/// Asks to throw everything away and begin anew.
pub fn asks_reset(message: &str) -> bool {
    static RESET: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?ix)\b(
                (start|begin|starting|beginning)\s+(all\s+)?(over|again|anew|afresh|fresh|from\s+(scratch|the\s+(start|beginning)|zero))
              | (clear|delete|erase|wipe|discard|forget|scrap|remove|reset)\s+(it\s+all|everything|all\s+(of\s+)?(it|this|that)|all\s+fields|the\s+(whole|entire)\s+(thing|post|draft)|the\s+draft)
              | scrap\s+(it|this|that)
              | reset
              | (noch\s*mal\s+)?von\s+(vorne?|neuem|null)(\s+anfangen|\s+beginnen)?
              | neu\s+(anfangen|beginnen|starten)
              | alles\s+(löschen|verwerfen|zurücksetzen)
              | recommencer\s+(à|a)\s+zéro | empezar\s+de\s+(nuevo|cero)
            )\b",
        )
    });
    let words = plain_words(message);
    let negated = words.iter().any(|word| is_negation(word));
    !negated && !asks(message) && RESET.is_match(message)
}

/// Asks to take the last change back, in so many words.
pub fn asks_undo(message: &str) -> bool {
    static UNDO: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?ix)\b(
                undo | revert | take\s+(that|it|this)\s+back | go\s+back\s+(one|a)\s+step
              | rückgängig | (nimm|nehmen\s+sie)\s+(das|es)\s+zurück
              | annule[rz]? | deshacer | deshaz\w* | تراجع
            )\b",
        )
    });
    let negated = plain_words(message).iter().any(|word| is_negation(word));
    !negated && UNDO.is_match(message)
}

/// Gives orders to the model instead of facts about a job: nothing hard is taken from such a message.
pub fn is_instruction_like(message: &str) -> bool {
    static ORDERS: LazyLock<RegexSet> =
        LazyLock::new(|| RegexSet::new(lists::ORDERS).expect("fixed patterns compile"));
    ORDERS.is_match(message)
}
