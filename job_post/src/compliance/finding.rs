//! A finding of the compliance check, and the texts that are checked.

use crate::content::Content;
use crate::field::Field;

/// A place in a post that should be worded otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// A stable name for programs: "pay_not_stated", "gendered_wording" …
    pub code: &'static str,
    pub field: Field,
    /// The words of the field that the finding is about; `None` if something is missing.
    pub words: Option<String>,
    /// What to do, in words for people.
    pub advice: &'static str,
    /// The law or the study behind the rule.
    pub source: &'static str,
}

/// All texts of a post, each with its field.
pub(super) fn texts(content: &Content) -> impl Iterator<Item = (Field, &str)> {
    let lists = [
        (Field::Skills, &content.skills),
        (Field::Requirements, &content.requirements),
        (Field::Responsibilities, &content.responsibilities),
        (Field::Benefits, &content.benefits),
    ];
    let single = [(Field::Title, &content.title), (Field::Description, &content.description)];
    let single = single.into_iter().filter_map(|(field, text)| Some((field, text.as_deref()?)));
    single.chain(
        lists.into_iter().flat_map(|(field, items)| items.iter().map(move |item| (field, item.as_str()))),
    )
}
