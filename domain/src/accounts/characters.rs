//! Characters that deceive the eye: what cannot be seen, what changes the direction of its neighbours, and marks that hide.

use icu_properties::props::{
    BidiControl, CanonicalCombiningClass, DefaultIgnorableCodePoint, EmojiModifier, ExtendedPictographic,
    GeneralCategory, GeneralCategoryGroup, JoiningType, SoftDotted,
};
use icu_properties::{CodePointMapData, CodePointSetData};
use unicode_normalization::UnicodeNormalization;

/// The limit of UTS #39, section 5.4.
const MARKS_IN_A_ROW: usize = 4;
const DOT_ABOVE: char = '\u{307}';
const ZERO_WIDTH_NON_JOINER: char = '\u{200c}';
const ZERO_WIDTH_JOINER: char = '\u{200d}';
const TEXT_STYLE: char = '\u{fe0e}';
const EMOJI_STYLE: char = '\u{fe0f}';
/// An assigned symbol that looks like a space.
const BRAILLE_BLANK: char = '\u{2800}';

/// Whether a character has no shape of its own: control characters, line and paragraph separators, bidi controls,
/// Unicode's default ignorables, and code points without a character.
pub fn is_hidden(c: char) -> bool {
    let without_shape = GeneralCategoryGroup::Other
        .union(GeneralCategoryGroup::from(GeneralCategory::LineSeparator))
        .union(GeneralCategoryGroup::from(GeneralCategory::ParagraphSeparator));
    c == BRAILLE_BLANK
        || without_shape.contains(category(c))
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
        || CodePointSetData::new::<BidiControl>().contains(c)
}

/// Whether a character is one of the spaces that stay on the line.
pub fn is_space(c: char) -> bool {
    category(c) == GeneralCategory::SpaceSeparator
}

/// Whether the text has a letter, digit, symbol or punctuation mark, so that something is shown.
pub fn is_visible(text: &str) -> bool {
    text.chars().any(|c| !is_hidden(c) && !is_space(c) && !is_mark(c))
}

/// Whether marks hide or pile up: a mark without a letter before it, the same mark twice, more than four in a row, or a dot
/// above a letter that has one (UTS #39, section 5.4).
pub fn has_deceptive_marks(text: &str) -> bool {
    let (mut before, mut in_a_row) = (None, 0);
    for c in text.nfd() {
        in_a_row = if is_mark(c) { in_a_row + 1 } else { 0 };
        let hides = is_mark(c)
            && before.is_none_or(|before| {
                before == c
                    || is_space(before)
                    || (c == DOT_ABOVE && CodePointSetData::new::<SoftDotted>().contains(before))
            });
        if hides || in_a_row > MARKS_IN_A_ROW {
            return true;
        }
        before = Some(c);
    }
    false
}

/// Whether a hidden character is spelling, between these neighbours: a joiner in a script that joins letters (RFC 5892,
/// appendix A), or part of an emoji.
pub fn is_spelling(before: Option<char>, c: char, after: Option<char>) -> bool {
    let (Some(before), after) = (before, after.unwrap_or_default()) else { return false };
    match c {
        ZERO_WIDTH_NON_JOINER => is_virama(before) || (joins(before) && joins(after)),
        ZERO_WIDTH_JOINER => is_virama(before) || (ends_emoji(before) && is_emoji(after)),
        TEXT_STYLE | EMOJI_STYLE => is_emoji(before),
        _ => false,
    }
}

fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

/// Whether a character is drawn over the one before it. Spacing marks have a place of their own.
fn is_mark(c: char) -> bool {
    matches!(category(c), GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark)
}

fn is_virama(c: char) -> bool {
    CodePointMapData::<CanonicalCombiningClass>::new().get(c) == CanonicalCombiningClass::Virama
}

fn joins(c: char) -> bool {
    !matches!(
        CodePointMapData::<JoiningType>::new().get(c),
        JoiningType::NonJoining | JoiningType::JoinCausing
    )
}

fn is_emoji(c: char) -> bool {
    CodePointSetData::new::<ExtendedPictographic>().contains(c)
}

fn ends_emoji(c: char) -> bool {
    is_emoji(c) || c == EMOJI_STYLE || CodePointSetData::new::<EmojiModifier>().contains(c)
}
