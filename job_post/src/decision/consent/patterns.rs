//! The phrase patterns of the files in `data/consent`, and where they occur in a message.

use std::collections::HashMap;

use crate::language::list_file;
use crate::language::words::plain_words;

/// The patterns of a file, by their possible first words.
#[derive(Debug)]
pub(crate) struct PhrasePatterns(HashMap<String, Vec<Vec<Part>>>);

#[derive(Clone, Debug)]
enum Part {
    /// One of these words.
    Word { any: Vec<String>, optional: bool },
    /// Up to [`WIDEST_GAP`] words of the same clause.
    Gap,
    /// The begin or end of a clause.
    Edge,
}

/// Most words of a gap.
const WIDEST_GAP: usize = 5;

impl PhrasePatterns {
    pub fn read(file: &str) -> Self {
        let mut phrases: HashMap<String, Vec<Vec<Part>>> = HashMap::new();
        let listed = list_file::lines(file).flat_map(|line| line.split(','));
        for phrase in listed.map(str::trim).filter(|it| !it.is_empty()) {
            let parts: Vec<Part> = phrase.split_whitespace().map(part).collect();
            for first in firsts(&parts) {
                phrases.entry(first).or_default().push(parts.clone());
            }
        }
        Self(phrases)
    }

    /// The places of the words of the longest phrase at `at`. The words are those of [`super::in_clauses`].
    pub fn found_at(&self, words: &[String], at: usize) -> Option<Vec<usize>> {
        let candidates = forms(&words[at]).filter_map(|form| self.0.get(form)).flatten();
        let found = candidates.filter_map(|parts| {
            let (lead, rest) = match parts.split_first() {
                Some((Part::Edge, rest)) => (true, rest),
                _ => (false, &parts[..]),
            };
            let begins = !lead || at == 0 || words[at - 1].is_empty();
            let mut covered = Vec::new();
            (begins && matches(rest, words, at, &mut covered)).then_some(covered)
        });
        found.max_by_key(Vec::len)
    }

    /// The places of all words that belong to a phrase.
    pub fn covered(&self, words: &[String]) -> Vec<usize> {
        (0..words.len()).filter_map(|at| self.found_at(words, at)).flatten().collect()
    }

    /// Does any phrase occur?
    pub fn occur(&self, words: &[String]) -> bool {
        (0..words.len()).any(|at| self.found_at(words, at).is_some())
    }

    /// Is the word a phrase by itself?
    pub fn has(&self, word: &str) -> bool {
        self.found_at(&[word.to_owned()], 0).is_some()
    }
}

fn part(text: &str) -> Part {
    match text {
        "…" => Part::Gap,
        "^" => Part::Edge,
        words => Part::Word {
            any: words.trim_end_matches('?').split('|').map(word).collect(),
            optional: words.ends_with('?'),
        },
    }
}

/// The forms of a word: as it is, and without Arabic prefixes ("and", "the") and suffixes ("it", "them", the accusative).
fn forms(word: &str) -> impl Iterator<Item = &str> {
    const ENDINGS: [&str; 7] = ["", "ا", "ه", "ها", "وه", "وها", "وا"];
    let bare = word.strip_prefix(['و', 'ف']).into_iter();
    let all =
        std::iter::once(word).chain(bare).flat_map(|form| [Some(form), form.strip_prefix("ال")]).flatten();
    let ended = all.flat_map(|form| ENDINGS.into_iter().filter_map(|ending| form.strip_suffix(ending)));
    ended.filter(move |form| *form == word || form.chars().count() >= 3)
}

/// A word of a pattern in the form of [`plain_words`].
fn word(text: &str) -> String {
    plain_words(text).concat()
}

/// The words that a phrase may begin with.
fn firsts(parts: &[Part]) -> Vec<String> {
    let mut found = Vec::new();
    for part in parts {
        if let Part::Word { any, optional } = part {
            found.extend(any.iter().cloned());
            if !optional {
                break;
            }
        }
    }
    found
}

fn matches(parts: &[Part], words: &[String], at: usize, covered: &mut Vec<usize>) -> bool {
    let Some((first, rest)) = parts.split_first() else { return true };
    let here = words.get(at).map_or("", |word| word);
    match first {
        Part::Edge => here.is_empty() && matches(rest, words, at, covered),
        Part::Gap => {
            let gap =
                words[at.min(words.len())..].iter().take(WIDEST_GAP).take_while(|word| !word.is_empty());
            (at..=at + gap.count()).any(|next| matches(rest, words, next, covered))
        }
        Part::Word { any, optional } => {
            let before = covered.len();
            if !here.is_empty() && forms(here).any(|form| any.iter().any(|word| word == form)) {
                covered.push(at);
                if matches(rest, words, at + 1, covered) {
                    return true;
                }
                covered.truncate(before);
            }
            *optional && matches(rest, words, at, covered)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decision::consent::in_clauses;

    fn found(phrase: &str, text: &str) -> String {
        let words = in_clauses(text);
        let covered = PhrasePatterns::read(phrase).covered(&words);
        covered.iter().map(|at| &*words[*at]).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn patterns_match_their_phrases() {
        let table = [
            ("publish", "please publish it", "publish"),
            ("post it|this", "the post: post this", "post this"),
            ("no more? changes", "no changes, no more changes", "no changes no more changes"),
            ("put … online|live", "put the ad online", "put online"),
            ("put … online", "put that off. Is it online", ""),
            ("^ confirm ^", "ok, confirm", "confirm"),
            ("^ confirm ^", "they confirm", ""),
            ("^ so? is it", "so is it", "so is it"),
            ("^ so? is it", "yes it is it", ""),
            ("لا مانع", "لَا مانع", "لا مانع"),
            ("نشر, جيد, اعتمد", "ونشر، جيداً، اعتمدوها", "ونشر جيدا اعتمدوها"),
            ("# a comment\nok", "a comment, ok", "ok"),
        ];
        for (phrase, text, expected) in table {
            assert_eq!(found(phrase, text), expected, "{phrase} in {text}");
        }
    }
}
