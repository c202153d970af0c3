//! Keeps the prompts secret: removes replies and values that repeat the prompts or their markers.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use job_post::{Language, Proposal};
use regex::Regex;

use crate::phrases::{Phrase, phrase};
use crate::prompt;

/// The length of a leak in letters: about ten words. The longest text of the prompts that an ordinary reply may repeat,
/// the list of levels, has 43.
const RUN: usize = 48;

/// After so many letters of the prompts, a preview waits for the rest of the run.
const SUSPICIOUS: usize = 20;

/// Removes the leaks from a proposal. Returns whether there were any.
pub(crate) fn remove_leaks(proposal: &mut Proposal, language: Language) -> bool {
    let before = proposal.updates.len();
    proposal.updates.retain(|update| !is_leak(&update.value) && !is_leak(&update.quote));
    let leaks = is_leak(&proposal.reply);
    if leaks {
        proposal.reply = phrase(language, Phrase::NoAnswer);
    }
    leaks || proposal.updates.len() < before
}

/// Does the text repeat a run of the prompts, or a marker?
pub(crate) fn is_leak(text: &str) -> bool {
    let mut matcher = RunMatcher::default();
    has_marker(text) || text.chars().any(|letter| matcher.push(letter) == Match::Leak)
}

/// Does the text hold a marker of [`prompt::messages`], or only its nonce?
fn has_marker(text: &str) -> bool {
    static MARKER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:job_post|message)_[0-9a-f]{6}|\b[0-9a-f]{16}\b")
            .expect("a fixed pattern compiles")
    });
    MARKER.find_iter(text).any(|found| {
        let found = found.as_str();
        found.contains('_')
            || found.contains(char::is_alphabetic) && found.contains(|it: char| it.is_ascii_digit())
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Match {
    None,
    /// The last letters may be the beginning of a run.
    Suspicious,
    Leak,
}

/// Matches a text against the prompts, letter by letter. Signs, white space and case do not count.
#[derive(Debug, Default)]
struct RunMatcher {
    letters: Vec<char>,
}

impl RunMatcher {
    fn push(&mut self, letter: char) -> Match {
        let known = self.letters.len();
        self.letters.extend(lower(letter));
        let last = |count: usize| self.letters.len().checked_sub(count).map(|from| &self.letters[from..]);
        if self.letters.len() == known {
            Match::None
        } else if last(RUN).is_some_and(|run| RUNS.contains(&digest(run))) {
            Match::Leak
        } else if last(SUSPICIOUS).is_some_and(|run| BEGINNINGS.contains(&digest(run))) {
            Match::Suspicious
        } else {
            Match::None
        }
    }
}

fn lower(letter: char) -> impl Iterator<Item = char> {
    Some(letter).filter(|letter| letter.is_alphanumeric()).into_iter().flat_map(char::to_lowercase)
}

/// Builds the tables of runs.
pub(crate) fn warm_up() {
    LazyLock::force(&RUNS);
    LazyLock::force(&BEGINNINGS);
}

static RUNS: LazyLock<HashSet<u64>> = LazyLock::new(|| runs(RUN));
static BEGINNINGS: LazyLock<HashSet<u64>> = LazyLock::new(|| runs(SUSPICIOUS));

/// The digest of every run of `length` letters of the prompts, in each encoding.
fn runs(length: usize) -> HashSet<u64> {
    let texts = prompt::secrets().into_iter().flat_map(|secret| encodings(&secret));
    let letters = texts.map(|text| text.chars().flat_map(lower).collect::<Vec<char>>());
    letters.flat_map(|letters| letters.windows(length).map(digest).collect::<Vec<_>>()).collect()
}

/// A 64-bit digest of a run. A false match has a probability of about 10^-14 for each letter; the runs themselves would
/// take about fifty megabytes.
fn digest(run: &[char]) -> u64 {
    let mut hasher = DefaultHasher::new();
    run.hash(&mut hasher);
    hasher.finish()
}

/// The text plain, reversed, in ROT13, in base64 at each of the three alignments, and in hexadecimal.
fn encodings(secret: &str) -> Vec<String> {
    let rotated = secret.chars().map(rot13).collect();
    let hex = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
    let mut all = vec![secret.to_owned(), secret.chars().rev().collect(), rotated, hex];
    all.extend((0..3).filter_map(|from| secret.as_bytes().get(from..)).map(|bytes| STANDARD.encode(bytes)));
    all
}

fn rot13(letter: char) -> char {
    let turn = |first: u8| char::from((letter as u8 - first + 13) % 26 + first);
    match letter {
        'a'..='z' => turn(b'a'),
        'A'..='Z' => turn(b'A'),
        _ => letter,
    }
}

/// A preview of the reply, which withholds what may be the beginning of a leak.
#[derive(Debug, Default)]
pub(crate) struct Preview {
    text: String,
    matcher: RunMatcher,
    /// How many bytes were returned.
    shown: usize,
    /// Where the withheld text begins.
    withheld_from: Option<usize>,
    leaked: bool,
}

impl Preview {
    /// Adds a piece and returns what may be shown now; nothing more once the reply leaks.
    pub fn push(&mut self, piece: &str) -> &str {
        for letter in piece.chars() {
            let found = self.matcher.push(letter);
            let counts = letter.is_alphanumeric();
            match found {
                Match::Leak => self.leaked = true,
                Match::Suspicious => {
                    self.withheld_from.get_or_insert(self.text.len());
                }
                Match::None if counts => self.withheld_from = None,
                Match::None => {}
            }
            self.text.push(letter);
        }
        let near = self.text.floor_char_boundary(self.shown.saturating_sub(RUN));
        self.leaked = self.leaked || has_marker(&self.text[near..]);
        let from = self.shown;
        if !self.leaked {
            self.shown = self.withheld_from.unwrap_or(self.text.len()).max(from);
        }
        &self.text[from..self.shown]
    }
}

#[cfg(test)]
#[path = "leak_tests.rs"]
mod tests;
