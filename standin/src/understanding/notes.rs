//! Keeps what a message states and no field holds, in the user's own words.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use job_post::consent::{self, Consent};
use job_post::{Field, Intent, Language, ProposedUpdate, list_file};

use crate::{
    text::sentences::{Sentence, Word, sentences},
    turn::Turn,
    understanding::{Understanding, acts, tasks, topics::Topic, updates::add},
};

/// Words that state nothing by themselves.
static SMALL: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let of_titles = list_file::words(include_str!("../../data/lists/stops.txt"));
    of_titles.chain(list_file::words(include_str!("../../data/lists/small_words.txt"))).collect()
});

/// Fewest words of a statement; fewer are a reaction.
const FEWEST_WORDS: usize = 3;
/// Most words of a hint at other pay: "the pay is a bit lower than I said".
const LONGEST_HINT: usize = 10;
/// Longest note in characters.
const LONGEST: usize = 400;
/// Most words of an item that answers the question for a list; a longer one is a remark.
const LONGEST_ITEM: usize = 8;
/// Most notes of one message.
const MOST: usize = 30;
/// The shortest word, in letters, that states something; a number does too.
const TELLING: usize = 3;
/// Fewest such words of a clause of which nothing is understood.
const FEWEST_TELLING: usize = 2;
/// Words between the clauses of a sentence.
const AND: [&str; 12] = ["and", "und", "et", "y", "e", "en", "i", "oraz", "but", "aber", "so", "و"];

/// How much of a clause must be new if a part of it is understood already.
#[derive(Clone, Copy)]
struct Beside {
    /// Fewest telling words.
    fewest: usize,
    /// How many of ten telling words.
    of_ten: usize,
}

const IN_TALK: Beside = Beside { fewest: 3, of_ten: 7 };
/// An ad has no small talk.
const IN_AN_AD: Beside = Beside { fewest: 1, of_ten: 5 };

/// What people do instead of stating something, by the names of the acts.
const ACTS: [&str; 6] = ["ask-change", "ask-pay", "ask-state", "ask-who", "later", "undo"];
/// The same in a short sentence; in a longer one these words are part of a statement: "no shifts at night".
const SHORT_ACTS: [&str; 6] = ["agree", "correct", "deny", "greet", "hold", "nothing"];
/// Most words of a request to the agent: "please make it sound friendlier".
const REQUEST: usize = 9;
/// Most words of a short sentence.
const SHORT: usize = 5;

/// The notes of a message about a position; the first message may be about anything.
pub(crate) fn find(turn: &Turn, understood: &Understanding<'_>) -> Vec<ProposedUpdate> {
    let is_of_a_post = !turn.is_empty() || !understood.updates.is_empty() || !turn.earlier.is_empty();
    // "Basic Italian va bene" reads like a yes and is none.
    let consents = || consent::reading(&turn.message, &[]) != Consent::None;
    let goes_on = match understood.intent {
        Some(Intent::Finalize) => !consents(),
        intent => intent == Some(Intent::Continue),
    };
    if !is_of_a_post || !goes_on || understood.crossing.is_some() {
        return Vec::new();
    }
    let understood_at = Understood::of(turn, &understood.updates, IN_TALK);
    let stated = understood.sentences.iter().filter(|it| states_something(it) && !names_a_skill(turn, it));
    let asked = Topic::asked_last(turn).and_then(list_of);
    let of_sentence = |it| {
        let kept = left_in(it, turn.language, &understood_at);
        // The other items of a list of tasks are tasks too: "unloading, pick packing, stocktake".
        let tasks = kept.iter().filter(|text| tasks::is_task(text, turn.language)).count();
        let are_tasks = tasks > 0 && tasks * 2 >= kept.len();
        let field = |text: &str| {
            let is_short = text.split_whitespace().count() <= LONGEST_ITEM;
            let list = asked.filter(|_| is_short).or(are_tasks.then_some(Field::Responsibilities));
            list.unwrap_or(Field::Notes)
        };
        kept.into_iter().map(|text| (field(text), text)).collect::<Vec<_>>()
    };
    in_fields(stated.flat_map(of_sentence))
}

/// The list that the agent asked for: what answers it belongs there.
fn list_of(asked: Topic) -> Option<Field> {
    match asked {
        Topic::Responsibilities => Some(Field::Responsibilities),
        Topic::Benefits => Some(Field::Benefits),
        Topic::Requirements => Some(Field::Requirements),
        _ => None,
    }
}

/// The notes of an ad: what its sentences say beside the fields. `is_heading` knows the lines that only name a section.
pub(crate) fn of_an_ad(
    turn: &Turn,
    updates: &[ProposedUpdate],
    is_heading: impl Fn(&str) -> bool,
) -> Vec<ProposedUpdate> {
    let understood = Understood::of(turn, updates, IN_AN_AD);
    let all = sentences(&turn.message);
    let is_statement = |it: &&Sentence<'_>| it.text().chars().count() <= LONGEST && !is_heading(it.text());
    let kept = all.iter().filter(is_statement).filter(|it| understood.is_new(&it.words));
    in_fields(kept.map(|it| (Field::Notes, it.text())))
}

fn in_fields<'a>(texts: impl Iterator<Item = (Field, &'a str)>) -> Vec<ProposedUpdate> {
    let bare = texts.map(|(field, text)| (field, text.trim_end_matches(['.', '!', ',', ';', ' '])));
    bare.take(MOST).map(|(field, text)| add(field, text, text)).collect()
}

/// The whole sentence if nothing of it is understood and it is no list of tasks, else the clauses of which nothing is.
fn left_in<'a>(sentence: &Sentence<'a>, language: Language, understood: &Understood) -> Vec<&'a str> {
    let is_task = |it: &Range<usize>| tasks::is_task(sentence.span(it.clone()), language);
    let are_tasks = || sentence.clauses.len() > 1 && sentence.clauses.iter().any(is_task);
    if !sentence.words.iter().any(|word| understood.covers(word)) && !are_tasks() {
        let is_long = sentence.words.len() >= FEWEST_WORDS && understood.is_new(&sentence.words);
        return if is_long { vec![sentence.text()] } else { Vec::new() };
    }
    let is_new = |clause: &Range<usize>| understood.is_new(&sentence.words[clause.clone()]);
    let parts = sentence.clauses.iter().flat_map(|clause| match is_new(clause) {
        true => vec![clause.clone()],
        false => between_ands(sentence, clause.clone()),
    });
    parts.filter(is_new).map(|part| sentence.span(part)).collect()
}

/// The parts of a clause between its "and"s.
fn between_ands(sentence: &Sentence<'_>, clause: Range<usize>) -> Vec<Range<usize>> {
    let ands = clause.clone().filter(|at| AND.contains(&sentence.lower(*at)));
    let starts: Vec<usize> = std::iter::once(clause.start).chain(ands.clone().map(|at| at + 1)).collect();
    let ends = ands.chain(std::iter::once(clause.end));
    starts.into_iter().zip(ends).map(|(start, end)| start..end).filter(|part| !part.is_empty()).collect()
}

fn states_something(sentence: &Sentence<'_>) -> bool {
    let text = sentence.text();
    text.chars().count() <= LONGEST
        && !sentence.is_question
        && acts::removal(sentence).is_empty()
        && (sentence.words.len() > REQUEST || !acts::is_refusal(text) && !acts::does(sentence, "ask-agent"))
        && !ACTS.iter().any(|act| acts::does(sentence, act))
        && (sentence.words.len() > SHORT || !SHORT_ACTS.iter().any(|act| acts::does(sentence, act)))
        // A change of pay in other words than figures needs a question, not a note.
        && (has_figure(text) || sentence.words.len() > LONGEST_HINT || !Topic::named_in(text).contains(&Topic::Salary))
}

/// Is the sentence about a skill that the post has already?
fn names_a_skill(turn: &Turn, sentence: &Sentence<'_>) -> bool {
    let text = sentence.text().to_lowercase();
    turn.list("skills").iter().any(|skill| text.contains(&skill.to_lowercase()))
}

/// Which words of a message are the ground of an update, or in the post already.
struct Understood {
    quotes: Vec<Range<usize>>,
    known: HashSet<String>,
    beside: Beside,
}

impl Understood {
    fn of(turn: &Turn, updates: &[ProposedUpdate], beside: Beside) -> Self {
        let quotes = updates.iter().map(|update| &*update.quote).filter(|quote| !quote.is_empty());
        let places = quotes.flat_map(|quote| turn.message.match_indices(quote));
        Self {
            quotes: places.map(|(at, quote)| at..at + quote.len()).collect(),
            known: turn.known_words(),
            beside,
        }
    }

    fn covers(&self, word: &Word<'_>) -> bool {
        self.quotes.iter().any(|quote| quote.start < word.at.end && word.at.start < quote.end)
    }

    /// Do the words state more than what is understood of them?
    fn is_new(&self, words: &[Word<'_>]) -> bool {
        let telling = || words.iter().filter(|word| is_telling(word));
        let is_new = |word: &&Word<'_>| !self.covers(word) && !self.known.contains(&*word.lower);
        let new: Vec<&Word<'_>> = telling().filter(is_new).collect();
        if words.iter().any(|word| self.covers(word)) {
            let Beside { fewest, of_ten } = self.beside;
            return new.len() >= fewest && new.len() * 10 >= telling().count() * of_ten;
        }
        let is_enough =
            new.len() >= FEWEST_TELLING || words.len() > 1 && new.iter().any(|word| has_figure(&word.lower));
        is_enough && new.len() * 2 >= telling().count()
    }
}

fn has_figure(text: &str) -> bool {
    text.contains(|letter: char| letter.is_numeric())
}

fn is_telling(word: &Word<'_>) -> bool {
    let is_long = word.lower.chars().count() >= TELLING;
    has_figure(&word.lower) || is_long && !SMALL.contains(&*word.lower)
}
