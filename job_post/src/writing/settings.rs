//! What an organization says about the descriptions that the agent writes for it.

use serde::{Deserialize, Serialize};

use super::layout::{Kind, lines, rewritten};
use super::{Length, Style, Tone};
use crate::decision::questions::sentences;

/// The organization's style, and the texts that stand in each description that the agent writes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WritingSettings {
    pub tone: Tone,
    pub length: Length,
    /// What the company says about itself, after the opening sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about_company: Option<String>,
    /// That everybody has the same chance, at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equal_opportunity_statement: Option<String>,
    /// Benefits that every position has: each new session begins with them.
    pub standing_benefits: Vec<String>,
}

impl WritingSettings {
    pub(crate) fn style(&self) -> Style {
        Style { tone: self.tone, length: self.length }
    }

    /// The texts that stand in each description.
    pub(crate) fn standing_texts(&self) -> impl Iterator<Item = &str> {
        [&self.about_company, &self.equal_opportunity_statement].into_iter().flatten().map(String::as_str)
    }

    /// The text with what the company says about itself after the first paragraph, or the first sentence of a text of one
    /// paragraph, and the statement about equal opportunity at the end, each once.
    pub(crate) fn framed(&self, text: &str, style: Style) -> String {
        let is_standing = |unit: &&str| self.standing_texts().any(|own| own.contains(*unit));
        let text = rewritten(text, |kind, unit| match kind {
            Kind::Text if is_standing(&unit) => Vec::new(),
            _ => vec![unit.to_owned()],
        });
        let about = self.about_company.as_deref().filter(|_| style.length > Length::Short);
        let statement = self.equal_opportunity_statement.as_deref();
        if let [only] = &*lines(&text)
            && only.kind == Kind::Text
        {
            let mut framed: Vec<&str> =
                sentences(only.text).into_iter().map(|(_, sentence)| sentence).collect();
            let first = framed.len().min(1);
            framed.splice(first..first, about);
            framed.extend(statement);
            return framed.join(" ");
        }
        let (first, rest) = text.split_once("\n\n").unwrap_or((&text, ""));
        let parts = [Some(first), about, Some(rest), statement].into_iter().flatten();
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }
}
