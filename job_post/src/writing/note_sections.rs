//! Where a note or an item stands in a description, by its words.

use std::sync::LazyLock;

use regex::RegexSet;

use crate::language::list_file;

/// A part of a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    Role,
    Tasks,
    /// What is not needed.
    Profile,
    /// What somebody has to be able to do.
    Ability,
    Hours,
    Offer,
    Apply,
    More,
}

/// In the order in which they are tried.
const SECTIONS: [(&str, Section); 8] = [
    ("apply", Section::Apply),
    ("site", Section::Role),
    ("role", Section::Role),
    ("profile", Section::Profile),
    ("ability", Section::Ability),
    ("hours", Section::Hours),
    ("tasks", Section::Tasks),
    ("offer", Section::Offer),
];

/// The patterns of the file, by name.
struct Patterns {
    names: Vec<&'static str>,
    set: RegexSet,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let lines = list_file::named(include_str!("../../data/writing/note_sections.txt"));
    let (names, sources): (Vec<_>, Vec<_>) = lines
        .map(|(name, source)| {
            let source = source.replace(" ?", r"\s?").replace(' ', r"\s+").replace('\'', "['’]");
            (name, format!("(?i){source}"))
        })
        .unzip();
    let set = RegexSet::new(sources).expect("the patterns of a fixed file compile");
    Patterns { names, set }
});

fn names_of(text: &str) -> Vec<&'static str> {
    PATTERNS.set.matches(text).into_iter().map(|at| PATTERNS.names[at]).collect()
}

/// The section of a note.
pub(super) fn of_note(note: &str) -> Section {
    let names = names_of(note);
    let found = SECTIONS.iter().find(|(name, _)| names.contains(name));
    found.map_or(Section::More, |(_, section)| *section)
}

/// Does it name an office or a base: "Biuro Rzeszów", "Baza w Oleśnicy"?
pub(super) fn is_site(note: &str) -> bool {
    names_of(note).contains(&"site")
}

/// Is the requirement only wished for: "some Welsh would be lovely"?
pub(super) fn is_optional(item: &str) -> bool {
    names_of(item).contains(&"optional")
}

/// Is it about a degree or a language, not about experience: "a bachelor isn't needed"?
pub(super) fn is_of_degree(note: &str) -> bool {
    names_of(note).contains(&"degree")
}

/// Is the requirement something that applicants get: "VCA mag je bij ons halen"?
pub(super) fn is_given(item: &str) -> bool {
    names_of(item).contains(&"given")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_stand_where_candidates_look_for_them() {
        for (note, section) in [
            ("No experience needed, we train", Section::Profile),
            ("A degree isn't required", Section::Profile),
            ("Vorkenntnisse sind nicht nötig", Section::Profile),
            ("Quereinsteiger sind willkommen", Section::Profile),
            ("Pas besoin d'expérience on forme", Section::Profile),
            ("L'anglais n'est pas nécessaire", Section::Profile),
            ("No hace falta experiencia", Section::Profile),
            ("Non serve esperienza", Section::Profile),
            ("Não é preciso experiência", Section::Profile),
            ("Een diploma hoeft niet", Section::Profile),
            ("Doświadczenie nie jest wymagane", Section::Profile),
            ("لا نشترط الخبرة", Section::Profile),
            ("Be ok lifting 20kg", Section::Ability),
            ("There's a flat available for 90 a week", Section::Offer),
            ("Everybody may borrow the tools, they're free", Section::Offer),
            ("Jeder darf die Werkstatt privat nutzen", Section::Offer),
            ("Wir kochen jeden Tag und alle essen gratis mit", Section::Offer),
            ("On peut repartir avec du pain", Section::Offer),
            ("Puedes llevarte fruta a casa", Section::Offer),
            ("Wie wil mag leren naaien", Section::Offer),
            ("Interviews in the week of 22 June", Section::Apply),
            ("Bewerbungsfoto brauchts nicht", Section::Apply),
            ("It's maternity cover", Section::Role),
            ("Elternzeitvertretung", Section::Role),
            ("On ouvre à 6h30", Section::Hours),
            ("4x10", Section::Hours),
            ("Mostly residential solar installs", Section::Tasks),
            ("The vans are all electric", Section::Offer),
            ("Auta z 2023 roku", Section::Offer),
            ("Biuro Rzeszów", Section::Role),
            ("Baza w Oleśnicy", Section::Role),
            ("Trasy tylko krajowe", Section::Role),
            ("Zdalnie w poniedziałki, reszta w terenie", Section::Role),
            ("Il y a une réunion le mercredi", Section::Hours),
            ("80 bis 100 Prozent", Section::Hours),
            ("Base your work on facts", Section::More),
            ("Le four est au bois", Section::More),
            ("Parkeren is moeilijk in de buurt", Section::More),
        ] {
            assert_eq!(of_note(note), section, "{note}");
        }
    }

    #[test]
    fn optional_and_given_items_are_distinguished() {
        for (item, is) in [
            ("French would be handy", true),
            ("Italienisch wäre ein Plus", true),
            ("Winbooks, c'est un plus", true),
            ("Il francese è un vantaggio", true),
            ("Angielski mile widziany", true),
            ("An enhanced DBS", false),
            ("Deutsch und Englisch sehr gut", false),
        ] {
            assert_eq!(is_optional(item), is, "{item}");
        }
        for (note, is) in [
            ("A degree isn't required", true),
            ("Bachelor niet nodig", true),
            ("Le néerlandais n'est pas nécessaire", true),
            ("No experience needed, we train", false),
        ] {
            assert_eq!(is_of_degree(note), is, "{note}");
        }
        assert!(is_given("VCA mag je bij ons halen") && !is_given("VCA"));
    }
}
