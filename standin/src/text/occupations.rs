//! Job titles and typical tasks of O*NET and ESCO (see `standin/data/README.md`).

use std::{collections::HashSet, sync::LazyLock};

use fst::Map;

use crate::text::sentences::Sentence;

/// Read in place from the binary.
static TITLES: LazyLock<Map<&'static [u8]>> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "a committed file")]
    Map::new(include_bytes!("../../data/titles.fst").as_slice()).expect("standin/data/titles.fst")
});
/// Words that name an occupation and end titles.
static NOUNS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../../data/nouns.txt").lines().collect());

/// Most words of a title.
const LONGEST: usize = 6;

/// The end of the longest title of at least two words that begins at this word.
pub(crate) fn longest_at(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let clause = sentence.clause_of(at);
    let most = clause.end.min(at + LONGEST);
    (at + 2..=most).rev().find(|end| is_title(sentence.span(at..*end)))
}

/// The begin of the longest title that ends with this word: "tool and die maker".
pub(crate) fn longest_before(sentence: &Sentence<'_>, last: usize) -> Option<usize> {
    let clause = sentence.clause_of(last);
    let first = (last + 1).saturating_sub(LONGEST).max(clause.start);
    (first..last).find(|start| is_title(sentence.span(*start..last + 1)))
}

/// Does the word name an occupation: "roofer", "salesmen"?
pub(crate) fn is_noun(word: &str) -> bool {
    const LISTS: [&str; 5] = ["check", "play", "short", "wait", "wish"];
    singulars(word).any(|one| {
        // The list has some professions in American spelling only, so long "-ist" and "-ician" words count too.
        let is_learned = one.len() > 7 && (one.ends_with("ist") || one.ends_with("ician"));
        NOUNS.contains(&*one)
            || (is_learned && !LISTS.iter().any(|list| one.strip_prefix(list) == Some("list")))
    })
}

/// Is the text a known title, in singular or plural?
fn is_title(text: &str) -> bool {
    number_of(text).is_some()
}

/// Typical tasks of a title, in the imperative ("Install …"); none for a general title. Leading words that are not part
/// of a known title are ignored: "pediatric occupational therapist".
pub(crate) fn tasks(title: &str) -> Vec<&'static str> {
    static TASKS: LazyLock<Vec<&str>> =
        LazyLock::new(|| include_str!("../../data/tasks.txt").lines().collect());
    let words: Vec<&str> = title.split_whitespace().collect();
    let known = (0..words.len()).find_map(|from| number_of(&words[from..].join(" ")).filter(|it| *it > 0));
    let line = known.and_then(|number| TASKS.get(usize::try_from(number).ok()? - 1));
    line.map(|line| line.split('\t').collect()).unwrap_or_default()
}

/// The line of the title in `tasks.txt`, from 1; 0 if it has no tasks.
fn number_of(title: &str) -> Option<u64> {
    let title = title.to_lowercase().replace(['-', '/'], " ");
    let (rest, last) = title.rsplit_once(' ').unwrap_or(("", &title));
    singulars(last).find_map(|one| TITLES.get(format!("{rest} {one}").trim_start()))
}

/// The word itself, and the words it may be the plural of.
fn singulars(word: &str) -> impl Iterator<Item = String> {
    let stem = word.strip_suffix('s').map(str::to_owned);
    let men = word.strip_suffix("men").map(|stem| format!("{stem}man"));
    let wives = word.strip_suffix("ves").map(|stem| format!("{stem}fe"));
    std::iter::once(word.to_owned()).chain(stem).chain(men).chain(wives)
}
