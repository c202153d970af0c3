//! Checks how the agent shall write for an organization.

use job_post::WritingSettings;

use crate::accounts::has_hidden_characters;
use crate::error::{Error, Result};

/// Longest texts of [`WritingSettings`], in characters.
const MAX_ABOUT: usize = 1_000;
const MAX_STATEMENT: usize = 500;
const MAX_BENEFIT: usize = 200;

/// The settings without white space at the ends, and each benefit once.
pub(super) fn checked_writing(writing: WritingSettings) -> Result<WritingSettings> {
    let text = |pointer, text: Option<String>, longest| {
        let text = text.as_deref().map(str::trim).filter(|text| !text.is_empty());
        text.map(|text| checked_text(pointer, text, longest)).transpose()
    };
    let mut benefits: Vec<String> = Vec::new();
    for benefit in &writing.standing_benefits {
        let benefit = checked_text("/writing/standing_benefits", benefit.trim(), MAX_BENEFIT)?;
        let is_known = benefits.iter().any(|known| known.to_lowercase() == benefit.to_lowercase());
        if !benefit.is_empty() && !is_known {
            benefits.push(benefit);
        }
    }
    Ok(WritingSettings {
        about_company: text("/writing/about_company", writing.about_company, MAX_ABOUT)?,
        equal_opportunity_statement: text(
            "/writing/equal_opportunity_statement",
            writing.equal_opportunity_statement,
            MAX_STATEMENT,
        )?,
        standing_benefits: benefits,
        ..writing
    })
}

/// The text in one line, as the agent puts it between its sentences.
fn checked_text(pointer: &'static str, text: &str, longest: usize) -> Result<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > longest {
        return Err(Error::invalid(pointer, format!("Use at most {longest} characters.")));
    }
    match has_hidden_characters(&text) {
        true => Err(Error::invalid(pointer, "Use characters that can be seen.")),
        false => Ok(text),
    }
}
