//! Splits a text into words and compares words without regard to case, hyphens, plurals and usual abbreviations.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::word_forms::{self, without_particles};

/// Compiles a pattern of this crate. A test uses each of them.
pub(crate) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a fixed pattern compiles")
}

/// One word of a text, and its byte range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Lower case, compatibility forms folded.
    pub plain: String,
    pub span: Range<usize>,
    /// Is it written in capitals only: "US"?
    pub is_capitals: bool,
}

/// Splits a text into words. The signs of technology names stay (".net", "c++", "c#", "node.js"); hyphens and slashes split.
pub(crate) fn words(text: &str) -> Vec<Word> {
    #[cfg(test)]
    crate::bytes_read::count(text);
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut start = None;
    for (index, (at, letter)) in letters.iter().enumerate() {
        let next = letters.get(index + 1).map(|(_, next)| *next);
        if belongs(*letter, start.is_some(), next) {
            start.get_or_insert(*at);
        } else if let Some(from) = start.take() {
            found.push(word(text, from..*at));
        }
    }
    if let Some(from) = start {
        found.push(word(text, from..text.len()));
    }
    found
}

fn belongs(letter: char, inside: bool, next: Option<char>) -> bool {
    let before_letter = next.is_some_and(char::is_alphanumeric);
    match letter {
        '+' | '#' => inside,
        _ if is_unseen(letter) => inside && before_letter,
        '.' | '\'' | '’' => before_letter && (inside || letter == '.'),
        _ => letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter),
    }
}

/// Signs within a word that nobody sees: they only say where a line may or may not end.
pub(crate) const fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

fn word(text: &str, span: Range<usize>) -> Word {
    let source = &text[span.clone()];
    let trimmed = if source.starts_with(|first: char| first.is_ascii_digit()) {
        source.trim_end_matches('+')
    } else {
        source
    };
    Word {
        plain: word_forms::plain(trimmed),
        span: span.start..span.start + trimmed.len(),
        is_capitals: trimmed.chars().all(char::is_uppercase),
    }
}

/// The plain forms of the words of a text.
pub(crate) fn plain_words(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.plain).collect()
}

/// Is the word in a list that is written as one text?
pub(crate) fn among(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == word)
}

/// Abbreviations and synonyms, one group a row. "_" joins the words of an entry.
const ALIASES: [&str; 34] = [
    "qa quality_assurance",
    "hr human_resources",
    "pm project_manager product_manager",
    "dev developer entwickler",
    "devs developer",
    "eng engineer",
    "swe software_engineer",
    "ml machine_learning",
    "ai artificial_intelligence",
    "ui user_interface",
    "ux user_experience",
    "vp vice_president",
    "cto chief_technology_officer",
    "cfo chief_financial_officer",
    "ceo chief_executive_officer",
    "sr senior",
    "jr junior",
    "mgr manager",
    "math maths mathematics",
    "postgres postgresql",
    "js javascript",
    "ts typescript",
    "k8s kubernetes",
    "golang go",
    ".net dotnet net_core",
    "react react.js reactjs",
    "vue vue.js vuejs",
    "node node.js nodejs",
    "next.js nextjs",
    "c# csharp",
    "aws amazon_web_services",
    "gcp google_cloud google_cloud_platform",
    "usa us united_states",
    "uk united_kingdom",
];

/// Are the words equal, or one the plural or an inflection of the other?
pub(crate) fn same(one: &str, other: &str) -> bool {
    one == other || same_stem(one, other)
}

/// Do the words have a common stem of at least four letters and only endings after it: manage, managing?
fn same_stem(one: &str, other: &str) -> bool {
    if one.as_bytes().first() != other.as_bytes().first() {
        return false;
    }
    const ENDINGS: &str = "s es e ed d ing ings n en er in innen 's y ies ly";
    let common = std::iter::zip(one.chars(), other.chars())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    let is_ending = |rest: &str| rest.is_empty() || among(rest, ENDINGS);
    let (rest, other_rest) = (&one[common..], &other[common..]);
    // "er" names a person: develop and developer differ. Engineering and engineer match by "ing".
    let person = rest == "er" || other_rest == "er";
    let short = one[..common].chars().count() < if rest.len() + other_rest.len() == 1 { 3 } else { 4 };
    !short && !person && is_ending(rest) && is_ending(other_rest)
}

/// The range of words in `said` that means `wanted`.
pub(crate) fn position(wanted: &str, said: &[Word]) -> Option<Range<usize>> {
    // "وPhotoshop", "بالمدير": Arabic writes small words together with the next word.
    let is_it =
        |word: &Word| same(wanted, &word.plain) || without_particles(&word.plain).any(|bare| bare == wanted);
    let direct = said.iter().position(is_it).map(|at| at..at + 1);
    direct.or_else(|| joined(wanted, said)).or_else(|| alias(wanted, said))
}

/// Finds compounds: "fullstack" for "full stack", and "full" in "fullstack".
fn joined(wanted: &str, said: &[Word]) -> Option<Range<usize>> {
    let pair = said.windows(2).position(|pair| {
        wanted
            .strip_prefix(&*pair[0].plain)
            .is_some_and(|rest| !rest.is_empty() && same(rest, &pair[1].plain))
    });
    let part = || {
        let long_enough = wanted.chars().count() >= 4;
        said.iter().position(|word| long_enough && is_half(&word.plain, wanted)).map(|at| at..at + 1)
    };
    pair.map(|at| at..at + 2).or_else(part)
}

/// Is one word a half of the other, as "full" and "stack" of "fullstack"?
fn is_half(whole: &str, half: &str) -> bool {
    const COMPOUNDS: &str = "fullstack frontend backend homeoffice devops teamlead techlead healthcare";
    (whole.starts_with(half) || whole.ends_with(half)) && among(whole, COMPOUNDS)
}

fn alias(wanted: &str, said: &[Word]) -> Option<Range<usize>> {
    let mut rows = rows_naming(wanted).peekable();
    rows.peek()?;
    let plain: Vec<&str> = said.iter().map(|word| &*word.plain).collect();
    rows.find_map(|row| {
        row.split(' ').find_map(|name| {
            let parts: Vec<&str> = name.split('_').collect();
            let at = plain
                .windows(parts.len())
                .position(|run| std::iter::zip(run, &parts).all(|(a, b)| same(a, b)))?;
            is_meant(said, at).then_some(at..at + parts.len())
        })
    })
}

/// Is a short word the abbreviation, and not the pronoun "us" or the time "11 pm"?
fn is_meant(said: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &said[before].plain);
    match &*said[at].plain {
        "us" => said[at].is_capitals || before.is_some_and(|word| among(word, "in the across within")),
        "pm" => !before.is_some_and(|word| word.ends_with(|letter: char| letter.is_ascii_digit())),
        _ => true,
    }
}

/// The rows that have the word as an entry, or as a word of one ("quality" of "quality_assurance").
fn rows_naming(wanted: &str) -> impl Iterator<Item = &'static str> {
    // Words that are the same have the same first byte.
    static NAMES: LazyLock<HashMap<u8, Vec<(&str, &str)>>> = LazyLock::new(|| {
        let mut names: HashMap<u8, Vec<(&str, &str)>> = HashMap::new();
        for row in ALIASES {
            for name in row.split([' ', '_']) {
                names.entry(name.as_bytes()[0]).or_default().push((name, row));
            }
        }
        names
    });
    let near = wanted.as_bytes().first().and_then(|first| NAMES.get(first));
    near.into_iter().flatten().filter(move |(name, _)| same(name, wanted)).map(|(_, row)| *row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_said(wanted: &str, text: &str) -> bool {
        position(wanted, &words(text)).is_some()
    }

    #[test]
    fn signs_of_technology_names_stay() {
        let plain = plain_words("We use .NET, C++ and C#; node.js. 5+ years, CI/CD, don't! (m/w/d)");
        let expected = "we use .net c++ and c# node.js 5 years ci cd don't m w d";
        assert_eq!(plain.join(" "), expected);
    }

    #[test]
    fn forms_of_one_word() {
        for (wanted, text) in [
            ("Engineer", "two engineers"),
            ("managing", "manage freelance writers"),
            ("fullstack", "full-stack developer"),
            ("stack", "a fullstack developer"),
            ("quality", "QA engineer"),
            ("postgres", "PostgreSQL"),
            ("math", "Maths teacher"),
            ("developer", "a senior dev"),
            ("photoshop", "نحتاج Excel وPhotoshop"),
            ("مدير", "المدير"),
            ("usa", "remote in the US"),
            ("usa", "remote in the us"),
            ("project", "a PM for our Leeds office"),
        ] {
            assert!(is_said(&wanted.to_lowercase(), text), "{wanted} in {text}");
        }
        for (wanted, text) in [
            ("java", "javascript"),
            ("develop", "developer"),
            ("rust", "trust"),
            ("go", "good"),
            ("usa", "join us"),
            ("manager", "from 3 to 11 pm"),
            ("next.js", "from next week"),
        ] {
            assert!(!is_said(wanted, text), "{wanted} in {text}");
        }
    }

    #[test]
    fn signs_that_nobody_sees_split_no_word() {
        let text =
            "Pflege\u{ad}fach\u{ad}kraft, Soft\u{ad}ware\u{ad} und Ko\u{200b}ch, \u{feff}cui\u{2060}sinier";
        assert_eq!(plain_words(text).join(" "), "pflegefachkraft software und koch cuisinier");
        assert_eq!(words(text).len(), 5);
    }

    #[test]
    fn spans_point_into_the_text() {
        let text = "Ein Büro in Köln";
        let last = words(text).pop().unwrap();
        assert_eq!(&text[last.span], "Köln");
    }
}
