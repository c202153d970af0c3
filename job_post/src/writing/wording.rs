//! Writes what people say in a chat as a post says it: "thru" as through, "std" as Stunden, without "lol".

use std::collections::HashMap;
use std::sync::LazyLock;

use super::chat_phrases;
use super::forms::capitalised;
use super::german_nouns;
use super::short_days;
use crate::language::{Language, list_file};

/// What each word becomes, by the language's code or "all".
static WORDS: LazyLock<HashMap<(&str, &str), String>> = LazyLock::new(|| {
    let lines = list_file::named(include_str!("../../data/writing/chat_words.txt"));
    let pairs = lines.flat_map(|(code, pairs)| pairs.split_whitespace().map(move |pair| (code, pair)));
    let pairs = pairs.filter_map(|(code, pair)| Some((code, pair.split_once('=')?)));
    pairs.map(|(code, (said, written))| ((code, said), written.replace('_', " "))).collect()
});

/// Endings of words that lack an accent, by the language's code.
static ENDINGS: LazyLock<Vec<(&str, &str, &str)>> = LazyLock::new(|| {
    let lines = list_file::named(include_str!("../../data/writing/chat_words.txt"));
    let of = lines.filter_map(|(name, pairs)| Some((name.strip_suffix("-ending")?, pairs)));
    let pairs = of.flat_map(|(code, pairs)| pairs.split_whitespace().map(move |pair| (code, pair)));
    pairs
        .filter_map(|(code, pair)| pair.split_once('=').map(|(said, written)| (code, said, written)))
        .collect()
});

/// Longest word that is left as it is if a capital letter begins it: it may be a name.
const SHORT: usize = 2;
/// Fewest letters of a word whose ending may lack an accent.
const WITH_ENDING: usize = 6;
/// Most letters of an article that is written together with a word: "d'", "qu'", "dell'".
const ARTICLE: usize = 5;

/// The value without the words of a chat. `language` is that of the description.
pub(crate) fn written(language: Language, value: &str) -> String {
    if let Some(days) = short_days::written(language, value) {
        return days;
    }
    let tokens: Vec<&str> = value.split_whitespace().filter(|token| !is_smile(token)).collect();
    let is_figure = |at: Option<usize>| {
        let token = at.and_then(|at| tokens.get(at));
        token.is_some_and(|token| token.contains(|letter: char| letter.is_numeric()))
    };
    let mut words: Vec<String> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let is_beside = is_figure(at.checked_sub(1)) || is_figure(Some(at + 1));
        match of_token(language, token, is_beside) {
            Some(text) if text.is_empty() => keep_end(&mut words, token),
            Some(text) => words.push(text),
            None => words.push((*token).to_owned()),
        }
    }
    chat_phrases::written(language, &words.join(" "))
}

/// The full stop of a word that is left out goes to the word before it.
fn keep_end(words: &mut [String], token: &str) {
    let end = token.chars().next_back().filter(|end| matches!(end, '.' | ';' | '!'));
    if let (Some(last), Some(end)) = (words.last_mut(), end) {
        let length = last.trim_end_matches([',', '.']).len();
        last.truncate(length);
        last.push(end);
    }
}

/// ":)", "😀": signs and nothing else, with a smile.
fn is_smile(token: &str) -> bool {
    let has_face = |letter: char| matches!(letter, '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}');
    !token.contains(char::is_alphanumeric)
        && (token.contains(has_face)
            || token.starts_with([':', ';', '=']) && token.ends_with([')', '(', '/']))
        || matches!(token, ":D" | ":P" | ":p" | "xD" | "XD")
}

fn of_token(language: Language, token: &str, is_beside: bool) -> Option<String> {
    if let Some(text) = mapped(language, token, is_beside) {
        return Some(text);
    }
    let core = token.trim_matches(|sign: char| !sign.is_alphanumeric());
    let start = token.find(core).filter(|_| !core.is_empty())?;
    let (before, behind) = (&token[..start], &token[start + core.len()..]);
    // "jobs@acme.example", "3.5" and "acme.example/jobs" are no words.
    if core.contains(['@', ':']) || core.contains('.') && core.contains(char::is_alphabetic) {
        return None;
    }
    let text = with_figure(language, core, is_beside)
        .or_else(|| of_parts(language, core, is_beside))
        .or_else(|| elided(language, core))?;
    if text.is_empty() { Some(text) } else { Some(format!("{before}{text}{behind}")) }
}

/// "hrs/wk", "mon-fri": several words in one.
fn of_parts(language: Language, core: &str, is_beside: bool) -> Option<String> {
    let (mut text, mut is_new) = (String::new(), false);
    for part in core.split_inclusive(['/', '-', '–']) {
        let bare = part.trim_end_matches(['/', '-', '–']);
        let written = with_figure(language, bare, is_beside).filter(|written| !written.is_empty());
        is_new |= written.is_some() && bare.len() < core.len();
        text.push_str(written.as_deref().unwrap_or(bare));
        text.push_str(&part[bare.len()..]);
    }
    is_new.then_some(text)
}

/// "D'experience", "l'attivita": the article is written together with the word. So is the Arabic "and".
fn elided(language: Language, core: &str) -> Option<String> {
    if let Some(bare) = core.strip_prefix('و').filter(|_| language == Language::Arabic) {
        return Some(format!("و{}", mapped(language, bare, false)?));
    }
    let at = core.find(['\'', '’']).filter(|at| (1..ARTICLE).contains(at))?;
    let word = at + core[at..].chars().next().map_or(1, char::len_utf8);
    let written = mapped(language, &core[word..], false).filter(|written| !written.is_empty())?;
    Some(format!("{}{written}", &core[..word]))
}

/// "12hr" is a figure and a word.
fn with_figure(language: Language, core: &str, is_beside: bool) -> Option<String> {
    let digits = core.len() - core.trim_start_matches(|sign: char| sign.is_numeric() || sign == '.').len();
    if digits == 0 {
        return mapped(language, core, is_beside);
    }
    let unit = mapped(language, &core[digits..], true).filter(|unit| !unit.is_empty())?;
    Some(format!("{} {unit}", &core[..digits]))
}

fn mapped(language: Language, word: &str, is_beside: bool) -> Option<String> {
    let of = |word: &str| {
        let own = WORDS.get(&(language.code(), word)).or_else(|| WORDS.get(&("all", word)));
        own.cloned()
    };
    let letters = word.chars().count();
    if letters == 1 && is_beside {
        return None;
    }
    if let Some(text) = of(word) {
        return Some(text);
    }
    let lower = word.to_lowercase();
    let is_capitalised = lower != word && capitalised(&lower) == word && letters > SHORT;
    let listed = is_capitalised.then(|| of(&lower)).flatten().map(|text| capitalised(&text));
    listed.or_else(|| with_accent(language, word)).or_else(|| german_nouns::written(language, word))
}

/// "Atencion" is "atención": the ending of the word has an accent in every word of the language.
fn with_accent(language: Language, word: &str) -> Option<String> {
    let is_long = word.chars().count() >= WITH_ENDING && word.chars().skip(1).all(char::is_lowercase);
    let own = ENDINGS.iter().filter(|(code, ..)| is_long && *code == language.code());
    own.into_iter().find_map(|(_, said, written)| Some(format!("{}{written}", word.strip_suffix(said)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_chat_are_written_out() {
        for (language, said, expected) in [
            (Language::English, "mon thru fri, 7 til 4", "Mon through Fri, 7 until 4"),
            (Language::English, "2pm to 10pm mon-fri", "2pm to 10pm Mon-Fri"),
            (Language::German, "mo-do bis 15 uhr, 2 jahre erfahrung", "Mo-Do bis 15 Uhr, 2 Jahre Erfahrung"),
            (Language::English, "36 hrs/wk, 3 x 12hr shifts", "36 hours/week, 3 x 12-hour shifts"),
            (Language::English, "theres free parking lol", "there's free parking"),
            (Language::English, "Theres a bbq :)", "There's a bbq"),
            (Language::English, "no cold callers pls.", "no cold callers."),
            (Language::English, "mail hr.wk@hrs.example", "mail hr.wk@hrs.example"),
            (Language::English, "a team of HR people", "a team of HR people"),
            (Language::German, "38 std u. freitag frei", "38 Stunden und Freitag frei"),
            (Language::German, "führerschein wär super", "Führerschein wäre super"),
            (Language::Spanish, "seguimiento x whatsapp", "seguimiento por WhatsApp"),
            (Language::Spanish, "turnos de 4 x 10", "turnos de 4 x 10"),
            (Language::Italian, "pasta x 40 persone", "pasta x 40 persone"),
            (Language::Portuguese, "pode levar p/ casa", "pode levar para casa"),
            (Language::Dutch, "24 uur p/w", "24 uur per week"),
            (Language::French, "il faut etre matinal", "il faut être matinal"),
            (Language::English, "12 mal", "12 mal"),
            (Language::French, "pas besoin d'experience", "pas besoin d'expérience"),
            (Language::French, "cdi des que possible", "CDI dès que possible"),
            (Language::Spanish, "atencion al cliente, un dia libre", "atención al cliente, un día libre"),
            (Language::Spanish, "la ruta sale d la bodega", "la ruta sale de la bodega"),
            (Language::Spanish, "experiencia si o si", "experiencia sí o sí"),
            (Language::Portuguese, "cnh C, plano de saude", "CNH C, plano de saúde"),
            (Language::Portuguese, "atencao na recepcao", "atenção na recepção"),
            (Language::Italian, "chiuso il martedi", "chiuso il martedì"),
            (Language::Polish, "na ręke", "na rękę"),
            (Language::Arabic, "3 سنوات على الاقل والجمعة اجازة", "3 سنوات على الأقل والجمعة إجازة"),
            (Language::Arabic, "من 8 الصبح الى 5 العصر", "من 8 صباحًا إلى 5 عصرًا"),
            (Language::German, "stiegen auf maß, neue wärmepumpen", "Stiegen auf Maß, neue Wärmepumpen"),
            (Language::German, "die einarbeitung und betreuung", "die Einarbeitung und Betreuung"),
            (Language::German, "wir sind gesprungen", "wir sind gesprungen"),
            (Language::English, "a full irish on 15 august", "a full Irish on 15 August"),
        ] {
            assert_eq!(written(language, said), expected, "{said}");
        }
    }
}
