//! The name of a department as it stands behind the label: people say "dział sprzedaży", and a label has "Dział: Sprzedaż".

use std::collections::HashMap;
use std::sync::LazyLock;

use super::forms::capitalised;
use crate::language::{Language, list_file};

/// The first word of the name, by the language's code and the form behind "department".
static NAMES: LazyLock<HashMap<(&str, &str), &str>> = LazyLock::new(|| {
    let lines = list_file::named(include_str!("../../data/writing/departments.txt"));
    let pairs = lines.flat_map(|(code, pairs)| pairs.split_whitespace().map(move |pair| (code, pair)));
    pairs.filter_map(|(code, pair)| pair.split_once('=').map(|(said, name)| ((code, said), name))).collect()
});

/// The name with its first word as a label shows it.
pub(crate) fn named(language: Language, said: &str) -> String {
    let (first, rest) = said.split_at(said.find(' ').unwrap_or(said.len()));
    let name = NAMES.get(&(language.code(), &*first.to_lowercase())).copied();
    name.map_or_else(|| said.to_owned(), |name| capitalised(&format!("{name}{rest}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_department_has_the_form_of_a_name() {
        for (language, said, name) in [
            (Language::Polish, "Sprzedaży B2B", "Sprzedaż B2B"),
            (Language::Polish, "kadr", "Kadry"),
            (Language::Polish, "Obsługi klienta", "Obsługa klienta"),
            (Language::Polish, "Marketing", "Marketing"),
            (Language::English, "Finance", "Finance"),
        ] {
            assert_eq!(named(language, said), name);
        }
    }
}
