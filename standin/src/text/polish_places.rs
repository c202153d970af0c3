//! Polish towns behind a preposition have another ending: "do Poznania", "w Krakowie".

use job_post::Language;

use crate::text::{gazetteer, sentences::Sentence};
use crate::turn::Turn;

/// Prepositions before the place of work.
const LEADING: &[&str] = &["do", "w", "we", "z", "ze", "pod", "koło", "okolice", "okolicach"];

/// Endings behind a preposition, and those of the name.
const ENDINGS: &[(&str, &str)] = &[
    ("nia", "ń"),
    ("niu", "ń"),
    ("owie", "ów"),
    ("owa", "ów"),
    ("odzi", "ódź"),
    ("cie", "t"),
    ("cach", "ce"),
    ("chach", "chy"),
    ("iu", ""),
    ("ia", ""),
    ("awie", "awa"),
    ("ie", ""),
    ("ie", "a"),
    ("ie", "o"),
    ("y", "a"),
    ("i", "a"),
    ("i", "ia"),
    ("a", ""),
    ("u", ""),
    ("y", ""),
    ("a", "o"),
    ("a", "e"),
    ("u", "e"),
    ("c", "ce"),
    ("ch", "chy"),
    ("ego", "e"),
    ("em", "e"),
];

/// The first town of a Polish sentence in another case: its name, and the words.
pub(crate) fn find<'a>(turn: &Turn, sentence: &Sentence<'a>) -> Option<(String, &'a str)> {
    let is_polish = turn.language == Language::Polish;
    let mut led = (1..sentence.words.len()).filter(|at| is_polish && is_led(sentence, *at));
    led.find_map(|at| Some((named(sentence.words[at].text)?, sentence.span(at..at + 1))))
}

/// Does "do" lead to a town here: "kucharza do Poznania"?
pub(crate) fn begins(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.lower(at) == "do" && sentence.words.get(at + 1).is_some_and(|next| named(next.text).is_some())
}

fn is_led(sentence: &Sentence<'_>, at: usize) -> bool {
    LEADING.contains(&sentence.lower(at - 1))
}

/// The name of the town, if the word is one in another case.
fn named(word: &str) -> Option<String> {
    if !word.starts_with(char::is_uppercase) || gazetteer::is_polish(word) {
        return None;
    }
    let forms =
        ENDINGS.iter().filter_map(|(ending, own)| Some(format!("{}{own}", word.strip_suffix(ending)?)));
    // "Warszaw" is a small place. Of equally large ones the first counts.
    forms.rev().max_by_key(|name| gazetteer::polish_size(name)).filter(|name| gazetteer::is_polish(name))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn towns_get_their_names_back() {
        for (word, name) in [
            ("Poznania", "Poznań"),
            ("Poznaniu", "Poznań"),
            ("Krakowa", "Kraków"),
            ("Krakowie", "Kraków"),
            ("Gdańska", "Gdańsk"),
            ("Gdańsku", "Gdańsk"),
            ("Warszawy", "Warszawa"),
            ("Warszawie", "Warszawa"),
            ("Wrocławia", "Wrocław"),
            ("Łodzi", "Łódź"),
            ("Wrocławiu", "Wrocław"),
            ("Łodzi", "Łódź"),
            ("Lublinie", "Lublin"),
            ("Katowicach", "Katowice"),
            ("Katowic", "Katowice"),
            ("Gdyni", "Gdynia"),
            ("Opolu", "Opole"),
            ("Kielc", "Kielce"),
            ("Sopocie", "Sopot"),
            ("Oleśnicy", "Oleśnica"),
        ] {
            assert_eq!(named(word).as_deref(), Some(name), "{word}");
        }
        for word in ["Poznań", "Excela", "poznania", "Niemczech"] {
            assert_eq!(named(word), None, "{word}");
        }
    }
}
