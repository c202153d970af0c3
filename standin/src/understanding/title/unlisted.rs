//! Nouns that no list has: known by their ending, or with one wrong letter.

/// "Trattorista", "tractorista", "balconista": an unlisted occupation by its ending.
pub(super) fn is_romance_noun(word: &str) -> bool {
    const OTHERS: &[&str] =
        &["vista", "conquista", "autopista", "mayorista", "minorista", "provvista", "baptista", "optimista"];
    word.chars().count() > 7 && word.ends_with("ista") && !OTHERS.iter().any(|other| word.ends_with(other))
}

/// Do the words differ in one letter, but neither in their first nor in their last three?
pub(super) fn is_one_letter_off(word: &str, head: &str) -> bool {
    let (word, head): (Vec<char>, Vec<char>) = (word.chars().collect(), head.chars().collect());
    let same_start = word.iter().zip(&head).take_while(|(one, other)| one == other).count();
    let same_end = word.iter().rev().zip(head.iter().rev()).take_while(|(one, other)| one == other).count();
    let longest = word.len().max(head.len());
    word.len().abs_diff(head.len()) <= 1
        && head.len() >= 8
        && same_start > 0
        && same_end >= 3
        && same_start + same_end + 1 >= longest
}
