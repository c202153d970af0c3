//! Keeps what a message states and no field holds, in the user's own words.

mod details;
mod grouped;
mod joined;
mod kinds;
mod leads;
mod placed;
mod telling;

use std::{ops::Range, sync::LazyLock};

use job_post::consent::{self, Consent};
use job_post::{Field, Intent, Op, ProposedUpdate, list_file};

use self::placed::Kind;
use self::telling::{Beside, Understood, has_figure};
pub(in crate::understanding) use self::{
    placed::{is_offered, optional_in},
    telling::us,
};
use crate::{
    text::sentences::{Sentence, sentences},
    turn::Turn,
    understanding::{
        Understanding, acts,
        statements::is_negated,
        topics::Topic,
        updates::{add, set},
        work_type,
    },
};

/// What people say who have nothing to add.
static CLOSINGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| list_file::lines(include_str!("../../../data/lists/closings.txt")).collect());

/// Fewest words of a sentence that states something; fewer are a reaction.
const FEWEST_WORDS: usize = 2;
/// Most words of a hint at other pay: "the pay is a bit lower than I said".
const LONGEST_HINT: usize = 10;
/// Longest note in characters.
const LONGEST: usize = 400;
/// Most words of an item that answers the question for a list; a longer one is a remark.
const LONGEST_ITEM: usize = 8;
/// Most words of a remark about a skill.
const OF_SKILL: usize = 12;
/// Most words of a remark about the work type.
const OF_WORK_TYPE: usize = 4;
/// Most words of a label.
const LABEL: usize = 2;
/// Most words of the clauses of a list, on average.
const CLAUSE_OF_LIST: usize = 7;
/// Most notes of one message.
const MOST: usize = 40;
/// Words between the clauses of a sentence.
const AND: [&str; 12] = ["and", "und", "et", "y", "e", "en", "i", "oraz", "but", "aber", "so", "و"];

const IN_TALK: Beside = Beside { fewest: 3, of_ten: 7 };
/// An ad has no small talk.
const IN_AN_AD: Beside = Beside { fewest: 1, of_ten: 5 };

/// What people do instead of stating something, by the names of the acts; in a longer sentence their words state something.
const ACTS: [&str; 6] = ["ask-change", "ask-pay", "ask-state", "ask-who", "later", "undo"];
/// Most words of a request to the agent: "please make it sound friendlier".
const REQUEST: usize = 9;

/// The updates with what the message states besides. A clause with more words than an item that was read from it takes its
/// place.
pub(crate) fn join(turn: &Turn, understood: &Understanding<'_>) -> Vec<ProposedUpdate> {
    let mut updates = understood.updates.clone();
    joined::join(turn, &mut updates, find(turn, understood));
    updates
}

/// The notes of a message about a position; the first message may be about anything.
fn find(turn: &Turn, understood: &Understanding<'_>) -> Vec<ProposedUpdate> {
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
    let asked = Topic::asked_last(turn).and_then(list_of);
    let stated = understood.sentences.iter().filter(|it| states_something(it) && !names_a_skill(turn, it));
    let found = stated.flat_map(|it| of_sentence(turn, it, &understood.updates, &understood_at, asked));
    let details =
        details::details(&understood.updates).chain(details::months(&turn.message, &understood.updates));
    let details = details.chain(details::basis(&turn.message, &understood.updates));
    let days = understood.sentences.iter().filter_map(|it| details::days_at_home(it, &understood.updates));
    let days: Vec<&str> = days.collect();
    let is_apart = |(_, text): &(Field, &str)| !days.iter().any(|days| days.contains(text));
    let found =
        found.filter(is_apart).chain(details.chain(days.iter().copied()).map(|word| (Field::Notes, word)));
    let found = found.map(|(field, text)| (field, placed::with_optional_mark(&turn.message, text)));
    let placed = found.filter_map(|(field, text)| match (field, placed::of(text, turn.language)) {
        (Field::Notes, Kind::Remark) if kinds::names_a_language(text, turn.language) => {
            Some((Field::Languages, text))
        }
        (Field::Notes, Kind::Nothing) => None,
        (Field::Notes, Kind::In(field)) => Some((field, text)),
        _ => Some((field, text)),
    });
    in_fields(turn, &understood.updates, placed)
}

/// What is left of a sentence, each with the field where it belongs.
fn of_sentence<'a>(
    turn: &Turn,
    sentence: &Sentence<'a>,
    updates: &[ProposedUpdate],
    understood: &Understood,
    asked: Option<Field>,
) -> Vec<(Field, &'a str)> {
    let clauses: Vec<Clause<'a>> = clauses(turn, sentence, updates, understood);
    let is_understood = clauses.iter().any(|it| it.is_understood);
    let is_list = clauses.len() > 1
        && sentence.words.len() <= clauses.len() * CLAUSE_OF_LIST
        && clauses.iter().any(|it| it.kind.is_some());
    if !is_understood && !is_list {
        // "A diploma would be nice, they do need a licence": each clause says where it belongs.
        let placed = |it: &Clause<'a>| match placed::of(it.text, turn.language) {
            Kind::In(field) => Some((field, it.text)),
            _ => None,
        };
        if clauses.len() > 1
            && let Some(all) = clauses.iter().map(placed).collect::<Option<Vec<_>>>()
        {
            return all;
        }
        if let Some(apart) = grouped::by_kind(turn, sentence, &clauses) {
            return apart;
        }
        let is_statement =
            sentence.words.len() >= FEWEST_WORDS && understood.is_new(sentence, 0..sentence.words.len());
        let kind = kinds::of(sentence.text(), turn.language);
        let field = asked.filter(|_| answers(sentence.text())).or(kind).unwrap_or(Field::Notes);
        return if is_statement { vec![(field, sentence.text())] } else { Vec::new() };
    }
    let texts: Vec<_> = clauses.iter().map(|it| (it.text, it.kind)).collect();
    let kinds = kinds::of_list(&texts, turn.language);
    let mut found = Vec::new();
    for (clause, kind) in clauses.iter().zip(kinds) {
        if clause.is_understood && clause.kind == Some(Field::WorkType) && is_negated(clause.text) {
            // "Not on site but remote" says nothing else.
            continue;
        }
        if clause.is_understood {
            let rests = understood.rests(sentence, clause.words.clone(), clause.may_be_whole);
            found.extend(rests.into_iter().map(|rest| {
                // "Mittagessen gratis": the word is a part of the item.
                let whole = if clause.words.len() <= LONGEST_ITEM {
                    clause.words.clone()
                } else {
                    clause.words.start..rest.end
                };
                let is_of_item =
                    rest.len() == 1 && clause.has_item && clause.may_be_whole && whole.len() <= LONGEST_ITEM;
                let rest = if is_of_item { whole } else { rest };
                let text = widened(sentence, rest);
                // The whole clause holds what is understood of it already.
                let is_whole = text.len() >= clause.text.len();
                (if is_whole && clause.has_item { Field::Notes } else { kinds::of_rest(text) }, text)
            }));
        } else if !is_label(sentence, &clause.words) && understood.is_new(sentence, clause.words.clone()) {
            let field = asked.filter(|_| answers(clause.text)).or(kind).unwrap_or(Field::Notes);
            found.push((field, widened(sentence, clause.words.clone())));
        }
    }
    found
}

/// A clause, what is known of it, and the kind of thing it states.
struct Clause<'a> {
    words: Range<usize>,
    text: &'a str,
    is_understood: bool,
    /// A rest of it may be kept with the whole clause: pay may be corrected, and the title is shown above.
    may_be_whole: bool,
    /// An item of a list is read from it.
    has_item: bool,
    kind: Option<Field>,
}

fn clauses<'a>(
    turn: &Turn,
    sentence: &Sentence<'a>,
    updates: &[ProposedUpdate],
    understood: &Understood,
) -> Vec<Clause<'a>> {
    let clause = |words: &Range<usize>| {
        let text = sentence.span(words.clone());
        let is_understood = sentence.words[words.clone()].iter().any(|word| understood.covers(word));
        let has_quote = |it: &&ProposedUpdate| !it.quote.is_empty() && text.contains(&*it.quote);
        let known = updates.iter().find(has_quote);
        let is_apart = |it: &ProposedUpdate| {
            it.field.is_pay()
                || matches!(
                    it.field,
                    Field::Title
                        | Field::HowToApply
                        | Field::Contact
                        | Field::StartDate
                        | Field::ApplyBy
                        | Field::Openings
                )
        };
        let may_be_whole = !updates.iter().filter(has_quote).any(is_apart);
        let kind = known.map(|it| it.field).filter(|_| is_understood);
        let kind = kind.or_else(|| kinds::of(text, turn.language).filter(|_| !is_understood));
        let has_item = updates.iter().filter(has_quote).any(|it| it.op == Op::Add);
        Clause { words: words.clone(), text, is_understood, may_be_whole, has_item, kind }
    };
    sentence.clauses.iter().map(clause).collect()
}

/// "Aufgaben:", "computer: excel en outlook": a few words before a colon name what follows.
fn is_label(sentence: &Sentence<'_>, clause: &Range<usize>) -> bool {
    clause.len() <= LABEL
        && clause.end < sentence.words.len()
        && sentence.gap_before(clause.end).contains(':')
}

/// Can the text be an item of the list that the agent asked for? "Parkplatz gibt's leider keinen" is none.
fn answers(text: &str) -> bool {
    !is_negated(text) && text.split_whitespace().count() <= LONGEST_ITEM
}

/// The text of the words with the signs that belong to them: "$28", "15%", "(T)".
fn widened<'a>(sentence: &Sentence<'a>, words: Range<usize>) -> &'a str {
    let text = sentence.span(words);
    let whole = sentence.text();
    let Some(at) = whole.find(text) else { return text };
    let is_sign = |sign: &char| "$€£%+°#".contains(*sign);
    let before = whole[..at].chars().rev().take_while(is_sign).map(char::len_utf8).sum::<usize>();
    let end = at + text.len();
    let behind = whole[end..].chars().take_while(|sign| is_sign(sign) || *sign == ')' && text.contains('('));
    whole.get(at - before..end + behind.map(char::len_utf8).sum::<usize>()).unwrap_or(text)
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
    let kept = all.iter().filter(is_statement).flat_map(|it| {
        if understood.is_new(it, 0..it.words.len()) {
            return vec![it.text()];
        }
        // "£12.60 an hour | permanent | Reference BSL 219"
        let rests = it.clauses.iter().flat_map(|clause| understood.rests(it, clause.clone(), false));
        rests.filter(|rest| rest.len() > 1).map(|rest| widened(it, rest)).collect()
    });
    in_fields(turn, updates, kept.map(|text| (Field::Notes, text)))
}

fn in_fields<'a>(
    turn: &Turn,
    updates: &[ProposedUpdate],
    texts: impl Iterator<Item = (Field, &'a str)>,
) -> Vec<ProposedUpdate> {
    let mut found: Vec<ProposedUpdate> = Vec::new();
    for (field, text) in texts.take(MOST) {
        let text = text.trim_end_matches(['.', '!', ',', ';', ' ']).trim_start_matches(['-', ' ']);
        let text = if field.is_list() && field != Field::Notes {
            leads::without_lead(text, turn.language)
        } else {
            text
        };
        let text = if field == Field::Requirements { leads::without_verb(text) } else { text };
        let is_taken = |it: &ProposedUpdate| it.field == field;
        let is_free =
            field.is_list() || !turn.has(field.as_str()) && !updates.iter().chain(&found).any(is_taken);
        found.push(match (is_free, field.is_list()) {
            (true, false) => set(field, text, text),
            (true, true) => add(field, text, text),
            (false, _) => add(Field::Notes, text, text),
        });
    }
    found
}

fn states_something(sentence: &Sentence<'_>) -> bool {
    let text = sentence.text();
    text.chars().count() <= LONGEST
        && !sentence.is_question
        && !closes(sentence)
        && acts::removal(sentence).is_empty()
        && !(sentence.words.len() <= OF_WORK_TYPE && sentence.words.iter().any(|word| work_type::is_word(&word.lower)))
        && (sentence.words.len() > REQUEST || !acts::is_refusal(text) && !acts::does(sentence, "ask-agent"))
        && (has_figure(text) || sentence.words.len() > LONGEST_HINT || !ACTS.iter().any(|act| acts::does(sentence, act)))
        // A change of pay in other words than figures needs a question, not a note.
        && (has_figure(text) || sentence.words.len() > LONGEST_HINT || !hints_at_pay(sentence))
}

/// "The pay is a bit lower than I said", but not "free parking, we pay for it".
fn hints_at_pay(sentence: &Sentence<'_>) -> bool {
    sentence.clauses.len() == 1 && Topic::named_in(sentence.text()).contains(&Topic::Salary)
}

/// "I think that's the whole thing": the end of what somebody has to say.
fn closes(sentence: &Sentence<'_>) -> bool {
    let text = sentence.text().to_lowercase().replace('’', "'");
    sentence.words.len() <= REQUEST && CLOSINGS.iter().any(|closing| text.contains(closing))
}

/// Is the sentence about a skill that the post has already?
fn names_a_skill(turn: &Turn, sentence: &Sentence<'_>) -> bool {
    let text = sentence.text().to_lowercase();
    sentence.words.len() <= OF_SKILL
        && turn.list("skills").iter().any(|skill| text.contains(&skill.to_lowercase()))
}
