//! Which words of a message state something that is neither understood nor known already.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use job_post::{Language, ProposedUpdate, list_file};

use crate::{
    text::{
        phrase_lists::PhraseLists,
        sentences::{Sentence, Word},
    },
    turn::Turn,
    understanding::{acts, level},
};

/// Words that state nothing by themselves.
static SMALL: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let of_titles = list_file::words(include_str!("../../../data/lists/stops.txt"));
    of_titles.chain(list_file::words(include_str!("../../../data/lists/small_words.txt"))).collect()
});
/// Words that state something of the value beside them: gross or net, free of charge.
static QUALIFIERS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| list_file::words(include_str!("../../../data/lists/qualifiers.txt")).collect());
/// Words that only lead to a value: "salary", "location", "apply".
static TOPICS: LazyLock<PhraseLists> =
    LazyLock::new(|| PhraseLists::of(include_str!("../../../data/lists/topics.txt")));

/// Words that begin a phrase which says something by itself: "for", "je nach", "selon".
static PREPOSITIONS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| list_file::words(include_str!("../../../data/lists/prepositions.txt")).collect());

/// Most words of a short answer.
const ANSWER: usize = 6;
/// Most words of a clause that one word qualifies.
const QUALIFIED: usize = 4;
/// Most words of a clause that is kept whole.
const LONGEST_WHOLE: usize = 10;
/// The shortest word, in letters, that states something; a number does too.
const TELLING: usize = 3;
/// The shortest such word of the rest of a clause.
const TELLING_ALONE: usize = 4;
/// What people do instead of stating something, by the names of the acts.
const SAYING: [&str; 6] = ["agree", "correct", "greet", "hold", "nothing", "seek"];
/// Most words of a phrase of these.
const PHRASE: usize = 4;

pub(super) fn has_figure(text: &str) -> bool {
    text.contains(|letter: char| letter.is_numeric())
}

/// Is the sentence about the company: "we have two cats"?
pub(super) fn is_of_us(sentence: &Sentence<'_>, language: Language) -> bool {
    sentence.words.iter().any(|word| us(language).contains(&&*word.lower))
}

/// "We" and "I", as words of their own; "on" is French for "we" and English for something else.
pub(in crate::understanding) const fn us(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &["we", "i", "we're", "i'm", "we've"],
        Language::German => &["wir", "ich"],
        Language::French => &["nous", "on", "je"],
        Language::Spanish => &["nosotros", "yo", "hacemos", "tenemos"],
        Language::Portuguese => &["nós", "eu", "temos", "fazemos"],
        Language::Italian => &["noi", "io", "abbiamo"],
        Language::Dutch => &["wij", "we", "ik"],
        Language::Polish => &["my", "mamy"],
        Language::Arabic => &["نحن", "لدينا", "عندنا"],
    }
}

/// Can a list of things have this item: does it begin with a word that names something?
pub(super) fn begins_item(sentence: &Sentence<'_>) -> bool {
    const NO_ITEM: &[&str] =
        &["zona", "colonia", "bairro", "quartier", "barrio", "woj", "ul", "stadtteil", "wijk", "dzielnica"];
    let first = (0..sentence.words.len()).find(|at| !super::AND.contains(&sentence.lower(*at))).unwrap_or(0);
    sentence.words.get(first).is_some_and(|word| {
        let begins_other = NO_ITEM.contains(&&*word.lower) || PREPOSITIONS.contains(&*word.lower);
        !is_small(word) && !begins_other && !is_said(sentence, first)
    })
}

/// "Plus", "más": joins something to what is understood.
pub(super) fn joins(word: &str) -> bool {
    const JOINING: &[&str] = &[
        "plus",
        "zuzüglich",
        "zzgl",
        "más",
        "mas",
        "mais",
        "più",
        "oltre",
        "plus",
        "and",
        "und",
        "oraz",
        "et",
        "avec",
    ];
    JOINING.contains(&&*word.to_lowercase())
}

fn is_small(word: &Word<'_>) -> bool {
    SMALL.contains(&*word.lower)
}

/// Is the word a number, an acronym, or long enough and no small word?
pub(super) fn is_telling(word: &Word<'_>) -> bool {
    let is_acronym = word.text.chars().count() > 1 && word.text.chars().all(char::is_uppercase);
    let is_long = word.lower.chars().count() >= TELLING;
    has_figure(&word.lower) || (is_long || is_acronym) && !is_small(word)
}

/// How much of a clause must be new if a part of it is understood already.
#[derive(Clone, Copy)]
pub(super) struct Beside {
    /// Fewest telling words.
    pub fewest: usize,
    /// How many of ten telling words.
    pub of_ten: usize,
}

/// Which words of a message are the ground of an update, or in the post already.
pub(super) struct Understood {
    quotes: Vec<Range<usize>>,
    known: HashSet<String>,
    beside: Beside,
}

impl Understood {
    pub fn of(turn: &Turn, updates: &[ProposedUpdate], beside: Beside) -> Self {
        let quotes = updates.iter().map(|update| &*update.quote).filter(|quote| !quote.is_empty());
        // The "2" of two cooks is not that of "level 2".
        let most = |quote: &str| if quote.chars().all(char::is_numeric) { 1 } else { usize::MAX };
        let places = quotes.flat_map(|quote| whole_words(&turn.message, quote).take(most(quote)));
        Self { quotes: places.collect(), known: turn.known_words(), beside }
    }

    pub fn covers(&self, word: &Word<'_>) -> bool {
        self.quotes.iter().any(|quote| quote.start < word.at.end && word.at.start < quote.end)
    }

    /// Do the words state more than what is understood of them?
    pub fn is_new(&self, sentence: &Sentence<'_>, words: Range<usize>) -> bool {
        if says_who(sentence, words.clone()) || is_level_taken_back(sentence, words.clone()) {
            return false;
        }
        let telling = words.clone().filter(|at| is_telling(&sentence.words[*at]) && !is_said(sentence, *at));
        let telling: Vec<&Word<'_>> = telling.map(|at| &sentence.words[at]).collect();
        let new =
            telling.iter().filter(|word| !self.covers(word) && !self.known.contains(&*word.lower)).count();
        if sentence.words[words].iter().any(|word| self.covers(word)) {
            let Beside { fewest, of_ten } = self.beside;
            return new >= fewest && new * 10 >= telling.len() * of_ten;
        }
        new > 0 && new * 2 >= telling.len()
    }

    /// The rest of a clause of which a part is understood: "for our care home" beside the title and the place. A rest that
    /// begins in the middle of a thought is kept with the whole clause, if `may_be_whole`.
    pub fn rests(
        &self,
        sentence: &Sentence<'_>,
        clause: Range<usize>,
        may_be_whole: bool,
    ) -> Vec<Range<usize>> {
        let mut found = self.open_runs(sentence, clause.clone());
        found.retain(|run| self.is_rest(sentence, run.clone()));
        // "Excel intermedio": one word beside an item says how much of it.
        let beside = |run: &Range<usize>| {
            run.len() == 1 && clause.len() <= QUALIFIED && self.tells(sentence, run.start)
        };
        if may_be_whole
            && found.is_empty()
            && sentence.clauses.len() > 1
            && self.open_runs(sentence, clause.clone()).iter().any(beside)
        {
            return vec![clause];
        }
        let is_phrase = |run: &Range<usize>| run.len() == 1 || begins_phrase(sentence.lower(run.start));
        if may_be_whole && clause.len() <= LONGEST_WHOLE && !found.iter().all(is_phrase) {
            return vec![clause];
        }
        found
    }

    /// The words of a clause that no update covers.
    fn open_runs(&self, sentence: &Sentence<'_>, clause: Range<usize>) -> Vec<Range<usize>> {
        let is_open = |at: &usize| !self.covers(&sentence.words[*at]);
        let mut found = Vec::new();
        let mut at = clause.start;
        while at < clause.end {
            let run = at..at + (at..clause.end).take_while(is_open).count();
            at = run.end + 1;
            found.push(trimmed(sentence, run));
        }
        found
    }

    fn is_rest(&self, sentence: &Sentence<'_>, run: Range<usize>) -> bool {
        if says_who(sentence, run.clone()) || is_level_taken_back(sentence, run.clone()) {
            return false;
        }
        if run.len() == 1 && !stands_alone(&sentence.words[run.start]) || is_taken_back(sentence, run.clone())
        {
            return false;
        }
        // "Un profil débutant": of a short answer one word more says nothing.
        let fewest =
            if sentence.words.len() <= ANSWER && !has_figure(sentence.span(run.clone())) { 2 } else { 1 };
        run.len() == 1 || run.filter(|at| self.tells(sentence, *at)).count() >= fewest
    }

    fn tells(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let word = &sentence.words[at];
        let is_long =
            word.lower.chars().count() >= TELLING_ALONE || word.text.chars().all(char::is_uppercase);
        is_telling(word)
            && (is_long || has_figure(&word.lower))
            && !self.known.contains(&*word.lower)
            && !is_said(sentence, at)
            && TOPICS.longest_at(sentence, at).is_none()
    }
}

/// Is the word part of a greeting, a yes and the like?
fn is_said(sentence: &Sentence<'_>, at: usize) -> bool {
    let begins = |from: &usize| {
        SAYING.iter().any(|act| acts::ACTS.end_of(act, sentence, *from).is_some_and(|end| end > at))
    };
    (at.saturating_sub(PHRASE - 1)..=at).any(|from| begins(&from))
}

/// "I'm a recruiter at Acme" says nothing of the position.
fn says_who(sentence: &Sentence<'_>, mut words: Range<usize>) -> bool {
    let first = words.find(|at| !super::AND.contains(&sentence.lower(*at)));
    first.is_some_and(|first| acts::ACTS.begins("self", sentence, first))
}

/// "Senior, not junior": the level that is not meant.
fn is_level_taken_back(sentence: &Sentence<'_>, run: Range<usize>) -> bool {
    let (negations, others): (Vec<usize>, Vec<usize>) = run.partition(|at| is_negation(sentence.lower(*at)));
    !negations.is_empty()
        && others.iter().all(|at| level::is_level(sentence.lower(*at)) || is_small(&sentence.words[*at]))
}

/// Does the word state something without others: a figure, an acronym, "brutto"?
fn stands_alone(word: &Word<'_>) -> bool {
    let is_acronym = word.text.chars().count() > 1 && word.text.chars().all(char::is_uppercase);
    (has_figure(&word.lower) || is_acronym || QUALIFIERS.contains(&*word.lower)) && !is_small(word)
}

/// Does the word begin a phrase? The Arabic "and" is written together with its first word.
fn begins_phrase(word: &str) -> bool {
    PREPOSITIONS.contains(word) || word.starts_with('و')
}

/// "Not 33.40": what was said before and holds no more.
fn is_taken_back(sentence: &Sentence<'_>, run: Range<usize>) -> bool {
    let (negations, others): (Vec<usize>, Vec<usize>) = run.partition(|at| is_negation(sentence.lower(*at)));
    !negations.is_empty() && others.len() == 1 && has_figure(sentence.lower(others[0]))
}

/// Where the quote stands in the message, as whole words: the "2" of two cooks is not that of "2027".
fn whole_words<'a>(message: &'a str, quote: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let ends_word = |before: Option<char>, inside: Option<char>| {
        // "وSAP": the Arabic "and" is written together with the next word.
        let is_joined = before == Some('و') && inside.is_some_and(|letter| letter.is_ascii());
        is_joined || !(before.is_some_and(char::is_alphanumeric) && inside.is_some_and(char::is_alphanumeric))
    };
    message.match_indices(quote).map(|(at, quote)| at..at + quote.len()).filter(move |at| {
        ends_word(message[..at.start].chars().next_back(), quote.chars().next())
            && ends_word(message[at.end..].chars().next(), quote.chars().next_back())
    })
}

/// The words without an "and" before them and without small words behind them.
fn trimmed(sentence: &Sentence<'_>, mut run: Range<usize>) -> Range<usize> {
    // "En blanco": in Spanish the word is no "and".
    const SPANISH: [&str; 5] = ["blanco", "efectivo", "especie", "el", "la"];
    let joins = |at: usize| {
        super::AND.contains(&sentence.lower(at))
            && !(sentence.lower(at) == "en" && SPANISH.contains(&sentence.lower(at + 1)))
    };
    while !run.is_empty() && joins(run.start) {
        run.start += 1;
    }
    while !run.is_empty()
        && is_small(&sentence.words[run.end - 1])
        && !is_negation(sentence.lower(run.end - 1))
    {
        run.end -= 1;
    }
    run
}

/// "Erfahrung ist nicht nötig": a negation ends no rest.
fn is_negation(word: &str) -> bool {
    matches!(
        word,
        "not" | "nicht" | "pas" | "niet" | "nie" | "no" | "non" | "não" | "nao" | "geen" | "kein" | "لا"
    )
}
