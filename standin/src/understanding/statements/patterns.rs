//! The patterns of `statements.txt`, and where they occur in a text.

use std::{ops::Range, sync::LazyLock};

use job_post::{Field, list_file};
use regex::{Regex, RegexSet};

use crate::{
    text::sentences::{pattern, spaced},
    understanding::statements::items,
};

/// Part of a sentence that lists benefits, requirements or tasks.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub field: Field,
    /// Only items with a known noun count.
    pub only_known: bool,
    /// Where the words begin that introduce the list.
    pub start: usize,
    pub list: Range<usize>,
}

impl Segment {
    /// Does the list stand before the words that name its kind: "Spanish is required"?
    pub(super) fn leads(&self) -> bool {
        self.start == self.list.start
    }

    /// The words that introduce the list.
    fn cue(&self) -> Range<usize> {
        self.start..self.list.start
    }
}

struct Patterns {
    /// Finds the patterns that occur at all, in one pass.
    any: RegexSet,
    each: Vec<(&'static str, Regex)>,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let named = list_file::named(include_str!("../../../data/lists/statements.txt"));
    let (names, sources): (Vec<_>, Vec<_>) = named.map(|(name, source)| (name, expanded(source))).unzip();
    let each = names.into_iter().zip(sources.iter().map(|source| pattern(source))).collect();
    #[expect(clippy::expect_used, reason = "a committed file")]
    Patterns { any: RegexSet::new(&sources).expect("statements.txt"), each }
});

/// The regular expression of a line of the file.
fn expanded(source: &str) -> String {
    let source = spaced(&source.replace(" (.+)", r"\s*:?\s+(.+)"));
    format!(r"(?is)\b(?:{source})(?:\b|$)")
}

/// The lists of a text, in order. A list ends where the next one is introduced.
pub(super) fn segments(text: &str, has_title: bool) -> Vec<Segment> {
    let mut found: Vec<Segment> = Vec::new();
    for at in PATTERNS.any.matches(text) {
        let (name, regex) = &PATTERNS.each[at];
        let Some(field) = field(name) else { continue };
        if !name.ends_with("-later") || has_title {
            found.extend(occurrences(text, field, name.ends_with("-known"), regex));
        }
    }
    let found = without_other_lists(text, found);
    separated(text, &found)
}

fn field(name: &str) -> Option<Field> {
    match name.split('-').next() {
        Some("benefits") => Some(Field::Benefits),
        Some("requirements") => Some(Field::Requirements),
        Some("tasks") => Some(Field::Responsibilities),
        _ => None,
    }
}

fn occurrences(text: &str, field: Field, only_known: bool, regex: &Regex) -> Vec<Segment> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(captures) = regex.captures_at(text, from) {
        let (Some(whole), Some(list)) = (captures.get(0), captures.get(1)) else { break };
        let segment = Segment { field, only_known, start: whole.start(), list: list.range() };
        from = if segment.leads() { whole.end() } else { list.start() };
        found.push(segment);
        if from >= text.len() {
            break;
        }
    }
    found
}

/// Shortens what stands before "is required" to its last part where it holds another list, and drops it if it still does.
fn without_other_lists(text: &str, mut found: Vec<Segment>) -> Vec<Segment> {
    let cues: Vec<(Field, Range<usize>)> = found
        .iter()
        .filter(|it| !it.leads() && !it.only_known)
        .map(|it| (it.field, it.start..it.list.end))
        .collect();
    for segment in found.iter_mut().filter(|it| it.leads()) {
        let holds_cue = cues.iter().any(|(_, cue)| segment.list.contains(&cue.start));
        if holds_cue {
            segment.start = after_last_and(text, segment.list.clone());
            segment.list.start = segment.start;
        }
    }
    let is_within_its_kind =
        |it: &Segment| cues.iter().any(|(field, cue)| *field == it.field && cue.contains(&it.start));
    found.retain(|it| !(it.leads() && is_within_its_kind(it)));
    found.sort_by_key(|it| (it.start, it.list.start));
    found
}

/// "We offer lunch and Spanish is required": the last part of what stands before "is required".
fn after_last_and(text: &str, within: Range<usize>) -> usize {
    static AND: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)\s(?:and|but|und|aber|et|mais|y|pero|e|ma|maar|i|ale|plus)\s+"));
    AND.find_iter(&text[within.clone()]).last().map_or(within.start, |and| within.start + and.end())
}

/// Does a known noun follow within a few words?
fn is_led(text: &str, segment: &Segment) -> bool {
    let few = text[segment.list.clone()].split_whitespace().take(4).collect::<Vec<_>>().join(" ");
    items::names(segment.field, &few)
}

/// Of overlapping introductions the longest counts ("needs to have" before "needs"); each list ends at the next one.
fn separated(text: &str, found: &[Segment]) -> Vec<Segment> {
    let overlap = |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
    let is_weaker = |it: &Segment| {
        found.iter().any(|other| {
            let longer = other.list.start > it.list.start
                || (other.list == it.list && it.only_known && !other.only_known);
            !it.leads() && !other.leads() && longer && overlap(&it.cue(), &other.cue())
        }) || (it.leads() && found.iter().any(|other| !other.leads() && overlap(&it.list, &other.cue())))
    };
    // "Good with kids": a small word begins another list only for another field.
    let is_inside = |it: &Segment| {
        let around = |other: &&Segment| !other.only_known && !other.leads() && other.list.contains(&it.start);
        it.only_known && found.iter().filter(around).any(|other| other.field == it.field || !is_led(text, it))
    };
    let kept: Vec<Segment> = found.iter().filter(|it| !is_weaker(it) && !is_inside(it)).cloned().collect();
    let end = |it: &Segment| {
        let next = kept.iter().map(|other| other.start).filter(|start| it.list.contains(start));
        next.filter(|start| *start > it.list.start).min().unwrap_or(it.list.end)
    };
    kept.iter().map(|it| Segment { list: it.list.start..end(it), ..it.clone() }).collect()
}

/// Where a list ends without a mark: "free lunch and the pay is 15 an hour".
pub(super) fn end_of_list(text: &str) -> usize {
    let ends = PATTERNS.any.matches(text).into_iter().map(|at| &PATTERNS.each[at]);
    let ends = ends.filter(|(name, _)| *name == "end").filter_map(|(_, regex)| regex.find(text));
    ends.map(|end| end.start()).min().unwrap_or(text.len())
}

/// Does the text begin another statement: "we're in Leeds", "the salary …"?
pub(super) fn begins_statement(text: &str) -> bool {
    let starts = PATTERNS.any.matches(text).into_iter().map(|at| &PATTERNS.each[at]);
    starts
        .filter(|(name, _)| *name == "start")
        .any(|(_, regex)| regex.find(text).is_some_and(|found| found.start() == 0))
}
