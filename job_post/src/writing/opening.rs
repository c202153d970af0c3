//! What the first sentence of a description says: whom the company seeks, for what kind of place, and where.

use super::forms::{self, lower_first};
use super::possessives;
use super::remarks::Notes;
use crate::Content;
use crate::exports::places;
use crate::language::Language;
use crate::language::phrases::{self, Role};
use crate::language::words::plain_words;

/// Who the first sentence says is looking for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// "We are looking for a cook for our guesthouse."
    We,
    /// "Harbour Rest is looking for a cook for its guesthouse."
    Company,
}

/// "A cook for our guesthouse in Oslo"; `is_bare`: without an article, behind "the following position".
pub(super) fn role(
    language: Language,
    content: &Content,
    notes: &Notes,
    title: &str,
    is_bare: bool,
    subject: Subject,
) -> String {
    let title = if is_bare { title.to_owned() } else { sought(language, content, title) };
    let workplace = notes.workplace.iter().map(|workplace| match subject {
        Subject::We => workplace.clone(),
        Subject::Company => possessives::of_company(language, workplace),
    });
    let place = place(language, content, notes);
    let all = std::iter::once(title).chain(workplace).chain(place);
    all.collect::<Vec<_>>().join(" ")
}

/// The number of openings, if the first sentence can say it: "3 cooks".
pub(super) fn said_openings(language: Language, content: &Content) -> Option<u32> {
    let title = content.title.as_deref().filter(|title| is_plural(language, title));
    content.openings.filter(|openings| *openings > 1 && title.is_some())
}

fn sought(language: Language, content: &Content, title: &str) -> String {
    let count = said_openings(language, content);
    if count.is_none() && is_plural(language, title) && language != Language::French {
        return in_sentence(language, content, title);
    }
    let title = in_sentence(language, content, title);
    let part = match (count.is_some(), begins_with_vowel(language, &title)) {
        (false, false) => Role::One,
        (false, true) => Role::OneBeforeVowel,
        (true, false) => Role::Several,
        (true, true) => Role::SeveralBeforeVowel,
    };
    phrases::role(language, part, &title, count)
}

/// "In Oslo", "(near Leeds)".
fn place(language: Language, content: &Content, notes: &Notes) -> Option<String> {
    let town = content.location.as_deref()?;
    let place = std::iter::once(town).chain(notes.districts.iter().map(String::as_str));
    let place = place.collect::<Vec<_>>().join(", ");
    let place = if forms::is_near(town) { lower_first(&place) } else { place };
    // In these languages the word before a country or a region depends on its name.
    let needs_town = matches!(language, Language::French | Language::Italian | Language::Portuguese);
    let is_town = || places::read(town).first().is_some_and(|place| place.locality.is_some());
    let is_led = forms::follows_in(language, town) && (!needs_town || is_town());
    // Polish names of towns have another form behind "in".
    Some(phrases::place_of(language, &place, !is_led || language == Language::Polish))
}

/// The title within a sentence: in most languages names of occupations have no capital letter.
fn in_sentence(language: Language, content: &Content, title: &str) -> String {
    if matches!(language, Language::English | Language::German | Language::Arabic) {
        return title.to_owned();
    }
    let is_capitalised = |word: &str| {
        let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase) && word.len() > 1
    };
    let mut words = title.split_whitespace();
    let first = words.next().unwrap_or_default();
    let is_name = content.skills.iter().any(|skill| plain_words(first).first() == plain_words(skill).first());
    // "Line Cook" is written like a name.
    if !is_capitalised(first) || is_name || words.any(|word| is_capitalised(word) && word.len() > 2) {
        return title.to_owned();
    }
    lower_first(title)
}

/// Does the title name several people: "Care Assistants", "camareras/os de pisos", "monteurs zonnepanelen"?
fn is_plural(language: Language, title: &str) -> bool {
    let title = title.split(['(', ',']).next().unwrap_or_default();
    let head = title.split(" of ").next().unwrap_or_default();
    let word = match language {
        Language::English => head.split_whitespace().last(),
        Language::Spanish | Language::French | Language::Portuguese | Language::Dutch => {
            title.split_whitespace().next()
        }
        _ => None,
    };
    let word = word.and_then(|word| word.split('/').next()).unwrap_or_default().to_lowercase();
    let is_long = word.chars().count() > 4;
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    is_long
        && match language {
            Language::English => {
                ends(&["s"]) && !ends(&["ss", "us", "is", "sales", "operations", "logistics"])
            }
            Language::Dutch => ends(&["eurs", "ers", "ors", "sten", "ten", "gen", "ksters"]),
            _ => ends(&["s"]) && !ends(&["ss", "ais", "ois"]),
        }
}

/// Does "an" or "d'" stand before the word? The names of most letters begin with a vowel too: "an HVAC technician".
fn begins_with_vowel(language: Language, title: &str) -> bool {
    let word = title.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let lower = word.to_lowercase();
    let first = lower.chars().next().unwrap_or_default();
    match language {
        Language::English => {
            let is_acronym = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
            let sounds_other =
                ["uni", "use", "eu", "one", "ur", "ut"].iter().any(|start| lower.starts_with(start));
            if is_acronym { "aefhilmnorsx".contains(first) } else { "aeiou".contains(first) && !sounds_other }
        }
        Language::French => "aàâeéèêiîoôuhyœ".contains(first) && !lower.starts_with("ya"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_opening_says_whom_the_company_seeks_and_where() {
        for (language, title, openings, place, workplace, expected) in [
            (
                Language::English,
                "Line Cook",
                None,
                "Leeds",
                "for our pub",
                "a Line Cook for our pub in Leeds",
            ),
            (
                Language::English,
                "HVAC Technician",
                Some(1),
                "near Leeds",
                "",
                "an HVAC Technician (near Leeds)",
            ),
            (Language::English, "Nurses", Some(4), "York", "", "4 Nurses in York"),
            (Language::English, "Nurses", None, "York", "", "Nurses in York"),
            (Language::English, "UX Designer", Some(2), "York", "", "a UX Designer in York"),
            (
                Language::German,
                "Koch (m/w/d)",
                None,
                "Graz",
                "für unsere Küche",
                "Koch (m/w/d) für unsere Küche in Graz",
            ),
            (Language::French, "Agent d'accueil", None, "Lyon", "", "un poste d'agent d'accueil à Lyon"),
            (Language::French, "Caristes", Some(3), "Belgique", "", "3 postes de caristes (Belgique)"),
            (Language::Spanish, "Cocineros", Some(2), "Sevilla", "", "2 cocineros en Sevilla"),
            (Language::Spanish, "Java Developer", None, "Sevilla", "", "Java Developer en Sevilla"),
            (Language::Italian, "Barista", None, "Torino", "", "barista a Torino"),
            (Language::Portuguese, "Cozinheiro/a", None, "Porto", "", "cozinheiro/a (Porto)"),
            (Language::Dutch, "Monteurs", Some(2), "Zwolle", "", "2 monteurs in Zwolle"),
            (Language::Dutch, "Kok", None, "Regio Zwolle", "", "een kok (regio Zwolle)"),
            (Language::Polish, "Kierowca C+E", None, "Opole", "", "kierowca C+E (Opole)"),
            (Language::Arabic, "طباخ", None, "جدة", "", "طباخ في جدة"),
        ] {
            let content = Content {
                title: Some(title.to_owned()),
                location: Some(place.to_owned()),
                openings,
                ..Content::default()
            };
            let workplace = Some(workplace.to_owned()).filter(|text| !text.is_empty());
            let notes = Notes { workplace: workplace.into_iter().collect(), ..Notes::default() };
            assert_eq!(role(language, &content, &notes, title, false, Subject::We), expected);
        }
    }

    #[test]
    fn a_company_is_not_we() {
        let content = Content {
            title: Some("Line Cook".to_owned()),
            location: Some("York".to_owned()),
            ..Content::default()
        };
        let notes = Notes { workplace: vec!["for our pub".to_owned()], ..Notes::default() };
        let of = |subject| role(Language::English, &content, &notes, "Line Cook", false, subject);
        assert_eq!(of(Subject::We), "a Line Cook for our pub in York");
        assert_eq!(of(Subject::Company), "a Line Cook for its pub in York");
    }
}
