//! The language of a description. Its facts may be in another one, but its headings are the templates' own.

use super::layout::{Kind, units};
use crate::Content;
use crate::language::Language;
use crate::language::phrases::{HEADINGS, phrase};

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
    Language::of(std::iter::once(&*items).chain(content.title.as_deref()), None)
}
