//! The lists of words around amounts.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::data_names;
use crate::language::list_file;
use crate::language::word_lists::WordLists;

data_names! {
    /// A list of `data/money/words.txt`, which describes each.
    pub(crate) enum List {
        Counted => "counted",
        MonthName => "month-name",
        Business => "business",
        Extra => "extra",
        Cents => "cents",
        Zero => "zero",
        Half => "half",
        PairJoint => "pair-joint",
        Joining => "joining",
        Not => "not",
        UnitAlone => "unit-alone",
        PlaceIn => "place-in",
        PlaceLabel => "place-label",
        PlaceModifier => "place-modifier",
        PlaceLike => "place-like",
        NotOfWork => "not-of-work",
        Norwegian => "norwegian",
        Danish => "danish",
        Point => "point",
        Abbreviation => "abbreviation",
        SlashHour => "slash-hour",
        SlashDay => "slash-day",
        SlashMonth => "slash-month",
        SlashYear => "slash-year",
        Street => "street",
        Code => "code",
        Numbered => "numbered",
        Cue => "cue",
        Leader => "leader",
        WageUnit => "wage-unit",
        AfterThousands => "after-thousands",
        AtLeast => "at-least",
        AtMost => "at-most",
        ToAtMost => "to-at-most",
        AtLeastBehind => "at-least-behind",
        AtMostBehind => "at-most-behind",
        BoundLeast => "bound-least",
        BoundMost => "bound-most",
        PairedLeast => "paired-least",
        PairedMost => "paired-most",
        BoundLink => "bound-link",
        More => "more",
        Less => "less",
        Above => "above",
        Below => "below",
        Filler => "filler",
        Between => "between",
        Article => "article",
        Around => "around",
        Added => "added",
        BetweenAnd => "between-and",
        To => "to",
        Per => "per",
        PerArticle => "per-article",
        Hour => "hour",
        Day => "day",
        Week => "week",
        Month => "month",
        Year => "year",
        Hourly => "hourly",
        Daily => "daily",
        Weekly => "weekly",
        Monthly => "monthly",
        Yearly => "yearly",
        Thousand => "thousand",
        TenThousand => "ten-thousand",
        Lakh => "lakh",
        Million => "million",
        Crore => "crore",
        Billion => "billion",
        Hundred => "hundred",
        AThousand => "a-thousand",
    }
}

static WORDS: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::of(include_str!("../../data/money/words.txt")));

/// The words of all lists in scripts that write no spaces between words.
static UNSPACED: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let words = List::ALL.iter().flat_map(|list| WORDS.words(list.key()));
    let currencies = list_file::named(include_str!("../../data/money/names.txt"));
    let words = words.chain(currencies.flat_map(|(_, words)| words.split(' ')));
    words.filter(|word| word.starts_with(is_unspaced)).map(str::to_owned).collect()
});

/// Is it a Chinese, Japanese or Korean letter? A word of theirs may join the next word or number.
pub(crate) fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// The end of the longest known word that begins the text, in a script without spaces.
pub(crate) fn known_word(text: &str) -> Option<usize> {
    let ends = text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]).take(LONGEST_UNSPACED);
    ends.filter(|end| text.get(..*end).is_some_and(|word| UNSPACED.contains(word))).last()
}

const LONGEST_UNSPACED: usize = 5;

impl List {
    pub fn has(self, word: &str) -> bool {
        WORDS.has(self.key(), word)
    }
}

/// The value of the first list that has the word.
pub(crate) fn meaning<T: Copy>(word: &str, lists: &[(List, T)]) -> Option<T> {
    lists.iter().find(|(list, _)| list.has(word)).map(|(_, meaning)| *meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_words() {
        for list in List::ALL {
            assert!(WORDS.words(list.key()).next().is_some(), "{list:?}");
        }
    }
}
