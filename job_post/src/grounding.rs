//! Grounding: which words of the user's a proposed value rests on. No words, no fact.

mod amounts;
mod choices;
mod flags;
mod names;
mod prose;
#[cfg(test)]
mod tests;

use crate::said::{Said, capped};
use crate::words::{self, Word, among};
use crate::{Basis, Field, RefusalReason};

/// A value that may be kept, and why.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Grounded {
    /// Canonical; the user's own figure or words where the proposal differed slightly.
    pub value: String,
    pub basis: Basis,
    /// Exact words of a user message; empty only if assumed.
    pub quote: String,
}

/// Grounds one value of a field (one item of a list) in what was said. `quote` is the model's claim, checked here.
pub(crate) fn ground(
    said: &Said<'_>,
    field: Field,
    value: &str,
    quote: &str,
) -> Result<Grounded, RefusalReason> {
    let found = match field {
        Field::Title => names::title(said, value),
        Field::Location => names::place(said, value),
        Field::Department => names::name(said, value),
        Field::Skills => names::skill(said, value),
        Field::ExperienceLevel | Field::WorkType => choices::choice(said, field, value),
        Field::EnableAiInterview | Field::IsFeatured => flags::flag(said, field, value),
        Field::SalaryMin | Field::SalaryMax => amounts::amount(said, value),
        Field::Currency => amounts::currency(said, value),
        Field::SalaryPeriod => amounts::period(said, value),
        Field::Description | Field::Requirements | Field::Responsibilities | Field::Benefits => {
            prose::prose(said, field, value, quote)
        }
    };
    let mut grounded = found.ok_or(RefusalReason::NotGrounded)?;
    if grounded.basis == Basis::Stated
        && let Some(exact) = said.quote(quote)
        && shares_word(exact, &grounded.quote)
    {
        grounded.quote = exact.to_owned();
    }
    // Never stated without words.
    if grounded.quote.is_empty() && grounded.basis != Basis::Assumed {
        return Err(RefusalReason::NotGrounded);
    }
    Ok(grounded)
}

fn shares_word(one: &str, other: &str) -> bool {
    let other = words::words(other);
    words::plain_words(one).iter().any(|word| !is_little(word) && words::position(word, &other).is_some())
}

/// Words that carry nothing and need no proof.
fn is_little(word: &str) -> bool {
    const LITTLE: &str = "a an the of in on at to for and or with by from our your their his her its we you they is are be will as that \
        this which who m w d f x h der die das den dem des ein eine einen einem einer und oder mit für von im am vom zum zur bei als \
        wir sie ist sind auf aus an de la le les des du et en el los las y para con une des los del un una à au aux dans pour avec sur par في من على علي عن مع إلى الي أو او و";
    among(word, LITTLE)
}

fn content_words(text: &str) -> Vec<String> {
    words::plain_words(text).into_iter().filter(|word| !is_little(word)).collect()
}

/// Where words were found: in the user's messages, or only with the proposal that the user says yes to.
fn basis_of(said: &Said<'_>, wanted: &[String]) -> Option<Basis> {
    let in_messages =
        |word: &String| said.messages().any(|message| words::position(word, &message.words).is_some());
    if wanted.is_empty() {
        return None;
    }
    if wanted.iter().all(in_messages) {
        return Some(Basis::Stated);
    }
    let proposal: Vec<Word> = words::words(said.confirmed?);
    let known = |word: &String| in_messages(word) || words::position(word, &proposal).is_some();
    wanted.iter().all(known).then_some(Basis::Confirmed)
}

/// Puts value and basis together with the words that prove it.
fn with_quote(said: &Said<'_>, value: String, basis: Basis, wanted: &[String]) -> Grounded {
    let quote = match basis {
        Basis::Stated => said.quote_words(wanted).unwrap_or_default(),
        Basis::Assumed => "",
        Basis::Confirmed | Basis::Edited => capped(said.current.text),
    };
    Grounded { value, basis, quote: quote.to_owned() }
}

/// Is the word at `at` denied: "no remote", "keine Homeoffice-Möglichkeit", "remote is not possible"?
fn is_negated(text: &str, words: &[Word], at: usize) -> bool {
    const BEFORE: &str = "no not never without non kein keine keinen keiner ohne nicht isn't aren't don't drop remove removing skip \
        pas sans sin ne ni aucun aucune jamais ningún ninguna nunca لا ليس بدون دون بلا غير lose exclude excluding except";
    const AFTER: &str = "isn't not nicht impossible unmöglich pas no imposible";
    let clause_cut = |from: usize, to: usize| {
        text[from..to].contains([',', '.', ';', ':', '!', '?', '\n', '(', ')', '،', '؛', '؟'])
    };
    let before =
        words[..at].iter().rev().take(3).take_while(|word| !clause_cut(word.span.end, words[at].span.start));
    // "Ce n'est pas sur site mais à distance": what is denied ends where the other thing begins.
    let before = before.take_while(|word| !among(&word.plain, "but sondern mais sino pero بل"));
    let denied_before = before.clone().any(|word| among(&word.plain, BEFORE)) || instead_of(words, at);
    let mut after =
        words[at + 1..].iter().take_while(|word| !clause_cut(words[at].span.end, word.span.start));
    let verb = after.next().is_some_and(|word| among(&word.plain, "is ist are was arbeit work est es"));
    let denied_after = verb && after.next().is_some_and(|word| among(&word.plain, AFTER));
    denied_before || denied_after
}

fn instead_of(words: &[Word], at: usize) -> bool {
    at >= 2 && words[at - 1].plain == "of" && words[at - 2].plain == "instead"
        || at >= 1 && among(&words[at - 1].plain, "statt anstatt")
}
