//! The lists of words around amounts.

use std::sync::LazyLock;

use crate::data_names;
use crate::language::word_lists::WordLists;

data_names! {
    /// A list of `data/money/words.txt`, which describes each.
    pub(crate) enum List {
        Counted => "counted",
        Business => "business",
        Street => "street",
        Code => "code",
        Cue => "cue",
        Leader => "leader",
        WageUnit => "wage-unit",
        AfterThousands => "after-thousands",
        AtLeast => "at-least",
        AtMost => "at-most",
        AtLeastBehind => "at-least-behind",
        AtMostBehind => "at-most-behind",
        Filler => "filler",
        Between => "between",
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
