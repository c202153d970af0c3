//! Finds titles by the gender marker of ads: "(m/w/d)", "H/F", "m/f".

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use crate::{
    text::sentences::{Sentence, pattern},
    understanding::title::parts::modifies,
};

/// The words of the title before a gender marker.
pub(crate) fn find(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    static MARKER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)[\s(\[](?:[mwfhdxi]\s?[/|,]\s?[mwfhdxi](?:\s?[/|,]\s?[mwfhdxi])?|all\s+genders|gn|\*)(?:[)\]\s!.,:|–-]|$)",
        )
    });
    const MOST: usize = 7;
    let text = sentence.text();
    let marker = MARKER.find(text)?;
    let at = sentence.text_start() + marker.start();
    let end = sentence.words.iter().take_while(|word| word.at.end <= at).count();
    let mut start = end;
    while start > 0 && end - start < MOST && belongs(sentence, start - 1, start == end) {
        start -= 1;
    }
    // A title does not begin with a joining word or an ending in brackets.
    while start < end && !modifies(sentence, start) {
        start += 1;
    }
    let last = end.checked_sub(1)?;
    let clause = sentence.clause_of(last);
    let start = start.max(if is_bracketed(sentence, last) { 0 } else { clause.start });
    let end = if is_bracketed(sentence, last) { clause.start.max(start) } else { end };
    (start < end && end - start < MOST).then_some(start..end)
}

/// "… (IBODE) H/F": is the last word in brackets of its own?
fn is_bracketed(sentence: &Sentence<'_>, word: usize) -> bool {
    word > 0 && sentence.gap_before(word).contains('(')
}

fn belongs(sentence: &Sentence<'_>, word: usize, is_last: bool) -> bool {
    const JOINTS: &[&str] =
        &["für", "der", "des", "im", "und", "de", "du", "la", "en", "et", "of", "and", "&", "y"];
    modifies(sentence, word) || (!is_last && JOINTS.contains(&sentence.lower(word)))
}
