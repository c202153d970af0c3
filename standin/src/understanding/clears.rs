//! Clears whole fields: "remove the salary", "leave the location out".

use job_post::{Field, ProposedUpdate};

use crate::{
    text::sentences::Sentence,
    turn::Turn,
    understanding::{
        acts,
        topics::Topic,
        updates::{clear, remove},
    },
};

/// The fields and items that a sentence removes. Only what the post has can be removed.
pub(crate) fn find(turn: &Turn, sentence: &Sentence<'_>) -> Vec<ProposedUpdate> {
    if sentence.is_question {
        return Vec::new();
    }
    let removal = acts::removal(sentence);
    let scope = if removal.is_empty() && acts::is_refusal(sentence.text()) {
        0..sentence.words.len()
    } else {
        removal
    };
    let text = sentence.span(scope);
    let cleared = FIELDS.iter().filter(|(_, field, name)| {
        turn.has(name)
            && Topic::named_in(text).contains(&topic(*field))
            && !(*field == Field::Skills && names_one(turn, text))
    });
    let mut updates: Vec<ProposedUpdate> = cleared.map(|(_, field, _)| clear(*field, text)).collect();
    if updates.iter().all(|update| update.field != Field::Requirements) {
        updates.extend(items(turn, text));
    }
    updates
}

const FIELDS: &[(Topic, Field, &str)] = &[
    (Topic::Salary, Field::SalaryMin, "salaryMin"),
    (Topic::Salary, Field::SalaryMax, "salaryMax"),
    (Topic::Location, Field::Location, "location"),
    (Topic::Level, Field::ExperienceLevel, "experienceLevel"),
    (Topic::WorkType, Field::WorkType, "workType"),
    (Topic::Skills, Field::Skills, "skills"),
    (Topic::Department, Field::Department, "department"),
    (Topic::Responsibilities, Field::Responsibilities, "responsibilities"),
    (Topic::Requirements, Field::Requirements, "requirements"),
    (Topic::Benefits, Field::Benefits, "benefits"),
    (Topic::Description, Field::Description, "description"),
];

fn topic(field: Field) -> Topic {
    FIELDS.iter().find(|(_, it, _)| *it == field).map_or(Topic::Title, |(topic, _, _)| *topic)
}

fn names_one(turn: &Turn, text: &str) -> bool {
    let text = text.to_lowercase();
    turn.list("skills").iter().any(|skill| text.contains(&skill.to_lowercase()))
}

/// The items of the longer lists that the removal names by a distinctive word: "drop the newsletter".
fn items(turn: &Turn, text: &str) -> Vec<ProposedUpdate> {
    const LISTS: &[(Field, &str)] = &[
        (Field::Responsibilities, "responsibilities"),
        (Field::Requirements, "requirements"),
        (Field::Benefits, "benefits"),
    ];
    let text = text.to_lowercase();
    let named: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 4).collect();
    let is_named = |item: &str| {
        let item = item.to_lowercase();
        item.split(|c: char| !c.is_alphanumeric())
            .any(|word| named.contains(&word) && !GENERAL.contains(&word))
    };
    LISTS
        .iter()
        .flat_map(|(field, name)| {
            turn.list(name).into_iter().filter(|item| is_named(item)).map(|item| remove(*field, item, &text))
        })
        .collect()
}

/// Words that are not distinctive.
const GENERAL: &[&str] = &[
    "years",
    "experience",
    "remove",
    "salary",
    "benefit",
    "benefits",
    "skills",
    "requirement",
    "requirements",
    "please",
    "their",
    "about",
    "jahre",
];
