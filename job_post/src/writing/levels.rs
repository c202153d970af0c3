//! The title with its level, where people say it there: "Senior Backend-Entwickler (w/m/d)", "sviluppatore backend senior".

use std::sync::LazyLock;

use crate::Content;
use crate::language::word_lists::WordLists;
use crate::language::words::plain_words;
use crate::language::{Language, list_file};

const FILE: &str = include_str!("../../data/writing/levels.txt");

static LEVELS: LazyLock<WordLists> = LazyLock::new(|| WordLists::of(FILE));

/// The title with the level of the post, unless it names one or is of an occupation without levels.
pub(crate) fn with_level(language: Language, content: &Content, title: &str) -> String {
    let said = content.experience_level.and_then(|level| word_of(language, level.as_str()));
    let words = plain_words(title);
    let names_level = words.iter().any(|word| LEVELS.has("named", word));
    let has_levels = words.iter().any(|word| LEVELS.words("head").any(|head| word.ends_with(head)));
    let Some(level) = said.filter(|_| has_levels && !names_level) else { return title.to_owned() };
    if !LEVELS.has("behind", language.code()) {
        return format!("{level} {title}");
    }
    // "Sviluppatore backend (m/f)": the mark stays at the end.
    match title.split_once(" (") {
        Some((name, mark)) => format!("{name} {level} ({mark}"),
        None => format!("{title} {level}"),
    }
}

fn word_of(language: Language, level: &str) -> Option<&'static str> {
    let own = list_file::named(FILE).filter(|(code, _)| *code == language.code());
    let mut pairs = own.flat_map(|(_, pairs)| pairs.split_whitespace()).filter_map(|it| it.split_once('='));
    pairs.find(|(own, _)| *own == level).map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ExperienceLevel;

    #[test]
    fn titles_with_levels_say_theirs() {
        for (language, title, level, expected) in [
            (
                Language::German,
                "Backend-Entwickler (w/m/d)",
                ExperienceLevel::Senior,
                "Senior Backend-Entwickler (w/m/d)",
            ),
            (
                Language::Italian,
                "Sviluppatore backend",
                ExperienceLevel::Senior,
                "Sviluppatore backend senior",
            ),
            (
                Language::Spanish,
                "Desarrollador backend (H/M)",
                ExperienceLevel::Junior,
                "Desarrollador backend junior (H/M)",
            ),
            (
                Language::German,
                "Softwareentwickler (m/w/d)",
                ExperienceLevel::Junior,
                "Junior Softwareentwickler (m/w/d)",
            ),
            (Language::English, "Data Analyst", ExperienceLevel::Junior, "Junior Data Analyst"),
            (Language::English, "Senior Accountant", ExperienceLevel::Senior, "Senior Accountant"),
            (Language::English, "Lead Designer", ExperienceLevel::Lead, "Lead Designer"),
            (Language::English, "Accountant", ExperienceLevel::Mid, "Accountant"),
            (Language::German, "Koch (m/w/d)", ExperienceLevel::Senior, "Koch (m/w/d)"),
            (Language::Spanish, "Camarera", ExperienceLevel::Senior, "Camarera"),
        ] {
            let content = Content { experience_level: Some(level), ..Content::default() };
            assert_eq!(with_level(language, &content, title), expected);
        }
    }
}
