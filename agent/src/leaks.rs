//! What we tell the model stays with us: replies and values that repeat our prompts or markers are held back.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use job_post::{Language, Proposal};
use regex::Regex;

use crate::phrases::{Say, say};
use crate::prompt;

/// So many letters in a row are no accident: about ten words. The longest list of the prompts that an honest reply may
/// repeat, that of the levels, has 43.
const RUN: usize = 48;

/// So many letters are told before the rest of a run is waited for.
const SUSPICIOUS: usize = 20;

/// Takes out of an answer what it must not tell, and says whether there was something.
pub(crate) fn hold_back(proposal: &mut Proposal, language: Language) -> bool {
    let before = proposal.updates.len();
    proposal.updates.retain(|update| !is_leak(&update.value) && !is_leak(&update.quote));
    let leaks = is_leak(&proposal.reply);
    if leaks {
        proposal.reply = say(language, Say::NoAnswer);
    }
    leaks || proposal.updates.len() < before
}

/// Does the text repeat a run of our prompts, or one of our markers?
pub(crate) fn is_leak(text: &str) -> bool {
    let mut watch = Watch::default();
    has_marker(text) || text.chars().any(|letter| watch.take(letter) == Sight::Leak)
}

/// A marker of [`prompt::messages`], or its nonce alone.
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
enum Sight {
    Clear,
    /// The last letters may be the beginning of a run.
    Suspicious,
    Leak,
}

/// Reads letter by letter; signs and white space do not count, nor does case.
#[derive(Debug, Default)]
struct Watch {
    letters: Vec<char>,
}

impl Watch {
    fn take(&mut self, letter: char) -> Sight {
        let known = self.letters.len();
        self.letters.extend(lower(letter));
        let last = |count: usize| self.letters.len().checked_sub(count).map(|from| &self.letters[from..]);
        if self.letters.len() == known {
            Sight::Clear
        } else if last(RUN).is_some_and(|run| RUNS.contains(&digest(run))) {
            Sight::Leak
        } else if last(SUSPICIOUS).is_some_and(|run| BEGINNINGS.contains(&digest(run))) {
            Sight::Suspicious
        } else {
            Sight::Clear
        }
    }
}

fn lower(letter: char) -> impl Iterator<Item = char> {
    Some(letter).filter(|letter| letter.is_alphanumeric()).into_iter().flat_map(char::to_lowercase)
}

/// Builds what is looked up letter by letter.
pub(crate) fn warm_up() {
    LazyLock::force(&RUNS);
    LazyLock::force(&BEGINNINGS);
}

static RUNS: LazyLock<HashSet<u64>> = LazyLock::new(|| runs(RUN));
static BEGINNINGS: LazyLock<HashSet<u64>> = LazyLock::new(|| runs(SUSPICIOUS));

/// The digest of every run of so many letters of our prompts, in whatever disguise.
fn runs(length: usize) -> HashSet<u64> {
    let texts = prompt::secrets().into_iter().flat_map(|secret| disguises(&secret));
    let letters = texts.map(|text| text.chars().flat_map(lower).collect::<Vec<char>>());
    letters.flat_map(|letters| letters.windows(length).map(digest).collect::<Vec<_>>()).collect()
}

/// That an honest letter ends a run of the same 64 bits by accident has a chance of about 10^-14; to keep the letters
/// themselves would take some fifty megabytes.
fn digest(run: &[char]) -> u64 {
    let mut hasher = DefaultHasher::new();
    run.hash(&mut hasher);
    hasher.finish()
}

/// As it is, backwards, in ROT13, in base64 from each of the three places where a group may begin, and in hexadecimal.
fn disguises(secret: &str) -> Vec<String> {
    let turned = secret.chars().map(rot13).collect();
    let hex = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
    let mut all = vec![secret.to_owned(), secret.chars().rev().collect(), turned, hex];
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

/// The reply while it is written: told as far as it cannot be taken back.
#[derive(Debug, Default)]
pub(crate) struct Preview {
    text: String,
    watch: Watch,
    /// Bytes that were told.
    told: usize,
    /// Where the run begins that is waited for.
    held_from: Option<usize>,
    leaked: bool,
}

impl Preview {
    /// Takes a piece and returns what may be told now: nothing more once the reply leaks.
    pub fn push(&mut self, piece: &str) -> &str {
        for letter in piece.chars() {
            let sight = self.watch.take(letter);
            let counts = letter.is_alphanumeric();
            match sight {
                Sight::Leak => self.leaked = true,
                Sight::Suspicious => {
                    self.held_from.get_or_insert(self.text.len());
                }
                Sight::Clear if counts => self.held_from = None,
                Sight::Clear => {}
            }
            self.text.push(letter);
        }
        let near = self.text.floor_char_boundary(self.told.saturating_sub(RUN));
        self.leaked = self.leaked || has_marker(&self.text[near..]);
        let from = self.told;
        if !self.leaked {
            self.told = self.held_from.unwrap_or(self.text.len()).max(from);
        }
        &self.text[from..self.told]
    }
}

#[cfg(test)]
#[path = "leak_tests.rs"]
mod tests;
