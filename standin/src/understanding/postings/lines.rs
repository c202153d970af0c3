//! The lines of an ad, with the label and the section of each.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::sentences::{Sentence, pattern, sentences};

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
    static BULLET: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^\s*(?:[-*•+·–▪◦✓●►»]+\s*|\d{1,2}[.)]\s+|#\s?\d+\s*)"));
    let mut section = Section::Other;
    let mut bulleted = false;
    let mut lines = Vec::new();
    for line in message.lines() {
        let bullet = BULLET.find(line).map_or(0, |bullet| bullet.end());
        let text = line[bullet..].trim().trim_matches('*').trim();
        if !text.contains(char::is_alphanumeric) {
            continue;
        }
        let heading = (bullet == 0).then(|| heading(text)).flatten();
        let (label, value) = labelled(text);
        // "Benefits: dental, vision" is a heading and its list in one line.
        let in_line = heading.filter(|_| !value.is_empty() && label.is_some());
        // A paragraph after a bulleted list begins another section.
        let is_over = bulleted && bullet == 0;
        section = heading.unwrap_or(if is_over { Section::Other } else { section });
        bulleted = bullet > 0;
        let is_heading = heading.is_some() && in_line.is_none();
        let value = if value.is_empty() { text } else { value };
        lines.push(Line { text, label, value, section, is_heading, sentences: stated(text) });
    }
    lines
}

/// The sentences of a line. In an ad only a question mark makes a question.
fn stated(text: &str) -> Vec<Sentence<'_>> {
    let mut all = sentences(text);
    for sentence in &mut all {
        sentence.is_question = sentence.text().ends_with('?');
    }
    all
}

fn labelled(text: &str) -> (Option<String>, &str) {
    static LABEL: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^([\p{L}][\p{L}' /-]{1,28}?)\s*(?::|：|\s[-–]\s)\s*(.*)$"));
    match LABEL.captures(text).map(|found| found.extract()) {
        Some((_, [label, value])) if label.split_whitespace().count() <= 4 => {
            (Some(label.to_lowercase()), value)
        }
        _ => (None, text),
    }
}

/// The section that a line opens, if it is a heading.
fn heading(text: &str) -> Option<Section> {
    static SECTIONS: LazyLock<[(Section, Regex); 5]> = LazyLock::new(|| {
        let section = |words: &str| pattern(&format!(r"(?i)^\W*(?:{words})"));
        [
            (
                Section::Pay,
                section(
                    r"(?:the\s+|your\s+|base\s+)*(?:salary|pay|compensation|hiring\s+range|remuneration|gehalt|vergütung|verdienst|rémunération|salaire|salario|sueldo)\b",
                ),
            ),
            (
                Section::Offer,
                section(
                    r".{0,14}?\b(?:we\s+offer|offers?\b|benefits|perks|in\s+return|you(?:'ll)?\s+get|good\s+bits|you\s+can\s+expect|bieten|freuen|bekommst|erhalten\s+sie|benefits|vorteile|nous\s+offrons|on\s+vous\s+propose|avantages|ofrecemos|prestaciones|beneficios|extras|reasons\s+to\s+join|why\s+(?:join|us|you))",
                ),
            ),
            (
                Section::Profile,
                section(
                    r".{0,22}?(?:\brequirements?|\bqualifications?|looking\s+for|\byou\s+have|\babout\s+you\b|\bprofile?\b|\bthe\s+person|\byou\s+bring|\byou\s+need|think\s+that\s+you|\bmust[- ]haves?|\bwho\s+you\s+are|\bskills\b|\btoolbox|\bbringst|\bbringen|\banforderungen|\bbrauchst|\bvoraussetzungen|\bprofil\b|\brequisitos|\bperfil|\bse\s+requiere)",
                ),
            ),
            (
                Section::Tasks,
                section(
                    r".{0,22}?(?:\bresponsibilit|\bduties\b|\byou(?:'ll|\s+will)\b|\bthe\s+(?:role|job|position|work)\b|\byour\s+(?:day|work|mission|tasks|role|job)\b|\btasks\b|essential\s+functions|\baufgaben|\berwartet\b|\bmachst\b|\btätigkeiten|\bmissions?\b|\bfunciones\b|\bactividades\b|\bresponsabilidades|\bweek\s+looks)",
                ),
            ),
            (
                Section::Company,
                section(
                    r"(?:about\s+(?:us|our|the\s+(?:company|team)|\p{Lu}\p{L}+)|who\s+we\s+are|background|the\s+(?:firm|business|organi[sz]ation|school|hotel|practice|team)|our\s+(?:story|company)|the\s+company|über\s+uns|wer\s+wir\s+sind|unser\s+haus|l'entreprise|qui\s+sommes|¿?quiénes\s+somos|sobre\s+nosotros|(?:la|nuestra)\s+empresa|notre\s+(?:entreprise|maison)|das\s+unternehmen)",
                ),
            ),
        ]
    });
    static ANY: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[^.;,]{3,60}[:：]?$"));
    let (label, value) = labelled(text);
    let name = if label.is_some() {
        text[..text.len() - value.len()].trim_end_matches([':', '-', '–', ' '])
    } else {
        text
    };
    let words = name.split_whitespace().count();
    if words > 7 || name.ends_with(['.', ',', ';']) {
        return None;
    }
    let named = SECTIONS.iter().find(|(_, words)| words.is_match(name)).map(|(section, _)| *section);
    // Any other short line that ends in a colon or is all capitals opens an unknown section.
    let is_other = value.is_empty() && text.ends_with(':')
        || (words > 1 && name == name.to_uppercase() && ANY.is_match(name));
    named.or(is_other.then_some(Section::Other))
}
