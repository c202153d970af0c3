//! The language of a description. Its facts may be in another one, but its headings are the templates' own.

use super::guard::values_of;
use super::layout::{Kind, units};
use crate::language::Language;
use crate::language::phrases::{HEADINGS, phrase};
use crate::{Content, Field};

/// The language of a written description.
pub(crate) fn language_of(text: &str) -> Language {
    let headings: Vec<&str> =
        units(text).into_iter().filter(|(kind, _)| *kind == Kind::Heading).map(|(_, text)| text).collect();
    let said = || Language::of([text], None);
    let own = |language: Language| {
        let own: Vec<String> = HEADINGS.iter().map(|heading| phrase(language, *heading)).collect();
        headings.iter().filter(|heading| own.iter().any(|own| own == *heading)).count()
    };
    let most = Language::ALL.into_iter().map(own).max().unwrap_or_default();
    // "Profil" is a heading in several languages.
    let mut best = Language::ALL.into_iter().filter(|language| own(*language) == most);
    match (most, best.next(), best.next()) {
        (1.., Some(only), None) => only,
        _ => said(),
    }
}

/// The language of a post.
pub(crate) fn language_of_post(content: &Content) -> Language {
    if let Some(text) = content.description.as_deref() {
        return language_of(text);
    }
    let lists = [&content.responsibilities, &content.requirements, &content.benefits];
    // One item alone may have words of several languages.
    let items = lists.into_iter().flatten().cloned().collect::<Vec<_>>().join("\n");
    let terms = TERMS.into_iter().flat_map(|field| values_of(content, field)).collect::<Vec<_>>().join("\n");
    let title = content.title.as_deref();
    Language::of(std::iter::once(&*items).chain(title).chain(std::iter::once(&*terms)), None)
}

/// What shows the language of a post that says little: "Tischler" may be a name.
const TERMS: [Field; 8] = [
    Field::Qualifications,
    Field::WorkingHours,
    Field::ContractLength,
    Field::StartDate,
    Field::AdditionalPay,
    Field::HowToApply,
    Field::ApplyBy,
    Field::Notes,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_that_says_little_shows_its_language_by_its_terms() {
        let content = Content {
            title: Some("Tischler".to_owned()),
            working_hours: vec!["38,5 Stunden pro Woche".to_owned()],
            ..Content::default()
        };
        assert_eq!(language_of_post(&content), Language::German);
        let content = Content { requirements: vec!["two years in a kitchen".to_owned()], ..content };
        assert_eq!(language_of_post(&content), Language::English);
    }
}
