//! The forms of a title for all genders: "Anlagenmechaniker SHK (m/w/d)", "vendeuse ou vendeur", "impiegata o impiegato".

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use crate::text::sentences::pattern;

/// The shortest beginning, in letters, that both names of an occupation share.
const SHARED: usize = 4;

/// The marker directly behind a title: "(m/w/d)", "H/F".
pub(crate) fn marker_behind(message: &str, end: usize) -> Option<Range<usize>> {
    static MARKER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^\s{0,2}(\([mwfhdxi]\s?[/|]\s?[mwfhdxi](?:\s?[/|]\s?[mwfhdxi])?\)|\((?:all\s+genders|gn)\)|[mwfhdxi]/[mwfhdxi](?:/[mwfhdxi])?)(?:[\s.,:;!)|–-]|$)",
        )
    });
    let marker = MARKER.captures(&message[end..])?.get(1)?.range();
    Some(end + marker.start..end + marker.end)
}

/// Both names of an occupation that a message puts side by side, as a title, and their range.
pub(super) fn pair(message: &str, title: &Range<usize>) -> Option<(String, Range<usize>)> {
    const OR: &str = r"(?:oder|or|ou|o|of|lub|i|et|e|und|/)";
    const ARTICLE: &str = r"(?:eine[nr]?|une?|un['’]|uma?|una|een|an?)";
    static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(r"(?i)^\s+({OR})\s+(?:{ARTICLE}\s*)?\b(\p{{L}}+)((?:\s+en\s+\p{{L}}+)?)"))
    });
    static BEFORE: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"(?i)(?:^|[\s'’])(\p{{L}}+)\s+({OR})\s+(?:{ARTICLE}\s*)?$")));
    let text = &message[title.clone()];
    if let Some(found) = BEHIND.captures(&message[title.end..])
        && let (Some(or), Some(other), Some(rest)) = (found.get(1), found.get(2), found.get(3))
        && is_pair(text, other.as_str())
    {
        let (or, rest) = (or.as_str(), rest.as_str());
        let other = nominative(text, other.as_str());
        return Some((format!("{text} {or} {other}{rest}"), title.start..title.end + found.get(0)?.end()));
    }
    let found = BEFORE.captures(&message[..title.start])?;
    let (other, or) = (found.get(1)?, found.get(2)?.as_str());
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_title = is_pair(first, other.as_str());
    is_title.then(|| (format!("{} {or} {text}", other.as_str()), other.start()..title.end))
}

/// Are these two names of one occupation?
fn is_pair(one: &str, other: &str) -> bool {
    let start = |text: &str| text.chars().take(SHARED).flat_map(char::to_lowercase).collect::<String>();
    let long = |text: &str| text.chars().count() > SHARED;
    !one.contains(' ') && long(one) && long(other) && start(one) == start(other) && one != other
}

/// "Eine Rezeptionistin oder einen Rezeptionisten": the second name without the ending of its case.
fn nominative<'a>(one: &str, other: &'a str) -> &'a str {
    let bare = other.strip_suffix("en");
    bare.filter(|bare| one.strip_suffix("in") == Some(*bare)).unwrap_or(other)
}
