//! Clauses that are tasks by their verb: "unloading containers", "Wände streichen", "charger les camions".

use std::{collections::HashSet, sync::LazyLock};

use job_post::{Language, list_file};

use crate::understanding::notes::us;

/// Words with the ending of a verb that are none.
static NO_VERBS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| list_file::words(include_str!("../../data/lists/no_verbs.txt")).collect());

/// Fewest letters of such a verb.
const SHORTEST: usize = 5;

/// Fewest letters of a beginning that counts in every language.
const LONG: usize = 7;

/// How words begin that name work, by language; a "=" ends a whole word.
static WORDS: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
    let lines = list_file::named(include_str!("../../data/lists/task_words.txt"));
    lines.map(|(language, words)| (language, words.split_whitespace().collect())).collect()
});

/// May stand before the verb of a task: joining words, the person who does it, and the verb of the future.
const BEFORE: &[&str] = &[
    "and",
    "et",
    "y",
    "e",
    "und",
    "en",
    "i",
    "oraz",
    "plus",
    "also",
    "auch",
    "ook",
    "aussi",
    "then",
    "mainly",
    "mostly",
    "they",
    "they'd",
    "theyd",
    "they'll",
    "he",
    "he'll",
    "she",
    "she'll",
    "you'll",
    "you",
    "you'd",
    "will",
    "would",
    "to",
    "er",
    "sie",
    "soll",
    "wird",
    "die",
    "das",
    "den",
    "il",
    "elle",
    "va",
    "vai",
    "ele",
    "ela",
    "hij",
    "zij",
    "gaat",
    "zal",
    "a",
    "le",
    "les",
    "la",
    "l'",
    "el",
    "los",
    "las",
    "o",
    "os",
    "as",
    "i",
    "gli",
    "de",
    "het",
    "alte",
    "daily",
    "day",
    "lei",
    "lui",
    "ze",
    "الشغل",
    "العمل",
];
/// What is allowed or known is no task.
const MODALS: &[&str] = &[
    "man", "darf", "dürfen", "kann", "können", "mag", "mogen", "można", "puede", "pueden", "pode", "peut",
    "può",
];
/// Most words up to the verb that says how something is.
const MOST_COPULA: usize = 3;
/// How many of them.
const MOST_BEFORE: usize = 4;

/// Does the clause begin, in German end, with a verb in the form in which tasks are listed, or with another word for work?
pub(crate) fn is_task(clause: &str, language: Language) -> bool {
    let words: Vec<String> = clause.split_whitespace().map(lower).collect();
    let is_of_others = |word: &String| us(language).contains(&&**word) || MODALS.contains(&&**word);
    // "Hunde sind bei uns willkommen" says how something is.
    let says_how = words.iter().take(MOST_COPULA).any(|word| matches!(&**word, "ist" | "sind"));
    if words.iter().any(is_of_others) || says_how {
        return false;
    }
    let lead = words.iter().take(MOST_BEFORE).take_while(|word| BEFORE.contains(&&***word)).count();
    let Some(first) = words.get(lead) else { return false };
    // "Make it 44 to 48" asks for a correction.
    if words.get(lead + 1).is_some_and(|next| matches!(&**next, "it" | "that")) {
        return false;
    }
    // "Il fait 4 degrés" is the weather.
    let counts = words.get(lead + 1).is_some_and(|next| next.starts_with(|c: char| c.is_numeric()));
    let is_said_of_somebody = lead > 0 && counts;
    if !is_said_of_somebody && names_work(first, language) {
        return true;
    }
    let last = clause.split_whitespace().next_back().unwrap_or_default();
    words.len() > 1 && is_verb_of_list(first, last, language)
}

/// As [`is_task`], of a whole sentence about what somebody will do. In Dutch the verb may stand in its middle.
pub(crate) fn is_task_in_prose(clause: &str, language: Language) -> bool {
    const NEAR: usize = 3;
    let words: Vec<String> = clause.split_whitespace().map(lower).collect();
    let is_of_others = |word: &String| us(language).contains(&&**word) || MODALS.contains(&&**word);
    let has_infinitive = || {
        let mut near = words.iter().take(NEAR);
        near.any(|word| word.ends_with("en") && names_work(word, language))
    };
    is_task(clause, language)
        || language == Language::Dutch && !words.iter().any(is_of_others) && has_infinitive()
}

/// Does the clause begin with the verb of a task, in the form of a list or of what somebody does: "handle", "handling",
/// "gérer", "farà"? The nouns of work ("stocktake", "pulizia") are none.
pub(crate) fn begins_with_verb(clause: &str, language: Language) -> bool {
    const NOUNS: &[&str] =
        &["service", "meds", "deep", "stocktake", "care", "prep", "order", "call", "report", "book"];
    const OF_WORK: &[&str] =
        &["tion", "ment", "ance", "age", "zione", "ción", "ção", "zia", "zie", "eza", "ung", "ie", "tura"];
    let words: Vec<String> = clause.split_whitespace().map(lower).collect();
    let lead = words.iter().take(MOST_BEFORE).take_while(|word| BEFORE.contains(&&***word)).count();
    let Some(first) = words.get(lead) else { return false };
    let is_noun = NOUNS.contains(&&**first) || OF_WORK.iter().any(|ending| first.ends_with(ending));
    let is_plural = language == Language::English && first.ends_with('s');
    is_infinitive(first, language) || names_work(first, language) && !is_noun && !is_plural
}

/// Do tasks begin with their verb in this language? In German and Dutch they end with it.
pub(crate) const fn verbs_come_first(language: Language) -> bool {
    matches!(
        language,
        Language::English | Language::French | Language::Spanish | Language::Portuguese | Language::Italian
    )
}

/// As [`begins_with_verb`], but no word of work that may be a noun: in French "mécanique" and "aspirateur" begin like verbs.
pub(crate) fn begins_with_infinitive(clause: &str, language: Language) -> bool {
    let words: Vec<String> = clause.split_whitespace().map(lower).collect();
    let lead = words.iter().take(MOST_BEFORE).take_while(|word| BEFORE.contains(&&***word)).count();
    // "Fare" is as short as a noun.
    let is_short = |word: &str| {
        ["are", "ere", "ire"].iter().any(|end| word.ends_with(end)) && names_work(word, language)
    };
    let is_one = words.get(lead).is_some_and(|first| is_infinitive(first, language) || is_short(first));
    is_one || language == Language::English && begins_with_verb(clause, language)
}

fn is_infinitive(word: &str, language: Language) -> bool {
    let ends = |endings: &[&str]| {
        word.chars().count() >= SHORTEST
            && !NO_VERBS.contains(word)
            && endings.iter().any(|ending| word.ends_with(ending))
    };
    match language {
        Language::English => ends(&["ing"]),
        Language::French => ends(&["er", "ir", "re"]),
        Language::Spanish | Language::Portuguese => ends(&["ar", "er", "ir"]),
        Language::Italian => ends(&["are", "ere", "ire"]),
        _ => false,
    }
}

/// Does the clause end with the verb of a task: "Böden wischen", "kalfjes verzorgen", "voeren"?
pub(crate) fn ends_with_verb(clause: &str, language: Language) -> bool {
    let last = lower(clause.split_whitespace().next_back().unwrap_or_default());
    let is_single = !clause.trim().contains(' ');
    let is_verb = is_verb_of_list(&last, &last, language);
    is_verb && (!is_single || names_work(&last, language))
}

/// Does the clause begin with a verb of the third person: "baut Küchen"?
pub(crate) fn says_who_does(clause: &str, language: Language) -> bool {
    let words: Vec<String> = clause.split_whitespace().map(lower).collect();
    let lead = words.iter().take(MOST_BEFORE).take_while(|word| BEFORE.contains(&&***word)).count();
    words.get(lead).is_some_and(|first| first.ends_with('t') && names_work(first, language))
}

fn lower(word: &str) -> String {
    word.to_lowercase().trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
}

fn names_work(word: &str, language: Language) -> bool {
    let begins = |beginning: &str| match beginning.strip_suffix('=') {
        Some(whole) => word == whole,
        None => {
            word.starts_with(beginning)
                || word.strip_prefix("ال").is_some_and(|bare| bare.starts_with(beginning))
        }
    };
    // A short message may not show its language, so a long beginning counts in every language.
    let counts = |code: &str, beginning: &str| code == language.code() || beginning.chars().count() >= LONG;
    let all = WORDS.iter().flat_map(|(code, words)| words.iter().map(move |word| (*code, *word)));
    all.into_iter().any(|(code, beginning)| counts(code, beginning) && begins(beginning))
}

fn is_verb_of_list(first: &str, last: &str, language: Language) -> bool {
    let is_verb = |word: &str, endings: &[&str]| {
        word.chars().count() >= SHORTEST
            && word.chars().all(char::is_lowercase)
            && !NO_VERBS.contains(word)
            && endings.iter().any(|ending| word.ends_with(ending))
    };
    match language {
        Language::English => is_verb(first, &["ing"]),
        Language::German => is_verb(last, &["en", "eln", "ern"]),
        Language::French => is_verb(first, &["er", "ir"]),
        Language::Spanish | Language::Portuguese => is_verb(first, &["ar", "er", "ir"]),
        Language::Italian => is_verb(first, &["are", "ere", "ire"]),
        Language::Dutch => {
            // "Storingen oplossen": the prefixes of verbs.
            const PREFIXES: &[&str] = &[
                "aan", "op", "af", "uit", "in", "over", "ver", "be", "ont", "her", "onder", "mee", "na",
                "toe", "weg", "bij",
            ];
            let has_prefix = PREFIXES.iter().any(|prefix| last.starts_with(prefix));
            is_verb(last, &["en"]) && (has_prefix || names_work(last, language))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_in_the_form_of_lists_makes_a_task() {
        for (clause, language, is) in [
            ("unloading containers", Language::English, true),
            ("and serving breakfast", Language::English, true),
            ("parking for free", Language::English, false),
            ("Wände streichen", Language::German, true),
            ("viele nette Kollegen", Language::German, false),
            ("charger les camions", Language::French, true),
            ("premier étage", Language::French, false),
            ("limpiar mesas", Language::Spanish, true),
            ("servire ai tavoli", Language::Italian, true),
        ] {
            assert_eq!(is_task(clause, language), is, "{clause}");
        }
    }
}
