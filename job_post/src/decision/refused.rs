//! What became of refused updates: a reply must not claim them, and the user hears which words were not taken over.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::claims::{denies, statements};
use super::grounding::names_choice;
use super::input::TurnInput;
use super::message::Message;
use super::proposal::{Refusal, RefusalReason};
use super::quotes::find_quote;
use super::updates::Judged;
use crate::language::word_forms::plain;
use crate::language::words::{plain_words, position, words};
use crate::language::{Language, list_file, phrases};
use crate::text::{clean, cut};
use crate::{Content, Draft, Field, Op, SalaryPeriod, money};

/// Longest quote in a reply, in characters.
const MAX_QUOTE: usize = 80;

/// Does the reply state a value that was refused, or claim a change that did not happen? A question may propose one.
pub(crate) fn are_claimed(reply: &str, input: &TurnInput<'_>, judged: &Judged) -> bool {
    let refused: Vec<&Refusal> = judged.refusals.iter().filter(|refusal| is_about_a_value(refusal)).collect();
    let content = judged.draft.publishable();
    statements(reply).any(|sentence| {
        refused.iter().any(|refusal| states(sentence, refusal, &judged.draft))
            || (claims_a_change(sentence)
                && (changes_nothing(input, judged) || names_other_pay(sentence, &content)))
    })
}

fn is_about_a_value(refusal: &Refusal) -> bool {
    matches!(refusal.reason, RefusalReason::NotGrounded | RefusalReason::Invalid)
        && matches!(refusal.update.op, Op::Set | Op::Add)
}

/// Does the sentence state the refused value, and the draft does not hold it?
fn states(sentence: &str, refusal: &Refusal, draft: &Draft) -> bool {
    let (field, value) = (refusal.update.field, &*refusal.update.value);
    match field {
        Field::SalaryMin | Field::SalaryMax => {
            let Some(amount) = money::amount_named(value) else { return false };
            let salary = &draft.content.salary;
            let held = [salary.min, salary.max].contains(&Some(amount));
            !held && money::numbers_in(sentence).iter().any(|figure| figure.values.contains(&amount))
        }
        Field::Currency => {
            let wanted = money::currency_named(value);
            let named = money::currencies_in(sentence, sentence);
            wanted != draft.content.salary.currency
                && named.iter().any(|mention| mention.meant.is_some() && mention.meant == wanted)
        }
        Field::SalaryPeriod => {
            let wanted = SalaryPeriod::parse(value);
            wanted != draft.content.salary.period
                && money::periods_in(sentence).iter().any(|(period, _)| Some(*period) == wanted)
        }
        Field::ExperienceLevel | Field::WorkType => {
            draft.value(field).as_deref() != crate::values::canonical(field, value).as_deref()
                && names_choice(&Message::new(sentence), field, value)
        }
        Field::EnableAiInterview | Field::IsFeatured => false,
        _ => value.lines().any(|item| says(sentence, item) && !holds(draft, item)),
    }
}

fn says(text: &str, value: &str) -> bool {
    let (wanted, said) = (plain_words(value), words(text));
    !wanted.is_empty() && wanted.iter().all(|word| position(word, &said).is_some())
}

/// Does a value of the draft have all words of the text?
fn holds(draft: &Draft, text: &str) -> bool {
    Field::ALL.into_iter().filter_map(|field| draft.value(field)).any(|value| says(&value, text))
}

/// Does the sentence say that something was noted, set or changed?
fn claims_a_change(sentence: &str) -> bool {
    static CLAIMING: LazyLock<HashSet<String>> =
        LazyLock::new(|| list_file::words(include_str!("../../data/claims.txt")).map(plain).collect());
    plain_words(sentence).iter().any(|word| CLAIMING.contains(word)) && !denies(sentence)
}

/// Was every update refused, so that nothing can have been noted? A value that the draft holds already is no change either,
/// but "noted" is true of it.
fn changes_nothing(input: &TurnInput<'_>, judged: &Judged) -> bool {
    judged.changes.is_empty() && !judged.refusals.is_empty() && *input.draft == judged.draft
}

/// Does the sentence name an amount of pay that the post does not have?
fn names_other_pay(sentence: &str, content: &Content) -> bool {
    let salary = &content.salary;
    let is_other = |amount| amount != salary.min && amount != salary.max;
    money::find(sentence)
        .iter()
        .any(|pay| [pay.min, pay.max].into_iter().any(|it| it.is_some() && is_other(it)))
}

/// The sentence about the words of the message that became no value; `None` if there are none, or an earlier reply has the
/// sentence.
pub(crate) fn report(input: &TurnInput<'_>, language: Language, judged: &Judged) -> Option<String> {
    let message = Message::new(input.message);
    let changed = |field: Field| judged.changes.iter().any(|change| change.field == field);
    let (mut pay, mut other, mut fields) = (Vec::new(), Vec::new(), Vec::new());
    for refusal in judged.refusals.iter().filter(|refusal| is_about_a_value(refusal)) {
        let field = refusal.update.field;
        let Some(quote) = quoted(&message, &refusal.update.quote).filter(|_| !changed(field)) else {
            continue;
        };
        let is_amount = matches!(field, Field::SalaryMin | Field::SalaryMax);
        let quotes = if is_amount { &mut pay } else { &mut other };
        if !quotes.contains(&quote) {
            quotes.push(quote);
        }
        let name = phrases::field(language, field);
        if !is_amount && !fields.contains(&name) {
            fields.push(name);
        }
    }
    let sentence = match (pay.is_empty(), other.is_empty()) {
        (false, _) => phrases::not_taken_pay(language, &pay.join(" … ")),
        (true, false) => phrases::not_taken(language, &other.join(" … "), &fields.join(", ")),
        (true, true) => return None,
    };
    let is_known = input.earlier_replies.iter().any(|reply| reply.contains(&sentence));
    (!is_known).then_some(sentence)
}

/// The user's words for a quote of the LLM, outside of questions.
fn quoted(message: &Message<'_>, quote: &str) -> Option<String> {
    let found = find_quote(message.text, quote)?;
    let asked = message.span(found).is_none_or(|place| message.asks_within(place));
    (!asked).then(|| cut(&clean(found), MAX_QUOTE))
}
