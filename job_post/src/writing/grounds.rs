//! What each sentence of a description rests on: the values of the post that it names.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::guard::telling_words;
use super::layout::{Kind, units};
use crate::language::likeness::folded;
use crate::language::list_file;
use crate::language::words::words;
use crate::{Content, Field, money};

/// A sentence or list item of a description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub text: String,
    /// The values that it names, each with its index in a list.
    pub values: Vec<(Field, Option<usize>)>,
}

/// The sentences and list items of the description, without its headings.
#[must_use]
pub fn grounds(content: &Content) -> Vec<Sentence> {
    let description = content.description.as_deref().unwrap_or_default();
    let sentence = |text: &str| Sentence { text: text.to_owned(), values: named_in(content, text) };
    let all = units(description).into_iter().filter(|(kind, _)| *kind != Kind::Heading);
    all.map(|(_, text)| sentence(text)).collect()
}

fn named_in(content: &Content, sentence: &str) -> Vec<(Field, Option<usize>)> {
    let said: HashSet<String> = words(sentence).iter().map(|word| folded(&word.plain)).collect();
    let figures: Vec<Decimal> =
        money::numbers_in(sentence).into_iter().filter_map(|figure| figure.values.first().copied()).collect();
    let named = |field: Field| -> Vec<(Field, Option<usize>)> {
        if let Some(items) = content.list(field) {
            let is_choice = field == Field::EmploymentTypes;
            let is_named =
                |item: &str| if is_choice { is_chosen(item, &said) } else { is_named(item, &said) };
            let named = items.iter().enumerate().filter(|(_, item)| is_named(item));
            return named.map(|(index, _)| (field, Some(index))).collect();
        }
        let is_named = match field {
            // Any number may be equal to that of the openings: "2 years".
            Field::Description | Field::Openings => false,
            Field::SalaryMin => content.salary.min.is_some_and(|amount| figures.contains(&amount)),
            Field::SalaryMax => content.salary.max.is_some_and(|amount| figures.contains(&amount)),
            Field::ExperienceLevel => {
                content.experience_level.is_some_and(|level| is_chosen(level.as_str(), &said))
            }
            Field::WorkType => content.work_type.is_some_and(|kind| is_chosen(kind.as_str(), &said)),
            other => {
                content.text(other).and_then(Option::as_deref).is_some_and(|value| is_named(value, &said))
            }
        };
        if is_named { vec![(field, None)] } else { Vec::new() }
    };
    Field::ALL.into_iter().flat_map(named).collect()
}

/// Does the sentence have most of the telling words of the value?
fn is_named(value: &str, said: &HashSet<String>) -> bool {
    let telling = telling_words(value);
    let found = telling.iter().filter(|word| said.contains(*word)).count();
    2 * found > telling.len()
}

/// Does the sentence have a phrase for the level, work type or employment type?
fn is_chosen(value: &str, said: &HashSet<String>) -> bool {
    let phrases = list_file::named(include_str!("../../data/choices.txt")).filter(|(name, _)| *name == value);
    let mut phrases = phrases.flat_map(|(_, phrases)| phrases.split(", "));
    phrases.any(|phrase| {
        let all = words(phrase);
        !all.is_empty() && all.iter().all(|word| said.contains(&folded(&word.plain)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Salary, WorkType};

    #[test]
    fn each_sentence_names_its_values() {
        let list = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect();
        let content = Content {
            title: Some("Line Cook".to_owned()),
            location: Some("Lisbon".to_owned()),
            work_type: Some(WorkType::Onsite),
            benefits: list(&["free meals", "a gym on our floor"]),
            skills: list(&["Portuguese sauces"]),
            employment_types: list(&["full_time"]),
            salary: Salary { min: Some(Decimal::from(1_400)), ..Salary::default() },
            description: Some(
                "Papaya is looking for a Line Cook in Lisbon. You work full-time, on site. We pay 1,400 EUR and offer a gym. \
                 Write to us."
                    .to_owned(),
            ),
            ..Content::default()
        };
        let sentences = grounds(&content);
        let values: Vec<&[(Field, Option<usize>)]> =
            sentences.iter().map(|sentence| &*sentence.values).collect();
        assert_eq!(
            values,
            [
                &[(Field::Title, None), (Field::Location, None)][..],
                &[(Field::WorkType, None), (Field::EmploymentTypes, Some(0))],
                &[(Field::SalaryMin, None)],
                &[],
            ]
        );
        assert_eq!(sentences[3].text, "Write to us.");
    }
}
