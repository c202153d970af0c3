//! A finished job post in the forms others read: plain text, Markdown, HTML and schema.org JSON-LD, and the original service's JSON.
//!
//! All but the last are written from one [`Sheet`], so a number cannot be one thing here and another there.

mod ai_create;
mod html;
mod json_ld;
mod markdown;
pub(crate) mod places;
mod sheet;
#[cfg(test)]
mod tests;
mod text;
mod titles;

use chrono::{DateTime, Utc};
use uuid::Uuid;

pub use self::ai_create::{AiCreate, AiCreateOptions};
use self::sheet::Sheet;
use crate::Content;

/// What is exported. Nothing is added to what the content says, but the labels in its language.
#[derive(Clone, Copy, Debug)]
pub struct Posting<'a> {
    pub id: Uuid,
    pub company_name: &'a str,
    pub content: &'a Content,
    pub posted_at: DateTime<Utc>,
}

impl Posting<'_> {
    /// Plain text, with a line feed at its end.
    pub fn text(&self) -> String {
        text::write(&Sheet::of(self))
    }

    /// CommonMark. What people wrote is escaped: it stays text, whatever signs are in it.
    pub fn markdown(&self) -> String {
        markdown::write(&Sheet::of(self))
    }

    /// A whole HTML page without scripts, styles or links.
    pub fn html(&self) -> String {
        html::page(&Sheet::of(self))
    }

    /// A schema.org JobPosting as JSON-LD, by Google's list of properties
    /// (<https://developers.google.com/search/docs/appearance/structured-data/job-posting>). It can be put into a
    /// `script` element as it is: no `<`, `>` or `&` is in it.
    pub fn json_ld(&self) -> String {
        json_ld::write(self, &Sheet::of(self))
    }
}

/// The properties that Google requires and a post with this content does not say: who hires has to say where.
pub fn missing(content: &Content) -> Vec<&'static str> {
    json_ld::missing(content)
}

/// A list as the original service wrote it: a line each, that begins with "• ".
pub fn bulleted(items: &[String]) -> String {
    items.iter().map(|item| format!("• {item}")).collect::<Vec<_>>().join("\n")
}
