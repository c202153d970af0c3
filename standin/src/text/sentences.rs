//! Splits a message into sentences, clauses and words, each with its position in the message.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use crate::text::inclusive;

/// Soft hyphens and other signs within a word that nobody sees.
pub(crate) const UNSEEN: [char; 3] = ['\u{ad}', '\u{200b}', '\u{2060}'];

/// One word: letters and digits with the signs inside them, as in `.net`, `C++`, `CI/CD`, `node.js`.
#[derive(Clone, Debug)]
pub(crate) struct Word<'a> {
    pub text: &'a str,
    pub lower: String,
    /// The byte range in the message.
    pub at: Range<usize>,
}

#[derive(Clone, Debug)]
pub(crate) struct Sentence<'a> {
    /// The whole message.
    message: &'a str,
    pub at: Range<usize>,
    pub words: Vec<Word<'a>>,
    /// The words of each clause. Commas, brackets and the like separate clauses.
    pub clauses: Vec<Range<usize>>,
    /// The sentence asks something and states nothing.
    pub is_question: bool,
}

/// The sentences of a message.
pub(crate) fn sentences(message: &str) -> Vec<Sentence<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in ends(message) {
        if let Some(sentence) = sentence(message, start..end) {
            found.push(sentence);
        }
        start = end;
    }
    found
}

/// Where sentences end: after a mark before white space, except in common abbreviations.
fn ends(message: &str) -> Vec<usize> {
    static END: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"[.!?…؟]+[)\x22'”»]*(?:\s+|$)|[。！？]|\n+|[;؛]\s"));
    static BULLET: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*[-*•]\s"));
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b\d{1,2}\.\s+$"));
    static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:Monats(?:lohn|gehalt)|Gehalt|Lehrjahr|Klasse|Stock|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b",
        )
    });
    static SHORT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:z\.b|ca|bzw|inkl|e\.g|i\.e|approx|rs|tsd|sr|jr|st|mr|ms|dr|min|\p{L}|br|kat|cat|nr|av|avda|ul|woj|arch|sig|sig\.ra|ing|dott|tel|tél|fr|hr|mme|prof|std|sra|att|c\.so|mind|evtl|ggf|rue|pers|réf|ref|rif)\.\s+$",
        )
    });
    // "38 max. pis on …" ends a sentence, "max. 40" does not.
    static BEFORE_NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:max|no)\.\s+$"));
    // "11th St. Vans are electric": the name of a street ends a sentence before another word with a capital.
    static STREET: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b\d+(?:st|nd|rd|th)\s+st\.\s+$"));
    let ends_street =
        |end: usize| STREET.is_match(&message[..end]) && message[end..].starts_with(char::is_uppercase);
    let marks = END.find_iter(message).map(|mark| mark.end());
    // "13. Monatslohn", "am 1. Mai".
    let is_ordinal = |end: usize| NUMBER.is_match(&message[..end]) && COUNTED.is_match(&message[end..]);
    let is_before_number = |end: usize| {
        BEFORE_NUMBER.is_match(&message[..end]) && message[end..].starts_with(|next: char| next.is_numeric())
    };
    let goes_on = |end: usize| {
        SHORT.is_match(&message[..end]) && !ends_street(end)
            || is_before_number(end)
            || BULLET.is_match(&message[end..])
            || is_ordinal(end)
    };
    let mut ends: Vec<usize> = marks.filter(|end| !goes_on(*end)).collect();
    ends.push(message.len());
    ends
}

fn sentence(message: &str, at: Range<usize>) -> Option<Sentence<'_>> {
    let words = words(message, at.clone());
    if words.is_empty() {
        return None;
    }
    let clauses = clauses(message, &words);
    let is_question = is_question(&message[at.clone()], &words);
    Some(Sentence { message, at, words, clauses, is_question })
}

fn words(message: &str, at: Range<usize>) -> Vec<Word<'_>> {
    const LETTERS: &str = r"[\p{L}\p{M}\p{N}\x{ad}\x{200b}\x{2060}]";
    static WORD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"\.?[\p{{L}}\p{{N}}]{LETTERS}*(?:[.'’/&-][\p{{L}}\p{{N}}]{LETTERS}*|[+#]+)*(?:{})?",
            inclusive::ENDING
        ))
    });
    let word = |range: Range<usize>| {
        let text = &message[range.clone()];
        let lower = text.to_lowercase().replace(UNSEEN, "");
        Word { text, lower, at: range }
    };
    let found = WORD.find_iter(&message[at.clone()]).map(|it| at.start + it.start()..at.start + it.end());
    found.flat_map(|range| parted(message, range)).map(word).collect()
}

/// Splits joined words: `React/Vue` and `React+Vue` are two words, `CI/CD`, `m/w/d` and `5+` are one.
fn parted(message: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let range = without_and(message, range);
    let text = &message[range.clone()];
    let next = message[range.end..].chars().next();
    let is_glued = text.ends_with('+') && next.is_some_and(char::is_alphanumeric);
    let text = if is_glued { &text[..text.len() - 1] } else { text };
    let parts: Vec<&str> = text.split('/').collect();
    let are_words = parts.iter().all(|part| part.chars().count() > 2);
    // "Erzieher/-in" names one occupation.
    let are_words = are_words && inclusive::base(text) == text;
    let parts = if are_words { parts } else { vec![text] };
    let mut start = range.start;
    let place = |part: &str| {
        let piece = start..start + part.len();
        start = piece.end + 1;
        piece
    };
    parts.into_iter().map(place).collect()
}

/// Cuts off the Arabic "and" before Latin letters: "وTypeScript".
fn without_and(message: &str, range: Range<usize>) -> Range<usize> {
    let rest = message[range.clone()]
        .strip_prefix('و')
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
    rest.map_or(range.clone(), |rest| range.end - rest.len()..range.end)
}

/// Ranges of words that no separating mark divides.
fn clauses(message: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let mut start = 0;
    for next in 1..words.len() {
        let gap = &message[words[next - 1].at.end..words[next].at.start];
        let is_number = gap == "," && is_figure(&words[next - 1], true) && is_figure(&words[next], false);
        let parts = !is_number && gap.contains([',', '،', '؛', ';', ':', '(', ')', '|', '\n', '•', '·'])
            || gap.contains(" - ")
            || gap.contains(" + ")
            || gap.contains('–')
            || gap.contains('—')
            // Arrows, ticks and emoji.
            || gap.contains(|sign: char| sign >= '\u{2190}');
        if parts {
            clauses.push(start..next);
            start = next;
        }
    }
    clauses.push(start..words.len());
    clauses
}

/// "9,60" and "7,50/day" are one number: does the word end, or begin, with a digit?
fn is_figure(word: &Word<'_>, ends: bool) -> bool {
    let is_digit = |letter: char| letter.is_ascii_digit();
    if ends { word.text.ends_with(is_digit) } else { word.text.starts_with(is_digit) }
}

/// Words that begin a question.
const ASKING: &[&str] = &[
    "what",
    "what's",
    "which",
    "who",
    "why",
    "how",
    "when",
    "where",
    "was",
    "welche",
    "welcher",
    "welches",
    "wer",
    "warum",
    "wie",
    "wann",
    "wo",
    "wieso",
    "is",
    "are",
    "do",
    "does",
    "did",
    "should",
    "ist",
    "sind",
    "gibt",
    "quel",
    "quelle",
    "quels",
    "quelles",
    "combien",
    "comment",
    "pourquoi",
    "qui",
    "que",
    "où",
    "quand",
    "est-ce",
    "qu'est-ce",
    "qué",
    "cuál",
    "cuánto",
    "cuánta",
    "cómo",
    "quién",
    "dónde",
    "cuándo",
    "ما",
    "ماذا",
    "كم",
    "كيف",
    "متى",
    "أين",
    "لماذا",
];
/// How many of them, from the first, need no question mark.
const ASKING_ALWAYS: usize = 9;

/// Does the sentence have a question mark or a question word, and is no request ("Can you add Airflow?")?
fn is_question(text: &str, words: &[Word<'_>]) -> bool {
    const REQUEST: &[&str] = &[
        "can",
        "could",
        "would",
        "will",
        "können",
        "könntest",
        "kannst",
        "könnten",
        "pouvez-vous",
        "peux-tu",
        "pourriez-vous",
        "pouvez",
        "puede",
        "puedes",
        "podría",
        "podrías",
        "pode",
        "podes",
        "poderia",
        "può",
        "puoi",
        "potrebbe",
        "kunt",
        "kun",
        "możesz",
        "هل",
    ];
    let first = words.first().map(|word| word.lower.as_str()).unwrap_or_default();
    if REQUEST.contains(&first) && !words.iter().any(|word| ASKING.contains(&word.lower.as_str())) {
        return false;
    }
    // "Where: Luxembourg" is a label.
    let is_label =
        text.trim_start().get(first.len()..).is_some_and(|rest| rest.trim_start().starts_with(':'));
    if is_label {
        return text.trim_end().ends_with(['?', '？', '؟']);
    }
    let marked = text.trim_end().ends_with(['?', '？', '؟']);
    marked || (ASKING[..ASKING_ALWAYS].contains(&first) && words.len() > 1)
}

impl<'a> Sentence<'a> {
    /// The sentence as the user wrote it, trimmed.
    pub fn text(&self) -> &'a str {
        self.message[self.at.clone()].trim()
    }

    /// Where [`Self::text`] begins in the message.
    pub fn text_start(&self) -> usize {
        let whole = &self.message[self.at.clone()];
        self.at.start + whole.len() - whole.trim_start().len()
    }

    /// The text from the first to the last of these words.
    pub fn span(&self, words: Range<usize>) -> &'a str {
        if words.is_empty() {
            return "";
        }
        let end = self.words[words.end - 1].at.end;
        &self.message[self.words[words.start].at.start..end + sign_behind(self.message, end)]
    }

    /// The text between a word and the one before it.
    pub fn gap_before(&self, word: usize) -> &'a str {
        let start = if word == 0 { self.at.start } else { self.words[word - 1].at.end };
        &self.message[start..self.words[word].at.start]
    }

    pub fn lower(&self, word: usize) -> &str {
        self.words.get(word).map(|word| word.lower.as_str()).unwrap_or_default()
    }

    /// Does the sentence begin with a question word?
    pub fn begins_as_question(&self) -> bool {
        ASKING.contains(&self.lower(0))
    }

    /// The clause of a word.
    pub fn clause_of(&self, word: usize) -> Range<usize> {
        self.clauses.iter().find(|clause| clause.contains(&word)).cloned().unwrap_or(0..self.words.len())
    }

    pub fn has_any(&self, words: Range<usize>, list: &[&str]) -> bool {
        self.words[words].iter().any(|word| list.contains(&word.lower.as_str()))
    }
}

/// The length of a sign that belongs to the number before it: "15%", "8 €".
fn sign_behind(message: &str, end: usize) -> usize {
    if !message[..end].ends_with(|last: char| last.is_numeric()) {
        return 0;
    }
    let behind = &message[end..];
    let signs = ["%", " %", "€", " €"];
    signs.iter().find(|sign| behind.starts_with(**sign)).map_or(0, |sign| sign.len())
}

/// A pattern of a file, in which a space stands for any white space, " ?" also for none, and "'" for any apostrophe.
pub(crate) fn spaced(source: &str) -> String {
    source.replace('\'', "['’]").replace(" ?", r"\s*").replace(' ', r"\s+")
}

/// Compiles a pattern of this crate. A test uses each of them.
pub(crate) fn pattern(pattern: &str) -> Regex {
    #[expect(clippy::expect_used, reason = "constant patterns")]
    Regex::new(pattern).expect("a constant pattern")
}
