//! Finds the words that deny a value: before it ("no remote"), behind it ("remote work is unfortunately not offered") or
//! within it ("リモート不可").

use std::ops::Range;
use std::sync::LazyLock;

use super::phrase_lists::PhraseLists;
use crate::language::words::{Word, among};

/// The lists of `data/grounding/negations.txt`, which describes each.
static LISTS: LazyLock<PhraseLists> =
    LazyLock::new(|| PhraseLists::of(include_str!("../../../../data/grounding/negations.txt")));

/// How many words may stand between a value and a denial.
const REACH: usize = 9;

/// How many words may stand between a denial and the value behind it, not counting the fillers directly before the value: "no
/// Java or Kotlin", but "we do not sponsor visas for this remote job" denies no remote work.
const OTHERS: usize = 1;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Denial {
    /// "Remote is not possible."
    Full,
    /// "Remote is not required."
    Weak,
}

/// Is the word at `at` negated: "no remote", "keine Homeoffice-Möglichkeit", "remote is not possible"?
pub(crate) fn is_negated(text: &str, words: &[Word], at: usize) -> bool {
    denial(text, words, at..at + 1).is_some()
}

/// How the words at `value` are denied, if they are.
pub(crate) fn denial(text: &str, words: &[Word], value: Range<usize>) -> Option<Denial> {
    let clause = Clause { text, words };
    if clause.denied_before(value.start) || clause.denied_within(&value) {
        return Some(Denial::Full);
    }
    clause.denied_behind(value.end)
}

struct Clause<'a> {
    text: &'a str,
    words: &'a [Word],
}

impl Clause<'_> {
    fn has(&self, list: &str, at: usize) -> bool {
        LISTS.has_at(list, self.words, at)
    }

    fn denies(&self, at: usize) -> bool {
        self.words[at].plain.ends_with("n't") || self.has("no", at)
    }

    /// Does a contrast begin at the word? "Ma" is Italian, but "nie ma" is a Polish denial.
    fn is_contrast(&self, at: usize) -> bool {
        let is_denial = at > 0 && LISTS.longest_at("no", self.words, at - 1).is_some_and(|length| length > 1);
        self.has("contrast", at) && !is_denial
    }

    /// The text between the word before `at` and the word at `at`.
    fn gap_before(&self, at: usize) -> &str {
        let from = at.checked_sub(1).map_or(0, |before| self.words[before].span.end);
        &self.text[from..self.words[at].span.start]
    }

    fn is_cut(&self, at: usize) -> bool {
        self.gap_before(at)
            .contains([',', '.', ';', ':', '!', '?', '\n', '(', ')', '،', '؛', '؟', '、', '。', '，'])
    }

    fn denied_before(&self, value: usize) -> bool {
        let mut others = 0;
        for at in (value.saturating_sub(REACH)..value).rev() {
            if self.is_cut(at + 1) || self.is_contrast(at) || others > OTHERS {
                return false;
            }
            let instead = LISTS.longest_at("instead", self.words, at);
            if instead.is_some_and(|length| at + length <= value && value - at - length <= 1) {
                return true;
            }
            if self.denies(at) {
                let binds_next = self.text[self.words[at].span.end..].starts_with('-');
                return (!binds_next || at + 1 == value)
                    && !(at + 1..value).any(|at| self.has("harmless", at));
            }
            others += usize::from(others > 0 || !self.has("filler", at));
        }
        false
    }

    /// Languages without spaces write the denial and the value as one word.
    fn denied_within(&self, value: &Range<usize>) -> bool {
        const DENIALS: [&str; 12] = [
            "不可",
            "なし",
            "無し",
            "ません",
            "できない",
            "禁止",
            "不支持",
            "不接受",
            "不提供",
            "无法",
            "不能",
            "불가",
        ];
        self.words[value.clone()].iter().any(|word| DENIALS.iter().any(|denial| word.plain.contains(denial)))
    }

    fn denied_behind(&self, end: usize) -> Option<Denial> {
        let mut verb = false;
        for at in end..self.words.len().min(end + REACH) {
            if self.is_cut(at) && !self.is_inserted(at) && !(at > end && self.is_inserted(at - 1)) {
                return None;
            }
            if self.has("impossible", at) {
                return Some(Denial::Full);
            }
            if self.denies(at) {
                return self.denial_at(at, verb || self.words[at].plain.contains("n'"));
            }
            let is_verb = self.has("verb", at);
            if !is_verb && !self.has("filler", at) {
                return None;
            }
            verb |= is_verb;
        }
        None
    }

    /// Is the word an adverb between commas: "remote work, unfortunately, is not possible"?
    fn is_inserted(&self, at: usize) -> bool {
        let next_is_cut = at + 1 < self.words.len() && self.gap_before(at + 1).contains(',');
        self.gap_before(at).contains(',') && next_is_cut && self.has("filler", at)
    }

    /// "Remote not possible" is a denial, "hybrid not remote" is none of hybrid work.
    fn denial_at(&self, at: usize, verb: bool) -> Option<Denial> {
        let rest = (at + 1..self.words.len()).take_while(|&next| !self.is_cut(next)).take(4);
        let rest: Vec<usize> = rest.collect();
        let near = |list: &str, reach: usize| rest.iter().take(reach).any(|&next| self.has(list, next));
        // "Remote work is a no": nothing follows.
        let what = rest.iter().find(|&&next| !self.has("filler", next) || self.has("possible", next));
        let is_said = verb
            || rest.is_empty()
            || near("verb", 1)
            || what.is_some_and(|&next| ["possible", "weak"].iter().any(|list| self.has(list, next)));
        if !is_said || near("harmless", 3) || near("emphasis", 1) {
            return None;
        }
        Some(if near("weak", 3) { Denial::Weak } else { Denial::Full })
    }
}

/// Is the word behind a field's name a no: "Remote: no", "Remote? No."
pub(crate) fn is_answered_no(text: &str, words: &[Word], end: usize) -> bool {
    let clause = Clause { text, words };
    let from = end.checked_sub(1).map_or(0, |last| words[last].span.end);
    let mark = text[from..].trim_start_matches([' ', ':', '-', '–', '?']);
    if mark.starts_with(['❌', '✗', '✘', '🚫', '✖']) {
        return true;
    }
    let said = words.get(end).is_some_and(|word| {
        among(
            &word.plain,
            "no none nein non nope não nao nee nie nej nei нет لا ليس keine keins geen aucun ninguno nessuno",
        )
    });
    if !said {
        return false;
    }
    let gap = clause.gap_before(end);
    let alone = end + 1 == words.len() || clause.is_cut(end + 1);
    let harmless = end + 1 < words.len() && clause.has("harmless", end + 1);
    gap.contains(':') && !harmless || gap.contains(['?', '–', '—', '-', '=']) && alone
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::words::words;

    /// How the first word that begins with "X" is denied.
    fn read(text: &str) -> Option<Denial> {
        let words = words(text);
        let at = words.iter().position(|word| word.plain.starts_with('x')).unwrap();
        denial(text, &words, at..at + 1)
    }

    #[test]
    fn denials_are_found_on_both_sides() {
        for text in [
            "no X",
            "X isn't possible",
            "X work is unfortunately not offered",
            "X, unfortunately, is not an option",
            "X leider nicht möglich",
            "X bieten wir leider nicht an",
            "Le X n'est pas possible",
            "X non possible",
            "el X no es posible",
            "X non previsto",
            "X is niet mogelijk",
            "X niemożliwa",
            "X não disponível",
            "X är tyvärr inte möjligt",
            "we are not able to offer any X",
            "X is out of the question",
            "instead of X",
            "rather than X",
            "hybrid, not X",
            "non-X",
            "we can't do X",
        ] {
            assert_eq!(read(text), Some(Denial::Full), "{text}");
        }
        assert_eq!(read("X is not required"), Some(Denial::Weak));
    }

    #[test]
    fn other_words_deny_nothing() {
        for text in [
            "X",
            "X is not a problem",
            "X ist kein Problem",
            "X no problem",
            "X non-negotiable",
            "we don't mind X",
            "no problem with X",
            "X not Y",
            "X no travel",
            "X, no travel",
            "not Y but X",
            "a non-profit X job",
            "X is not only possible but wanted",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_no_behind_a_name_answers_it() {
        let answered = |text: &str| is_answered_no(text, &words(text), 1);
        assert!(answered("X: no") && answered("X? No.") && answered("X: ❌") && answered("X – nein, danke"));
        assert!(!answered("X: yes") && !answered("X: no problem") && !answered("X – no travel"));
    }

    #[test]
    fn every_list_is_used() {
        let used = [
            "no",
            "contrast",
            "filler",
            "verb",
            "possible",
            "impossible",
            "harmless",
            "emphasis",
            "weak",
            "instead",
        ];
        assert!(LISTS.names().all(|name| used.contains(&name)));
        assert_eq!(LISTS.names().count(), used.len());
    }
}
