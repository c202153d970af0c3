//! Reads the words around a phrase for a work type: whether something else is remote, and whether it is for some days only.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::decision::grounding::support::phrase_lists::PhraseLists;
use crate::language::words::{Word, among, pattern};

/// The lists of `data/grounding/work_types.txt`, which describes each.
static LISTS: LazyLock<PhraseLists> =
    LazyLock::new(|| PhraseLists::of(include_str!("../../../../data/grounding/work_types.txt")));

/// How many words may stand between a phrase and its number of days.
const REACH: usize = 6;

/// The marks between two parts of a sentence.
const CUTS: [char; 9] = ['.', ';', '!', '?', '\n', '|', ',', '(', ')'];

pub(super) struct Surroundings<'a> {
    pub text: &'a str,
    pub words: &'a [Word],
}

impl Surroundings<'_> {
    fn has(&self, list: &str, at: usize) -> bool {
        LISTS.has_at(list, self.words, at)
    }

    pub fn is_word_behind(&self, at: usize) -> bool {
        let from = self.words[at - 1].span.end;
        self.words.get(at).is_some_and(|word| !self.text[from..word.span.start].contains('\n'))
    }

    /// Does one of the marks stand before the word?
    fn is_cut(&self, at: usize, marks: &[char]) -> bool {
        at > 0
            && at < self.words.len()
            && self.text[self.words[at - 1].span.end..self.words[at].span.start].contains(marks)
    }

    /// The words of the same sentence, at most `reach` on each side. A comma ends it where `marks` has one.
    fn near(&self, value: &Range<usize>, reach: usize, marks: &[char]) -> Range<usize> {
        let mut start = value.start;
        while start > value.start.saturating_sub(reach) && !self.is_cut(start, marks) {
            start -= 1;
        }
        let mut end = value.end;
        while end < self.words.len().min(value.end + reach) && !self.is_cut(end, marks) {
            end += 1;
        }
        start..end
    }

    /// Is it another name or said of something else: "remote sensing", "our remote customers", "aide à domicile"?
    pub fn is_something_else(&self, value: &Range<usize>) -> bool {
        let last = &*self.words[value.end - 1].plain;
        let cut = |at| self.is_cut(at, &[',', '.', ';', ':', '!', '?', '\n', '(', ')', '/', '&', '|', '–']);
        let behind = !cut(value.end) && self.has(&format!("behind {last}"), value.end);
        let before =
            value.start > 0 && !cut(value.start) && self.has(&format!("before {last}"), value.start - 1);
        let named = behind && !(cut(value.end + 1)) && self.has("person", value.end + 1);
        let nouns =
            last == "remote" && !cut(value.end) && (self.is_other_plural(value) || self.is_of_region(value));
        before || self.is_of_others(value) || (behind || nouns) && !named && !self.is_own(value)
    }

    /// "Support customers remotely", "our customers are remote".
    fn is_of_others(&self, value: &Range<usize>) -> bool {
        let before = |steps: usize| {
            let at = value.start.checked_sub(steps)?;
            (at + 1..=value.start)
                .all(|next| !self.is_cut(next, &[',', '.', ';', ':', '!', '?', '\n']))
                .then_some(at)
        };
        let others = |steps| before(steps).is_some_and(|at| self.has("others", at));
        others(1) || before(1).is_some_and(|at| self.has("others do", at)) && others(2)
    }

    /// "We are a remote team".
    fn is_own(&self, value: &Range<usize>) -> bool {
        (value.start.saturating_sub(4)..value.start).any(|at| {
            self.has("own", at) && !(at + 1..value.start).any(|next| self.is_cut(next, &[':', '.']))
        })
    }

    /// "Serving remote schools". People may be candidates: "for remote developers".
    fn is_other_plural(&self, value: &Range<usize>) -> bool {
        let is_plural = |noun: &Word| {
            const OTHER_ENDINGS: [&str; 6] = ["ss", "us", "is", "ers", "ors", "ists"];
            noun.plain.chars().count() > 3
                && noun.plain.ends_with('s')
                && !OTHER_ENDINGS.iter().any(|ending| noun.plain.ends_with(ending))
        };
        // "Remote weather stations" has its noun behind another.
        let next = value.end + usize::from(!self.words.get(value.end).is_some_and(is_plural));
        let plural = !self.is_cut(next, &CUTS) && self.words.get(next).is_some_and(is_plural);
        let reached = value.start > 0 && self.has("reached", value.start - 1);
        plural && reached && !self.has("own plural", next)
    }

    /// "A doctor in remote Queensland": the place is remote.
    fn is_of_region(&self, value: &Range<usize>) -> bool {
        let starts = |at: usize, is: fn(char) -> bool| self.text[self.words[at].span.start..].starts_with(is);
        let led = value.start > 0 && self.has("region", value.start - 1);
        led && value.end < self.words.len()
            && starts(value.start, char::is_lowercase)
            && starts(value.end, char::is_uppercase)
    }

    /// Is it a remark on the office, which says nothing of where the work is: "the office is dog friendly", "in ufficio c'è un
    /// cane"?
    pub fn is_remark(&self, value: &Range<usize>) -> bool {
        let clause = self.near(value, REACH, &CUTS);
        let is_about_job = clause.clone().any(|at| !value.contains(&at) && self.has("about the job", at));
        if is_about_job || !self.has("office", value.end - 1) {
            return false;
        }
        let is_there = (clause.start..value.start).any(|at| self.has("there is", at));
        let opens = (clause.start..value.start).all(|at| self.has("before the office", at));
        is_there || opens && self.says_what_it_has(value.end)
    }

    /// Does a verb behind the office say what it is or has, and not where it is: "our office is in Leeds"?
    fn says_what_it_has(&self, at: usize) -> bool {
        // Without their accents they mean "and".
        let copula = self.words.get(at).filter(|word| among(&word.plain, "é è")).map(|_| 1);
        let is = LISTS.longest_at("it is", self.words, at).or(copula);
        let is_something = is.is_some_and(|length| !self.has("where", at + length));
        let is_subject = !self.is_cut(at, &CUTS) && (is_something || self.has("it has", at));
        is_subject || self.has("there is", at) || self.has("we have", at)
    }

    /// Is it a perk for a few weeks: "work from anywhere for four weeks a year"?
    pub fn is_perk(&self, value: &Range<usize>) -> bool {
        let near = self.near(value, 9, &['.', ';', '!', '?', '\n', ',']);
        near.clone().any(|at| {
            let length = LISTS.longest_at("span", self.words, at);
            let per_year = length.is_some_and(|length| {
                let next = at + length;
                let is_year = |at| self.has("year", at) || self.has("per", at) && self.has("year", at + 1);
                // "Six weeks of remote work per year".
                let around = next <= value.start && at > 0 && self.is_number(at - 1);
                is_year(next) || around && (value.end..near.end).any(is_year)
            });
            let is_linked = !self.is_joined(at, value);
            let for_some = || length.is_some() && self.is_duration(at, value, near.start);
            is_linked && (per_year || for_some())
        })
    }

    /// "Remote work and 30 days per year of holiday": two things.
    fn is_joined(&self, at: usize, value: &Range<usize>) -> bool {
        let mut between = (at + 1).min(value.end)..at.max(value.start);
        between.any(|it| among(&self.words[it].plain, "and und et y e en oraz i och og plus"))
    }

    /// Is the unit of time at `at` preceded by "for" and a number: "for the first two weeks"?
    fn is_duration(&self, at: usize, value: &Range<usize>, from: usize) -> bool {
        let start = at.saturating_sub(3).max(from);
        // "A remote contract for 6 months", but "work from anywhere for a month".
        let is_long = ["mon", "moi", "mes", "maan", "mie", "mê"]
            .iter()
            .any(|begin| self.words[at].plain.starts_with(begin));
        let counted = at > start && self.is_number(at - 1) && (!is_long || self.has("for", value.end));
        let weekly = self.has("per", at + 1) && self.has("week", at + 2) || self.has("week", at + 1);
        counted && !weekly && at >= value.end && (start..at).any(|before| self.has("for", before))
    }

    fn is_number(&self, at: usize) -> bool {
        self.has("count", at) || self.words[at].plain.parse::<u8>().is_ok()
    }

    /// Does a word say that it is all of the work: "fully remote"?
    pub fn is_full(&self, value: &Range<usize>) -> bool {
        let before = value.start.saturating_sub(2)..value.start;
        before.chain(value.clone()).any(|at| {
            let apart = (at + 1..=value.start).any(|next| self.is_cut(next, &CUTS));
            self.has("fully", at) && !apart && !self.is_of_hours(at)
        })
    }

    /// "Full-time", "part-time" and "Teilzeit" are hours of work, not places.
    fn is_of_hours(&self, at: usize) -> bool {
        self.words.get(at + 1).is_some_and(|next| among(&next.plain, "time timer zeit temps tijd"))
    }

    /// Is it for some days or partly: "2 Tage Homeoffice", "teils von zuhause", "up to 50% remote"?
    pub fn is_shared(&self, value: &Range<usize>) -> bool {
        const STOPS: [char; 6] = ['.', ';', '!', '?', '\n', '|'];
        if self.is_full(value) {
            return false;
        }
        let clause = self.near(value, REACH, &[STOPS.as_slice(), &[',', ':', '(', ')']].concat());
        let sentence = self.near(value, 2 * REACH, &STOPS);
        let close = self.near(value, 2, &CUTS);
        let labelled = self.near(value, 3, &STOPS).end;
        let behind_colon = self.is_cut(value.end, &[':']) && self.counts_days(value.end..labelled);
        let says_partly = |at: usize| self.has("partly", at) && !self.is_of_hours(at);
        // "Remote with some travel" is remote; "from home sometimes" is not.
        let ends = |at: usize| at + 1 == self.words.len() || self.is_cut(at + 1, &CUTS);
        let partly =
            close.clone().any(|at| (at < value.start || at >= value.end && ends(at)) && says_partly(at));
        let mut aside = value.start.saturating_sub(4)..(value.end + 2).min(self.words.len());
        let rest = aside.any(|at| self.has("rest", at)) && self.counts_days(sentence);
        partly
            || rest
            || behind_colon
            || self.counts_days(clause.clone())
            // "Two days a week may be worked from home".
            || self.counts_days(self.near(value, 2 * REACH, &[STOPS.as_slice(), &[',', ':', '(', ')']].concat()).start..value.start)
            || self.names_weekdays(close)
            || self.has_percentage(clause, value)
            || self.is_weekly_in_cjk(value)
    }

    /// "Two days", "2-3 fixed days", "2j", but no "4-day week" and no "5 days".
    fn counts_days(&self, range: Range<usize>) -> bool {
        range.clone().any(|at| {
            let fixed = at > range.start && !self.has("count", at - 1) && at > range.start + 1;
            let number = if fixed && self.words[at - 1].plain.parse::<u32>().is_err() { 2 } else { 1 };
            let counted = at >= range.start + number && self.has("count", at - number);
            self.has("days", at) || self.has("day", at) && counted && !self.is_working_week(at)
        })
    }

    fn is_working_week(&self, day: usize) -> bool {
        let gap = self.words.get(day + 1).map(|next| &self.text[self.words[day].span.end..next.span.start]);
        let follows = self.has("working-week", day) && gap.is_some_and(|gap| !gap.contains('/'));
        // "Semaine de 4 jours".
        let precedes = day >= 3 && self.has("week", day - 3) && self.words[day - 2].plain == "de";
        follows || precedes
    }

    /// "Fridays from home", but no "Monday to Friday".
    fn names_weekdays(&self, range: Range<usize>) -> bool {
        let days: Vec<usize> = range.filter(|at| self.has("weekday", *at)).collect();
        let ranged = |at: &usize| {
            self.has("until", at + 1)
                || *at > 0 && self.has("until", at - 1)
                || self.is_cut(at + 1, &['-', '–'])
        };
        (1..=2).contains(&days.len()) && !days.iter().any(ranged)
    }

    /// "Up to 50% remote", "50 % of the time from home", but no "20% staff discount and remote work".
    fn has_percentage(&self, mut range: Range<usize>, value: &Range<usize>) -> bool {
        const OF_TIME: &str = "of the time your work working der zeit arbeitszeit arbeit du temps del tiempo tempo de la travail jornada";
        range.any(|at| {
            let mut between = (at + 1).min(value.end)..at.max(value.start);
            if !between.all(|it| among(&self.words[it].plain, OF_TIME)) {
                return false;
            }
            let behind = self.text[self.words[at].span.end..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
            let number = self.words[at].plain.parse::<u32>();
            behind.starts_with('%') && number.is_ok_and(|number| (5..100).contains(&number))
        })
    }

    /// "週2日リモート": languages that write a number, its unit and the noun without spaces.
    fn is_weekly_in_cjk(&self, value: &Range<usize>) -> bool {
        static WEEKLY: LazyLock<Regex> = LazyLock::new(|| {
            pattern(
                r"(?:[週周]|주)\s*[1-4１-４一二三四两]\s*(?:[-~〜～]\s*[1-5１-５]\s*)?(?:[日天回일]|出社|リモート|在宅)|一部|部分|併用",
            )
        });
        let words = value.start.saturating_sub(3)..(value.end + 2).min(self.words.len());
        let around = self.words[words.start].span.start..self.words[words.end - 1].span.end;
        let cjk = |word: &Word| {
            word.plain
                .chars()
                .any(|letter| matches!(letter, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'))
        };
        self.words[value.clone()].iter().any(cjk) && WEEKLY.is_match(&self.text[around])
    }
}
