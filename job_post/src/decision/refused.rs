//! What became of refused updates: a reply must not claim them, and the user hears which words were not taken over.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::claims::statements;
use super::grounding::{names_choice, names_openings, open_sign};
use super::input::TurnInput;
use super::message::Message;
use super::proposal::{ProposedUpdate, Refusal, RefusalReason};
use super::quotes::find_quote;
use super::reply_text::{joined, without_last_question};
use super::transcript::Transcript;
use super::updates::Judged;
use crate::language::word_lists::WordLists;
use crate::language::words::{plain_words, position, words};
use crate::language::{Language, phrases};
use crate::text::{clean, cut};
use crate::{Draft, Field, Op, Salary, SalaryPeriod, money, values};

/// Words with which replies claim changes; the file describes each list.
static CLAIMS: LazyLock<WordLists> = LazyLock::new(|| WordLists::of(include_str!("../../data/claims.txt")));

/// Longest quote in a reply, in characters.
const MAX_QUOTE: usize = 80;

/// Does the reply state a value that was refused, or claim a change that did not happen? A question may propose one.
pub(crate) fn are_claimed(reply: &str, input: &TurnInput<'_>, judged: &Judged) -> bool {
    let refused: Vec<&Refusal> = judged.refusals.iter().filter(|refusal| is_about_a_value(refusal)).collect();
    let salaries = [&input.draft.content.salary, &judged.draft.content.salary];
    let unchanged = judged.changes.is_empty();
    statements(reply).filter(|sentence| !is_negative(sentence)).any(|sentence| {
        refused.iter().any(|refusal| states(sentence, refusal, &judged.draft))
            || (unchanged && !refused.is_empty() && says_any(sentence, "noted"))
            || (unchanged && says_any(sentence, "changed"))
            || (says_any(sentence, "noted") || says_any(sentence, "changed"))
                && names_other_pay(sentence, salaries)
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
            draft.value(field).as_deref() != values::canonical(field, value).as_deref()
                && names_choice(&Message::new(sentence), field, value)
        }
        Field::EmploymentTypes => value.lines().any(|item| {
            let kind = values::item_of(field, item);
            kind.is_some_and(|kind| !draft.items(field).contains(&kind))
                && names_choice(&Message::new(sentence), field, item)
        }),
        Field::Openings => {
            draft.value(field).as_deref() != Some(value) && names_openings(&Message::new(sentence), value)
        }
        Field::EnableAiInterview | Field::IsFeatured => false,
        _ => value.lines().any(|item| is_named(sentence, item) && !holds(draft, item)),
    }
}

/// As [`says`]; a value of one word needs its capital: "let's go on" does not name the language Go.
fn is_named(sentence: &str, value: &str) -> bool {
    let is_one_word = plain_words(value).len() == 1;
    says(sentence, value)
        && (!is_one_word || !value.starts_with(char::is_uppercase) || sentence.contains(value))
}

fn says(text: &str, value: &str) -> bool {
    let (wanted, said) = (plain_words(value), words(text));
    !wanted.is_empty() && wanted.iter().all(|word| position(word, &said).is_some())
}

/// Does a value of the draft have all words of the text?
fn holds(draft: &Draft, text: &str) -> bool {
    Field::ALL.into_iter().filter_map(|field| draft.value(field)).any(|value| says(&value, text))
}

/// Has the sentence a word of the list of `data/claims.txt`?
fn says_any(sentence: &str, list: &str) -> bool {
    plain_words(sentence).iter().any(|word| CLAIMS.has(list, word))
}

/// "I did not set the location": such a sentence claims nothing.
fn is_negative(sentence: &str) -> bool {
    plain_words(sentence).iter().any(|word| word.ends_with("n't") || CLAIMS.has("not", word))
}

/// Does the sentence name an amount of pay that the post neither has nor had before the turn, also not for another period?
fn names_other_pay(sentence: &str, salaries: [&Salary; 2]) -> bool {
    const PERIODS: [u32; 5] = [1, 12, 52, 260, 2_080];
    let held = || salaries.into_iter().flat_map(|salary| [salary.min, salary.max]).flatten();
    let is_held = |amount: Decimal| {
        held().any(|held| PERIODS.iter().any(|by| held.checked_mul((*by).into()) == Some(amount)))
    };
    let named = money::find(sentence).into_iter().flat_map(|pay| [pay.min, pay.max]).flatten();
    named.into_iter().any(|amount| !is_held(amount))
}

/// The sentence about the words of the message that became no value, or left the currency open; `None` if there are none, or
/// an earlier reply has the sentence.
pub(crate) fn report(input: &TurnInput<'_>, language: Language, judged: &Judged) -> Option<String> {
    let message = Message::new(input.message);
    let (mut pay, mut other, mut fields) = (Vec::new(), Vec::new(), Vec::new());
    for refusal in judged.refusals.iter().filter(|refusal| is_worth_a_word(refusal, judged)) {
        let field = refusal.update.field;
        let Some(quote) = quoted(&message, &refusal.update.quote) else { continue };
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
    let about_pay = (!pay.is_empty()).then(|| phrases::not_taken_pay(language, &pay.join(" … ")));
    let about_others =
        (!other.is_empty()).then(|| phrases::not_taken(language, &other.join(" … "), &fields.join(", ")));
    let about_currency = about_currency(input, language, judged);
    let sentences = [about_others, about_pay, about_currency].into_iter().flatten();
    // One question at a time.
    let sentence = sentences.reduce(|before, next| joined(&without_last_question(&before), &next))?;
    let is_known = input.earlier_replies.iter().any(|reply| reply.contains(&sentence));
    (!is_known).then_some(sentence)
}

/// The question for the currency of new pay, if several share the sign in the message and no place decides.
fn about_currency(input: &TurnInput<'_>, language: Language, judged: &Judged) -> Option<String> {
    let salary = judged.draft.publishable().salary;
    let is_new = judged.changes.iter().any(|change| change.field.is_pay());
    let has_amount = salary.min.is_some() || salary.max.is_some();
    if !is_new || !has_amount || salary.currency.is_some() {
        return None;
    }
    let transcript = Transcript::new(input.turn, input.message, input.earlier_messages, "");
    let sign = open_sign(&transcript.at(judged.draft.content.location.as_deref()))?;
    Some(phrases::open_currency(language, sign))
}

/// Is the refusal news for the user? It is not if the draft holds the value, or if the words became another value: an LLM
/// often guesses a currency or a level with the words of the amount or the title.
fn is_worth_a_word(refusal: &Refusal, judged: &Judged) -> bool {
    let ProposedUpdate { field, value, quote, .. } = &refusal.update;
    let held = match field.is_list() {
        true => value.lines().all(|item| holds(&judged.draft, item)),
        false => judged.draft.value(*field) == values::canonical(*field, value),
    };
    let became_another = !field.is_list()
        && judged.changes.iter().any(|change| {
            let words = &change.evidence.quote;
            change.field == *field || quote.contains(words.as_str()) || words.contains(quote.as_str())
        });
    is_about_a_value(refusal) && !held && !became_another
}

/// The user's words for a quote of the LLM, outside of questions.
fn quoted(message: &Message<'_>, quote: &str) -> Option<String> {
    let found = find_quote(message.text, quote)?;
    let asked = message.span(found).is_none_or(|place| message.asks_within(place));
    (!asked).then(|| cut(&clean(found), MAX_QUOTE))
}
