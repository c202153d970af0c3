//! Sets a task that says what somebody does in the form of a list: "baut Küchen" becomes "Küchen bauen", "charge les camions"
//! becomes "charger les camions".

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::{Language, list_file};

/// The infinitive of each verb, by the language's code.
static VERBS: LazyLock<HashMap<(&str, &str), &str>> = LazyLock::new(|| {
    let lines = list_file::named(include_str!("../../data/writing/third_person.txt"));
    let pairs = lines.flat_map(|(code, pairs)| pairs.split_whitespace().map(move |pair| (code, pair)));
    pairs
        .filter_map(|(code, pair)| pair.split_once('=').map(|(said, listed)| ((code, said), listed)))
        .collect()
});

/// Words that a list of tasks does not need behind the verb.
const ALSO: [&str; 7] = ["auch", "aussi", "également", "también", "anche", "também", "ook"];
/// Parts of German and Dutch verbs that stand at the end of a sentence: "liefert … aus".
const APART: [&str; 22] = [
    "ab", "an", "auf", "aus", "bei", "ein", "her", "hin", "mit", "nach", "vor", "weg", "zu", "zurück", "um",
    "los", "af", "op", "uit", "in", "aan", "bij",
];
/// Behind such a word it is a noun: "entrega de pedidos", "carga y descarga", "cura del cliente".
const OF: [&str; 17] = [
    "de", "d", "del", "di", "dello", "della", "dei", "degli", "delle", "dell", "do", "da", "dos", "das", "y",
    "e", "et",
];
/// Most words of such a task; a longer one has more than one clause.
const LONGEST: usize = 12;

/// The task with its verb in the infinitive. `None`: it does not begin with such a verb.
pub(super) fn in_infinitive(language: Language, task: &str) -> Option<String> {
    let mut words: Vec<&str> = task.split_whitespace().collect();
    let said = words.first()?.to_lowercase();
    let verb = *VERBS.get(&(language.code(), &*said))?;
    words.remove(0);
    if words.first().is_some_and(|first| ALSO.contains(first)) {
        words.remove(0);
    }
    let next = words.first().and_then(|next| next.split(['\'', '’']).next()).unwrap_or_default();
    if !matches!(language, Language::German | Language::Dutch) && OF.contains(&next) {
        return None;
    }
    let ends_with_verb = matches!(language, Language::German | Language::Dutch);
    if words.is_empty() || ends_with_verb && (words.len() > LONGEST || task.contains([',', ';', ':', '('])) {
        return None;
    }
    if !ends_with_verb {
        return Some(format!("{verb} {}", words.join(" ")));
    }
    match words.last().filter(|last| APART.contains(last)).copied() {
        Some(part) if words.len() > 1 => {
            words.pop();
            Some(format!("{} {part}{verb}", words.join(" ")))
        }
        _ => Some(format!("{} {verb}", words.join(" "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_does_becomes_a_task() {
        for (language, said, expected) in [
            (Language::German, "Baut Küchen und Stiegen auf Maß", Some("Küchen und Stiegen auf Maß bauen")),
            (Language::German, "fährt auch auf Montage", Some("auf Montage fahren")),
            (Language::German, "liefert Möbel aus", Some("Möbel ausliefern")),
            (Language::German, "Küchen bauen", None),
            (Language::German, "macht alles, was anfällt", None),
            (Language::French, "range les palettes", Some("ranger les palettes")),
            (Language::French, "fait l'inventaire le vendredi", Some("faire l'inventaire le vendredi")),
            (Language::French, "caisse", None),
            (Language::Spanish, "carga y descarga", None),
            (Language::Italian, "cura del cliente", None),
            (Language::Spanish, "reparte garrafones de agua", Some("repartir garrafones de agua")),
            (Language::Italian, "farà code review", Some("fare code review")),
            (Language::Portuguese, "limpa os quartos", Some("limpar os quartos")),
            (Language::Dutch, "melkt de koeien", Some("de koeien melken")),
            (Language::English, "cooks lunch", None),
        ] {
            assert_eq!(in_infinitive(language, said).as_deref(), expected, "{said}");
        }
    }
}
