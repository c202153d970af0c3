//! Splits a list as people write it into its items: at commas, semicolons, bullets and "and".

use std::sync::LazyLock;

use regex::Regex;

use crate::text::sentences::pattern;

/// The short items of a list, such as skills: also split at "and". Sentences are left out.
pub(crate) fn of(list: &str) -> Vec<&str> {
    static BETWEEN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\s*(?:[,;،؛\n•|]+|\s\+\s|\s&\s|\s(?:and|und|plus|sowie|or|oder|as\s+well\s+as|et|ou|ainsi\s+que|y|e|o|أو)\s)\s*",
        )
    });
    BETWEEN.split(list).flat_map(at_arabic_and).map(trimmed).filter(|item| is_short(item)).collect()
}

/// Splits at the Arabic "and", which is written together with the next word and may also begin a word:
/// "Excel وSAP والإنجليزية".
fn at_arabic_and(item: &str) -> Vec<&str> {
    let parts = |(at, and): &(usize, &str)| {
        let rest = &item[at + and.len()..];
        rest.starts_with("ال") || rest.starts_with(|c: char| c == ' ' || c.is_ascii_alphanumeric())
    };
    let mut found = Vec::new();
    let mut start = 0;
    for (at, and) in item.match_indices(" و").filter(parts) {
        found.push(&item[start..at]);
        start = at + and.len();
    }
    found.push(&item[start..]);
    found
}

/// The long items of a list, such as tasks: an "and" within an item stays where commas separate the items.
pub(crate) fn phrases(list: &str) -> Vec<&str> {
    static BETWEEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s*[,;،؛\n•|]+\s*"));
    static LAST: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)^(?:and|und|sowie|as\s+well\s+as|et|y|و)\s+"));
    static AND: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\s+(?:and|und|et|y|و)\s+"));
    let mut found: Vec<&str> =
        BETWEEN.split(list).map(|item| &item[LAST.find(item).map_or(0, |and| and.end())..]).collect();
    if found.len() > 1
        && let Some(last) = found.pop()
    {
        // "Run the blog, write posts and own the newsletter": the last "and" separates two items.
        found.extend(AND.splitn(last, 2));
    }
    found.into_iter().map(bare).filter(|item| item.chars().count() > 1).collect()
}

fn bare(item: &str) -> &str {
    static SMILEY: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s+[:;]-?[)(DP]+$"));
    let item =
        item.trim_end_matches(|sign: char| sign == ' ' || sign >= '\u{2190}' && !sign.is_alphanumeric());
    let item = &item[..SMILEY.find(item).map_or(item.len(), |smiley| smiley.start())];
    let item = item.trim().trim_start_matches(['-', '*', '–', '·', ':', ' ']);
    item.trim_end_matches(['.', '!', ' ', '"'])
}

fn trimmed(item: &str) -> &str {
    static LEAD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:(?:and|also|some|a|an|the|maybe|strong|good|solid|basic|excellent|only|just|now|please|then|gute|sehr|auch|nur|il\s+faut|aussi|seulement|bonne|bon|también|solo|buen|buena|أيضا|فقط)\s+)+",
        )
    });
    static TAIL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\s+(?:skills?|knowledge|experience|please|too|as\s+well|now|instead|etc|to\s+the\s+(?:list|skills?)|as\s+(?:a\s+)?(?:required\s+)?skills?|(?:is|are)\s+(?:a\s+)?(?:must|required|needed|mandatory)|bitte|hinzu|sein|s'il\s+vous\s+plaît|por\s+favor|من\s+فضلك)\b.*$",
        )
    });
    let item = bare(item);
    let item = &item[LEAD.find(item).map_or(0, |lead| lead.end())..];
    bare(&item[..TAIL.find(item).map_or(item.len(), |tail| tail.start())])
}

fn is_short(item: &str) -> bool {
    const SAYING: &[&str] = &[
        "we", "they", "it", "i", "is", "are", "be", "wir", "sie", "ist", "sind", "you", "that", "etc",
        "should", "must", "nous", "vous", "il", "est", "sont", "es", "son", "debe", "está",
    ];
    let words: Vec<String> = item.split_whitespace().map(str::to_lowercase).collect();
    !words.is_empty() && words.len() <= 4 && !words.iter().any(|word| SAYING.contains(&word.as_str()))
}
