//! The form of a description: paragraphs, headings and list items, each marked at the start of its line.

use crate::decision::questions::sentences;
use crate::text::clean_lines;

const HEADING: &str = "## ";
const ITEM: &str = "- ";

/// Other marks of an item, which people and LLMs write.
const OTHER_ITEMS: [&str; 2] = ["• ", "* "];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Heading,
    Item,
    Text,
}

/// A line of a description, without its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line<'a> {
    pub kind: Kind,
    pub text: &'a str,
    /// Is it behind an empty line?
    pub apart: bool,
}

impl Kind {
    /// The text as a line of this kind.
    pub fn line(self, text: &str) -> String {
        match self {
            Self::Heading => format!("{HEADING}{text}"),
            Self::Item => format!("{ITEM}{text}"),
            Self::Text => text.to_owned(),
        }
    }
}

/// The lines that are not empty.
pub(crate) fn lines(text: &str) -> Vec<Line<'_>> {
    let (mut found, mut apart) = (Vec::new(), false);
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            apart = true;
            continue;
        }
        let (kind, text) = marked(line);
        found.push(Line { kind, text, apart });
        apart = false;
    }
    found
}

fn marked(line: &str) -> (Kind, &str) {
    let after = |mark: &str| line.strip_prefix(mark).map(str::trim).filter(|text| !text.is_empty());
    let item = || std::iter::once(ITEM).chain(OTHER_ITEMS).find_map(after);
    match (after(HEADING), item()) {
        (Some(text), _) => (Kind::Heading, text),
        (_, Some(text)) => (Kind::Item, text),
        _ => (Kind::Text, line),
    }
}

/// The text of an LLM in this form: "### Tasks" and "**Tasks**" are headings too.
pub(crate) fn tidy(raw: &str) -> String {
    let tidied = clean_lines(raw);
    let line = |line: &str| {
        let text = line.trim_start_matches('#').trim_start();
        if text.len() < line.len() && !text.is_empty() && line[..line.len() - text.len()].ends_with(" ") {
            return Kind::Heading.line(text);
        }
        let bold = line.strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
        match bold.filter(|text| !text.contains('*')) {
            Some(text) => Kind::Heading.line(text.trim_end_matches(':')),
            None => line.replace("**", ""),
        }
    };
    tidied.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The headings, the items, and the sentences of the other lines.
pub(crate) fn units(text: &str) -> Vec<(Kind, &str)> {
    let all = lines(text).into_iter();
    all.flat_map(|line| units_of(line).into_iter().map(move |unit| (line.kind, unit))).collect()
}

fn units_of(line: Line<'_>) -> Vec<&str> {
    match line.kind {
        Kind::Text => sentences(line.text).into_iter().map(|(_, sentence)| sentence).collect(),
        Kind::Heading | Kind::Item => vec![line.text],
    }
}

/// A line with what became of it: nothing, one line, or several items.
struct Rewritten<'a> {
    line: Line<'a>,
    texts: Vec<String>,
}

/// The text with each unit replaced by what `renew` gives for it. A heading goes with the last line of its section, a
/// sentence like "We offer:" with the last item of its list. Everything else keeps its form.
pub(crate) fn rewritten(text: &str, mut renew: impl FnMut(Kind, &str) -> Vec<String>) -> String {
    let mut all: Vec<Rewritten<'_>> = Vec::new();
    for line in lines(text) {
        let texts: Vec<String> = units_of(line).into_iter().flat_map(|unit| renew(line.kind, unit)).collect();
        let texts = match line.kind {
            Kind::Text if !texts.is_empty() => vec![texts.join(" ")],
            _ => texts,
        };
        all.push(Rewritten { line, texts });
    }
    drop_leads(&mut all);
    joined(&all)
}

fn drop_leads(all: &mut [Rewritten<'_>]) {
    for at in (0..all.len()).rev() {
        let (before, after) = all.split_at_mut(at + 1);
        let Some(own) = before.last_mut() else { continue };
        let leads = match own.line.kind {
            Kind::Heading => section(after, |line| line.kind != Kind::Heading),
            Kind::Text if own.line.text.ends_with(':') => section(after, |line| line.kind == Kind::Item),
            _ => continue,
        };
        let is_list = own.line.kind == Kind::Heading || !leads.is_empty();
        if is_list && leads.iter().all(|led| led.texts.is_empty()) {
            own.texts.clear();
        }
    }
}

/// The lines up to the first that does not belong to the section.
fn section<'s, 'a>(after: &'s [Rewritten<'a>], belongs: impl Fn(&Line<'_>) -> bool) -> &'s [Rewritten<'a>] {
    let end = after.iter().position(|next| !belongs(&next.line)).unwrap_or(after.len());
    &after[..end]
}

fn joined(all: &[Rewritten<'_>]) -> String {
    let (mut text, mut apart) = (String::new(), false);
    for Rewritten { line, texts } in all {
        apart |= line.apart;
        for own in texts {
            if !text.is_empty() {
                text.push_str(if apart { "\n\n" } else { "\n" });
            }
            text.push_str(&line.kind.line(own));
            apart = false;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "We cook. We bake.\n\n## Tasks\n\n- fish\n- bread\n\n## Offer\n\nYou get:\n- meals\n\nWrite to us.";

    fn without(gone: &[&str]) -> String {
        rewritten(TEXT, |_, unit| if gone.contains(&unit) { vec![] } else { vec![unit.to_owned()] })
    }

    #[test]
    fn what_stays_keeps_its_form() {
        assert_eq!(without(&[]), TEXT);
        assert_eq!(without(&["We cook.", "fish"]), TEXT.replace("We cook. ", "").replace("- fish\n", ""));
    }

    #[test]
    fn a_heading_goes_with_the_last_line_of_its_section() {
        assert_eq!(
            without(&["fish", "bread", "meals"]),
            "We cook. We bake.\n\n## Offer\n\nWrite to us.",
            "the sentence that leads to a list goes with its last item"
        );
        assert_eq!(without(&["fish", "bread", "meals", "Write to us."]), "We cook. We bake.");
    }

    #[test]
    fn one_item_may_become_several() {
        let text = rewritten("- fish\n- bread", |_, unit| match unit {
            "fish" => vec!["meat".to_owned(), "soup".to_owned()],
            other => vec![other.to_owned()],
        });
        assert_eq!(text, "- meat\n- soup\n- bread");
    }

    #[test]
    fn the_marks_of_models_are_understood() {
        let text = tidy("### Tasks\n\n\n\n* cook **fish**\n\n**What we offer:**\n• meals\n#1 in town");
        assert_eq!(text, "## Tasks\n\n* cook fish\n\n## What we offer\n• meals\n#1 in town");
        let kinds: Vec<Kind> = units(&text).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [Kind::Heading, Kind::Item, Kind::Heading, Kind::Item, Kind::Text]);
    }
}
