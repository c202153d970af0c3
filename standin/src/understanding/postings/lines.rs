//! The lines of an ad, with the label and the section of each.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    text::sentences::{Sentence, pattern, sentences},
    understanding::postings::{headings, titles},
};

/// How many lines at the top are about the position.
pub(super) const HEADER: usize = 9;

/// The section of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    /// Before the first heading, or under an unknown one.
    Other,
    Company,
    Tasks,
    Profile,
    Offer,
    Pay,
}

pub(crate) struct Line<'a> {
    /// The line without its bullet, trimmed.
    pub text: &'a str,
    /// "location" for "Location: Reno".
    pub label: Option<String>,
    /// The text after the label.
    pub value: &'a str,
    pub section: Section,
    pub is_heading: bool,
    pub is_bullet: bool,
    pub sentences: Vec<Sentence<'a>>,
}

impl<'a> Line<'a> {
    /// The items of the line: a bullet is one, a paragraph has one a sentence.
    pub fn items(&self) -> impl Iterator<Item = &'a str> {
        let sentences = sentences(self.value);
        let items: Vec<&'a str> = match sentences.len() {
            0 | 1 => vec![self.value],
            _ => sentences.iter().map(Sentence::text).collect(),
        };
        items
            .into_iter()
            .map(|item| item.trim_end_matches(['.', ';', ',', ' ']))
            .filter(|item| item.chars().count() > 2)
    }
}

/// The lines of an ad that hold a letter or a digit.
pub(crate) fn of(message: &str) -> Vec<Line<'_>> {
    static BULLET: LazyLock<Regex> = LazyLock::new(|| {
        // Word pastes "·\t", "§\t" and "o\t", and glyphs of its own fonts. "**" is no bullet but bold type.
        pattern(
            r"^\s*(?:(?:[*+-]|--)\s+(?:\[[ xX]?\]\s+)?|-|[•·–▪▫■□○◦‣⁃∙➢➤✓✔☑✅●►▶»→§\u{f000}-\u{f0ff}\u{fffd}]+\s*|o(?:\t|\s{2,})|(?:\d{1,2}|[a-z])[.)]\s+|#\s?\d+\s*|[\u{2600}-\u{27bf}\u{1f300}-\u{1faff}\u{fe0f}\u{200d}]+\s+)",
        )
    });
    let mut section = Section::Other;
    let mut bulleted = false;
    let mut lines = Vec::new();
    for line in message.lines() {
        let bullet = BULLET.find(line).map_or(0, |bullet| bullet.end());
        let text = line[bullet..].trim().trim_matches(['*', '_', '#']).trim();
        if !text.contains(char::is_alphanumeric) {
            continue;
        }
        // "• Requirements:" and "🎯 Requirements" are headings all the same.
        let is_picture = line.trim_start().starts_with(|first: char| first >= '\u{1f300}');
        let is_listed = || headings::listed(text).filter(|_| is_picture || text.ends_with(':'));
        let heading = if bullet == 0 { headings::of(text) } else { is_listed() };
        let (label, value) = labelled(text);
        let names_title = label.as_deref().is_some_and(titles::is_label) && !value.is_empty();
        let heading = heading.filter(|_| !names_title);
        // "Benefits: dental, vision" is a heading and its list in one line.
        let in_line = heading.filter(|_| !value.is_empty() && label.is_some());
        // A paragraph after a bulleted list begins another section.
        let is_over = bulleted && bullet == 0;
        section = heading.unwrap_or(if is_over { Section::Other } else { section });
        bulleted = bullet > 0 && heading.is_none();
        let is_heading = heading.is_some() && in_line.is_none();
        let value = if value.is_empty() { text } else { value };
        lines.push(Line {
            text,
            label,
            value,
            section,
            is_heading,
            is_bullet: bullet > 0,
            sentences: stated(text),
        });
    }
    lines
}

/// Is the text behind a colon an ending for all genders?
fn is_ending(value: &str) -> bool {
    matches!(value.split_whitespace().next(), Some("in" | "innen" | "r" | "n"))
}

/// The sentences of a line. In an ad only a question mark makes a question.
fn stated(text: &str) -> Vec<Sentence<'_>> {
    let mut all = sentences(text);
    for sentence in &mut all {
        sentence.is_question = sentence.text().ends_with('?');
    }
    all
}

pub(super) fn labelled(text: &str) -> (Option<String>, &str) {
    static LABEL: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^([\p{L}][\p{L}' /-]{1,28}?)\s*(?::|：|\s[-–]\s)\s*(.*)$"));
    match LABEL.captures(text).map(|found| found.extract()) {
        // "Tierpfleger:in" is a title.
        Some((_, [label, value])) if label.split_whitespace().count() <= 4 && !is_ending(value) => {
            (Some(label.to_lowercase()), value)
        }
        _ => (None, text),
    }
}
