//! Exports of a finished job post: plain text, Markdown, HTML, schema.org JSON-LD, and the JSON of the original service.
//!
//! All but the last are written from one [`Sheet`], so that they show equal values.

mod ai_create;
mod dates;
mod html;
mod json_ld;
mod markdown;
pub(crate) mod places;
mod posting;
mod sheet;
#[cfg(test)]
mod tests;
mod text;
mod titles;

pub use self::ai_create::{AiCreate, AiCreateOptions};
pub use self::dates::month_names;
pub use self::posting::Posting;
use self::sheet::Sheet;
use crate::Content;

impl Posting<'_> {
    /// Plain text, with a line feed at its end.
    pub fn text(&self) -> String {
        text::write(&Sheet::of(self))
    }

    /// CommonMark. The texts of the post are escaped, so that no sign in them is markup.
    pub fn markdown(&self) -> String {
        markdown::write(&Sheet::of(self))
    }

    /// An HTML page without scripts, styles or links.
    pub fn html(&self) -> String {
        html::page(&Sheet::of(self))
    }

    /// A schema.org JobPosting as JSON-LD, by Google's list of properties
    /// (<https://developers.google.com/search/docs/appearance/structured-data/job-posting>). It has no `<`, `>` or `&`,
    /// so it may be put into a `script` element.
    pub fn json_ld(&self) -> String {
        json_ld::write(self, &Sheet::of(self))
    }
}

/// Does the list of towns have the name, in any case and without accents?
pub fn is_town(name: &str) -> bool {
    places::is_town(name)
}

/// The properties that Google requires and this content lacks.
pub fn missing(content: &Content) -> Vec<&'static str> {
    json_ld::missing(content)
}

/// A list as the original service wrote it: a line for each item, beginning with "• ".
pub fn bulleted(items: &[String]) -> String {
    items.iter().map(|item| format!("• {item}")).collect::<Vec<_>>().join("\n")
}
