//! The items of the lists of a description: without words that the heading says already, and each once.

use std::sync::LazyLock;

use regex::Regex;

use super::composition::{Part, Unit};
use super::forms::{bare, capitalised, date, weekly};
use super::wording::written;
use super::{possessives, third_person, working_hours};
use crate::language::words::{pattern, plain_words};
use crate::language::{Language, list_file};
use crate::{Content, Field};

/// The lists with such leads, and the names of these.
const LISTS: [(Field, &str); 4] = [
    (Field::Responsibilities, "tasks"),
    (Field::Requirements, "requirements"),
    (Field::Benefits, "benefits"),
    (Field::HowToApply, "applying"),
];

/// What stands before an item, by language and list.
static LEADS: LazyLock<Vec<(Language, Field, Regex)>> = LazyLock::new(|| {
    let lead = |language: Language, field: Field, name: &str| {
        let and = format!("and-{}", language.code());
        let lines = list_file::named(include_str!("../../data/writing/item_leads.txt"));
        let all = lines.filter(|(own, _)| *own == name || *own == and).map(|(_, source)| source);
        let all = all.collect::<Vec<_>>().join("|");
        (language, field, pattern(&format!(r"(?i)^(?:(?:{all})\s+)+")))
    };
    let of = |language| LISTS.into_iter().map(move |(field, name)| lead(language, field, name));
    Language::ALL.into_iter().flat_map(of).collect()
});

/// The shortest item that is left without its lead, in letters.
const SHORTEST: usize = 4;

/// The items of the list as a post shows them. A skill that another item or the title names is not listed again.
pub(super) fn items(language: Language, content: &Content, field: Field) -> Vec<Unit> {
    let all = content.list(field).into_iter().flatten();
    let mut found: Vec<Unit> = Vec::new();
    for item in all.filter(|item| field != Field::Skills || !is_said(content, item)) {
        let text = item_of(language, field, item);
        let is_again = found.iter().any(|(_, other)| other.to_lowercase() == text.to_lowercase());
        if !is_again {
            found.push((Part::Item(field), text));
        }
    }
    found
}

fn item_of(language: Language, field: Field, item: &str) -> String {
    let text = capitalised(&shown(language, field, item));
    if field == Field::WorkingHours { working_hours::with_noun(language, text) } else { text }
}

/// The item without the words before it that the heading says already, and without the mark at its end.
pub(crate) fn shown(language: Language, field: Field, item: &str) -> String {
    let text = bare(&written(language, item));
    let lead = LEADS.iter().find(|(own, list, _)| *own == language && *list == field);
    let end = lead.and_then(|(.., lead)| lead.find(&text)).map_or(0, |found| found.end());
    let rest = text.get(end..).filter(|rest| rest.chars().count() >= SHORTEST).unwrap_or(&text);
    match field {
        Field::WorkingHours => weekly(language, rest),
        Field::StartDate | Field::ApplyBy => date(language, rest),
        Field::Responsibilities => {
            third_person::in_infinitive(language, rest).unwrap_or_else(|| rest.to_owned())
        }
        Field::Requirements => possessives::of_candidate(language, rest),
        _ => rest.to_owned(),
    }
}

/// Does the title, a task or a requirement have the skill as whole words?
fn is_said(content: &Content, skill: &str) -> bool {
    let skill = plain_words(skill);
    let lists = [&content.requirements, &content.qualifications, &content.responsibilities];
    let mut texts = lists.into_iter().flatten().chain(&content.title);
    !skill.is_empty() && texts.any(|text| plain_words(text).windows(skill.len()).any(|words| words == skill))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heading_is_not_said_again() {
        const ENGLISH: Language = Language::English;
        const TASKS: Field = Field::Responsibilities;
        for (language, field, item, expected) in [
            (ENGLISH, TASKS, "they run the biweekly payroll", "Run the biweekly payroll"),
            (ENGLISH, TASKS, "you'll be doing full irish", "Doing full Irish"),
            (ENGLISH, TASKS, "day to day its service calls", "Service calls"),
            (ENGLISH, TASKS, "theyre friendly", "They're friendly"),
            (Language::German, TASKS, "er baut Küchen", "Küchen bauen"),
            (Language::French, TASKS, "il charge les camions", "Charger les camions"),
            (Language::Portuguese, TASKS, "vai apoiar os médicos", "Apoiar os médicos"),
            (Language::French, Field::Requirements, "il faut être discret", "Être discret"),
            (ENGLISH, Field::Requirements, "need a current licence", "A current licence"),
            (ENGLISH, Field::Requirements, "they do need an enhanced DBS", "An enhanced DBS"),
            (Language::French, Field::Requirements, "faut avoir son permis", "Permis"),
            (Language::French, Field::Requirements, "ses outils de base", "Vos propres outils de base"),
            (Language::Portuguese, Field::Requirements, "tem q ter ensino médio", "Ensino médio"),
            (ENGLISH, Field::Requirements, "a car", "A car"),
            (Language::Spanish, Field::Benefits, "mas comision del 3%", "Comisión del 3%"),
            (Language::Spanish, Field::Benefits, "en blanco, sin papeleo", "En blanco, sin papeleo"),
            (ENGLISH, Field::Benefits, "the dog", "The dog"),
            (ENGLISH, Field::WorkingHours, "37.5 hrs/wk", "37.5 hours per week"),
            (ENGLISH, Field::HowToApply, "to apply phone Denise", "Phone Denise"),
            (
                Language::French,
                Field::HowToApply,
                "pour postuler, passer à la boutique",
                "Passer à la boutique",
            ),
            (ENGLISH, Field::HowToApply, "they can email jobs@a.example", "Email jobs@a.example"),
        ] {
            assert_eq!(item_of(language, field, item), expected, "{item}");
        }
    }

    #[test]
    fn a_skill_that_is_said_is_not_listed() {
        let content = Content {
            title: Some("Java Developer".to_owned()),
            requirements: vec!["HACCP level 2".to_owned()],
            skills: ["Java", "HACCP", "C", "Excel"].map(str::to_owned).to_vec(),
            ..Content::default()
        };
        let texts: Vec<String> =
            items(Language::English, &content, Field::Skills).into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["C", "Excel"]);
    }
}
