//! Splits an item at its last "and" where both sides can stand alone: "gérer le four et entrainer l'apprenti".

use std::sync::LazyLock;

use job_post::{Field, Language, ProposedUpdate};
use regex::Regex;

use super::is_item;
use crate::{
    text::sentences::pattern,
    turn::Turn,
    understanding::{notes, statements::items, tasks},
};

/// Fewest words of each side.
const FEWEST: usize = 2;
/// Fewest words of each side of a remark.
const OF_REMARK: usize = 3;

/// Splits the items of a message.
pub(super) fn split(turn: &Turn, updates: &mut Vec<ProposedUpdate>) {
    let mut at = 0;
    while let Some(update) = updates.get(at) {
        let parts = match is_item(update) && turn.message.contains(&*update.value) {
            true => parts(update.field, turn.language, &update.value),
            false => Vec::new(),
        };
        let count = parts.len().max(1);
        if count > 1 {
            let items = parts.iter().map(|part| ProposedUpdate {
                value: (*part).to_owned(),
                quote: (*part).to_owned(),
                ..update.clone()
            });
            let items: Vec<ProposedUpdate> = items.collect();
            updates.splice(at..=at, items);
        }
        at += count;
    }
}

/// The parts of an item; the item itself if it is one thing.
fn parts(field: Field, language: Language, item: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for and in and_of(language).find_iter(item) {
        let (left, right) = (item[start..and.start()].trim(), &item[and.end()..]);
        if can_stand_alone(field, language, left, right) {
            found.push(left.trim_end_matches([',', ' ']));
            start = item.len() - right.len();
        }
    }
    found.push(item[start..].trim());
    found
}

fn and_of(language: Language) -> &'static Regex {
    static AND: LazyLock<[Regex; 9]> = LazyLock::new(|| {
        [
            r"(?i),?\s+(?:and|plus|&)\s+",
            r"(?i),?\s+(?:und|sowie|u\.)\s+",
            r"(?i),?\s+(?:et|pis|puis)\s+",
            r"(?i),?\s+(?:y|e|más|mas)\s+",
            r"(?i),?\s+(?:e|mais)\s+",
            r"(?i),?\s+(?:e|ed)\s+",
            r"(?i),?\s+en\s+",
            r"(?i),?\s+(?:i|oraz)\s+",
            r"\s+و",
        ]
        .map(pattern)
    });
    let at = match language {
        Language::English => 0,
        Language::German => 1,
        Language::French => 2,
        Language::Spanish => 3,
        Language::Portuguese => 4,
        Language::Italian => 5,
        Language::Dutch => 6,
        Language::Polish => 7,
        Language::Arabic => 8,
    };
    &AND[at]
}

fn can_stand_alone(field: Field, language: Language, left: &str, right: &str) -> bool {
    static BOTH: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:between|both|either|zwischen|sowohl|entre|tanto|sia|tra|tussen|zowel|między|zarówno)\b",
        )
    });
    let (words, words_right) = (left.split_whitespace().count(), right.split_whitespace().count());
    if words_right < FEWEST || left.contains('(') && !left.contains(')') || BOTH.is_match(left) {
        return false;
    }
    match field {
        Field::Responsibilities => are_tasks(language, left, right),
        Field::Requirements => {
            let is_wished = notes::optional_in(left).or(notes::optional_in(right)).is_some();
            !is_wished && is_requirement(language, left, right)
        }
        Field::Benefits | Field::AdditionalPay => words >= FEWEST && is_benefit(left, right),
        Field::Notes => words >= OF_REMARK && words_right >= OF_REMARK && is_own_statement(right),
        _ => false,
    }
}

/// Has each side a verb and its object? "Wash and dress" shares one.
fn are_tasks(language: Language, left: &str, right: &str) -> bool {
    let words = left.split_whitespace().count();
    match language {
        Language::German | Language::Dutch => {
            tasks::ends_with_verb(left, language) && tasks::ends_with_verb(right, language)
                || words >= FEWEST && [left, right].iter().all(|side| tasks::says_who_does(side, language))
        }
        Language::Arabic => false,
        _ => words >= FEWEST && [left, right].iter().all(|side| tasks::begins_with_verb(side, language)),
    }
}

/// Is the right side a requirement of its own: "… et ses outils", "… y que conozca la ciudad", "… and a forklift licence"?
fn is_requirement(language: Language, left: &str, right: &str) -> bool {
    static OWN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:(?:que|q)\s+(?:l[ae]s?\s+)?\p{L}+|(?:be|being)\s+(?:ok|okay|able|fine|comfortable|happy|willing)|(?:son|sa|ses|votre|vos|tes|seine?n?|deine?n?|eigene[nrs]?|your|their|his|her|su|sus|tu|tus|seu|sua|seus|suas|i\s+propri|il\s+proprio|la\s+propria|eigen)\s)",
        )
    });
    let names = |text: &str| items::names(Field::Requirements, text);
    let first = first_words(right, if language == Language::Arabic { 1 } else { 2 });
    OWN.is_match(right) || names(&first) && names(left) && !ends_open(left)
}

/// "Experience with a till and a card machine": the preposition leads to both.
fn ends_open(left: &str) -> bool {
    const LEADING: &[&str] = &[
        "with", "mit", "avec", "con", "com", "met", "z", "of", "von", "de", "di", "van", "in", "en", "em",
        "w",
    ];
    let words: Vec<&str> = left.split_whitespace().rev().take(3).collect();
    let is_single = words.get(1).is_some_and(|word| LEADING.contains(word));
    is_single && !items::names(Field::Requirements, words[0])
}

fn is_benefit(left: &str, right: &str) -> bool {
    static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:\d|one\b|two\b|three\b|ein(?:en?)?\b|zwei\b|drei\b|une?\b|deux\b|trois\b|una?\b|dos\b|tres\b|due\b|tre\b|uma?\b|dois\b|een\b|twee\b|drie\b|jeden\b|dwa\b|trzy\b)",
        )
    });
    let offers = |text: &str| items::names(Field::Benefits, text);
    let names_first = offers(&first_words(right, 1));
    (offers(left) || left.contains(char::is_numeric))
        && (COUNTED.is_match(right) || names_first && items::begins_as_benefit(left))
        || names_first && offers(right)
        || is_own_clause(right)
}

/// Does the text begin with its subject and the verb: "der Bus ist elektrisch", "je krijgt werkkleding"?
fn is_own_clause(text: &str) -> bool {
    static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:(?:the|our|der|die|das|unser\p{L}*|le|la|l['’]\p{L}+|notre|el|nuestr[oa]|il|lo|o|a|nosso|nossa|de|het|onze?)\s+)?(?:\p{L}+\s+)?(?:is|are|ist|sind|est|sont|es|son|é|são|è|sono|zijn|jest|są)\s+\p{L}|^(?:you|je|du|ihr|sie|man|vous|on|u)\s+(?:get|gets|krijgt|krijg|bekommst|bekommt|kriegst|kriegt|erhältst|recevez|reçoit|touche)\b",
        )
    });
    CLAUSE.is_match(text)
}

/// Is the right side of a remark about something else: "… and we close at Christmas", "… e fechamos no São João"?
fn is_own_statement(text: &str) -> bool {
    static OURS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)^(?:we|wir|nous|on|noi|wij|nosotros|nós)\s+\p{L}|^\p{L}{3,}(?:amos|emos|imos|iamo)\s")
    });
    static REFERRING: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:it|its|them|they|that|there|this|es|davon|dazu|dabei|damit|ça|cela|y|lo|eso|isso|ciò|dat|het|daar|to)\b",
        )
    });
    (OURS.is_match(text) || is_own_clause(text)) && !REFERRING.is_match(&first_words(text, 6))
}

fn first_words(text: &str, count: usize) -> String {
    text.split_whitespace().take(count).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_split_where_both_sides_stand_alone() {
        const TASKS: Field = Field::Responsibilities;
        const NEED: Field = Field::Requirements;
        for (field, language, item, expected) in [
            (TASKS, Language::French, "gérer le four et entrainer l'apprenti", 2),
            (TASKS, Language::Spanish, "llevar la caja y subir fotos a Instagram", 2),
            (TASKS, Language::Portuguese, "gerir stocks e atender o telefone", 2),
            (TASKS, Language::Italian, "gestire 150 pizze a sera e tenere pulita la postazione", 2),
            (TASKS, Language::Dutch, "voeren en kalfjes verzorgen", 2),
            (TASKS, Language::English, "helping residents wash and dress", 1),
            (TASKS, Language::English, "loading vans and sweeping the yard", 2),
            (TASKS, Language::English, "pick and pack orders", 1),
            (TASKS, Language::German, "Böden wischen und polieren", 1),
            (NEED, Language::French, "permis de conduire pis ses outils de base", 2),
            (NEED, Language::Spanish, "licencia tipo B vigente y que conozca bien la ciudad", 2),
            (NEED, Language::English, "steel caps and be ok lifting 20kg", 2),
            (NEED, Language::English, "experience with a till and a card machine", 1),
            (NEED, Language::Portuguese, "ensino fundamental e experiência de 6 meses", 2),
            (NEED, Language::Arabic, "خبرة 3 سنوات على الاقل ورخصة قيادة سارية", 2),
            (
                Field::Benefits,
                Language::French,
                "chèques-repas de 8 € et 1 jour de télétravail par semaine",
                2,
            ),
            (Field::Benefits, Language::German, "Werkzeug stellen wir und der Bus ist elektrisch", 2),
            (Field::Benefits, Language::Italian, "vitto e alloggio gratis", 1),
            (Field::Benefits, Language::Dutch, "bus is elektrisch en je krijgt goede werkkleding", 2),
            (
                Field::Notes,
                Language::English,
                "vans are all electric and we close the whole week of Christmas",
                2,
            ),
            (Field::Notes, Language::English, "the chef forages her own seaweed and you can tag along", 1),
            (
                Field::Notes,
                Language::Portuguese,
                "A clínica fica em frente ao mar e fechamos sempre no dia de São João",
                2,
            ),
        ] {
            assert_eq!(parts(field, language, item).len(), expected, "{:?}", parts(field, language, item));
        }
    }
}
