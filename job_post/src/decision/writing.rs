//! The description that the user asks the agent to write: it is shown first, and enters the post after a yes.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::consent::{self, Consent};
use super::input::TurnInput;
use super::proposal::{Proposal, ProposedUpdate};
use super::questions::sentences;
use super::reading::Reading;
use super::reply_text::joined;
use crate::language::Language;
use crate::language::phrases::{self, Phrase, phrase};
use crate::language::word_lists::WordLists;
use crate::language::words::plain_words;
use crate::text::{clean, cut};
use crate::values::max_length;
use crate::writing::{Facts, Length, Style, Tone, compose, renewed};
use crate::{Basis, Content, Draft, Field, Op};

static ORDERS: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::of(include_str!("../../data/writing/orders.txt")));

/// Longest message that can be an answer to an offered description ("shorter, please"), in words.
const MAX_ANSWER_WORDS: usize = 12;
/// Longest message that can ask for the whole post to be written: a longer one states what to write.
const MAX_POST_WORDS: usize = 8;
/// Longest sentence that can be an order, in words.
const MAX_ORDER_WORDS: usize = 16;
/// Longest message in which an order needs no word like "please": a longer one may be an ad, with "Write product texts".
const MAX_BARE_WORDS: usize = 24;
/// Fewest sentences of a model's description that are worth more than the templates.
const MIN_SENTENCES: usize = 2;
/// How many left out words the reply names.
const MAX_NAMED: usize = 4;

/// How the user wants a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WritingOrder {
    pub language: Language,
    pub style: Style,
}

/// What the message says about a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WritingAct {
    Asks(WritingOrder),
    /// The user takes the description that the last reply offers.
    Accepts,
}

/// Reads what the message says about a description; `language` is that of the message.
pub(crate) fn act(input: &TurnInput<'_>, language: Language, consent: Consent) -> Option<WritingAct> {
    let words = plain_words(input.message);
    let has = |list: &str| words.iter().any(|word| ORDERS.has(list, word));
    let offered = offered(input.last_reply);
    let is_answer = offered.is_some() && words.len() <= MAX_ANSWER_WORDS;
    let changes = ["short", "long", "warm", "formal", "again"].into_iter().any(has);
    if is_answer && !changes && named_language(&words).is_none() {
        let agrees = matches!(consent, Consent::Plain | Consent::Explicit)
            || consent::is_plain_yes(input.message)
            || has("use") && consent != Consent::Refused;
        return (agrees && !words.iter().any(|word| is_negation(word))).then_some(WritingAct::Accepts);
    }
    let asks = asks_for_one(input, &words) || is_answer && (changes || named_language(&words).is_some());
    let style = Style {
        tone: if has("warm") {
            Tone::Warm
        } else if has("formal") {
            Tone::Formal
        } else {
            Tone::Plain
        },
        length: if has("short") {
            Length::Short
        } else if has("long") {
            Length::Long
        } else {
            Length::Normal
        },
    };
    // "Shorter, please" keeps the language of the offered text.
    let same = offered.filter(|_| is_answer).map(|text| Language::of([text], None));
    let language = named_language(&words).or(same).unwrap_or(language);
    asks.then_some(WritingAct::Asks(WritingOrder { language, style }))
}

/// "Write me a short description", but not "write that we are a family business".
fn asks_for_one(input: &TurnInput<'_>, words: &[String]) -> bool {
    let is_long = words.len() > MAX_BARE_WORDS;
    let may_be_post = input.draft.content.title.is_some() && words.len() <= MAX_POST_WORDS;
    sentences(input.message).iter().any(|(_, sentence)| {
        let words = plain_words(sentence);
        let is_order = words.len() <= MAX_ORDER_WORDS && is_order(sentence, &words, may_be_post);
        is_order && (!is_long || words.iter().any(|word| ORDERS.has("please", word)))
    })
}

fn is_order(sentence: &str, words: &[String], may_be_post: bool) -> bool {
    let Some(verb) = words.iter().position(|word| ORDERS.has("write", word)) else { return false };
    let before = &words[..verb];
    let is_after = |list: &str| before.last().is_some_and(|word| ORDERS.has(list, word));
    let is_of_you = before.iter().any(|word| ORDERS.has("you", word));
    let is_own = is_after("self")
        || is_after("purpose") && !is_of_you
        || words.last().is_some_and(|last| ORDERS.has("self", last))
        || before.iter().any(|word| is_negation(word));
    if is_own {
        return false;
    }
    let Some(text) = words.iter().position(|word| ORDERS.has("text", word)) else {
        return may_be_post && words.iter().any(|word| ORDERS.has("post", word));
    };
    let dictates = words[text.max(verb)..].iter().any(|word| ORDERS.has("dictation", word));
    !dictates && !sentence.trim_end_matches(':').contains(':')
}

fn is_negation(word: &str) -> bool {
    word.ends_with("n't") || ORDERS.has("no", word)
}

fn named_language(words: &[String]) -> Option<Language> {
    let is_named = |language: &Language| words.iter().any(|word| ORDERS.has(language.code(), word));
    Language::ALL.into_iter().find(is_named)
}

/// The description that a reply offers; `None` if it does not end with that question.
pub(crate) fn offered(reply: &str) -> Option<&str> {
    Language::ALL.into_iter().find_map(|language| {
        let before = reply.trim_end().strip_suffix(&*phrase(language, Phrase::WritingQuestion))?;
        let (_, text) = before.trim_end().split_once(&*phrase(language, Phrase::WritingOffer))?;
        // What was left out is said behind the text, in a paragraph of its own.
        Some(text.trim().split("\n\n").next().unwrap_or_default()).filter(|text| !text.is_empty())
    })
}

/// The proposal without what is no fact: a description, which is offered first, and the order itself.
pub(crate) fn without_writing<'a>(proposal: &'a Proposal, reading: &Reading) -> Cow<'a, Proposal> {
    if reading.writing.is_none() {
        return Cow::Borrowed(proposal);
    }
    let orders = |text: &str| plain_words(text).iter().any(|word| ORDERS.has("write", word));
    let mut rest = proposal.clone();
    rest.updates.retain(|update| {
        update.field != Field::Description
            && !(update.field.is_list() && (orders(&update.quote) || orders(&update.value)))
    });
    Cow::Owned(rest)
}

/// A description to offer, and what to say about it.
pub(crate) struct Offer {
    /// `None`: there is no title yet.
    text: Option<String>,
    /// Words of the model's description that the post does not have.
    left_out: Vec<String>,
    /// Sentences of the present description that are no longer true.
    outdated: Vec<String>,
}

/// The description that the user asks for, or one without the sentences that this turn made untrue.
pub(crate) fn to_offer(
    input: &TurnInput<'_>,
    proposal: &Proposal,
    reading: &Reading,
    draft: &Draft,
) -> Option<Offer> {
    let company = input.company_name;
    match reading.writing {
        Some(WritingAct::Asks(order)) => {
            let content = stated(draft);
            let (written, left_out) = of_model(proposal, &content, company, order.language);
            let text = written.or_else(|| compose(order.language, &content, company, order.style));
            Some(Offer { text, left_out, outdated: Vec::new() })
        }
        Some(WritingAct::Accepts) => None,
        None => revised(input, draft),
    }
}

/// The reply that offers the description. `noted` says what else the turn changed.
pub(crate) fn reply(language: Language, noted: Option<String>, offer: &Offer) -> String {
    let Some(text) = &offer.text else { return phrase(language, Phrase::WritingNeedsTitle) };
    let outdated = offer.outdated.first().map(|first| phrases::outdated(language, first));
    let lead = joined(&noted.unwrap_or_default(), &outdated.unwrap_or_default());
    let lead = joined(&lead, &phrase(language, Phrase::WritingOffer));
    let left_out: Vec<&str> = offer.left_out.iter().take(MAX_NAMED).map(String::as_str).collect();
    let left_out = (!left_out.is_empty()).then(|| phrases::left_out(language, &left_out.join(", ")));
    let question = phrase(language, Phrase::WritingQuestion);
    let paragraphs = [Some(lead), Some(text.clone()), left_out, Some(question)];
    paragraphs.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// What the user stated: the content without a description that the agent wrote.
fn stated(draft: &Draft) -> Content {
    let mut content = draft.publishable();
    if is_written(draft) {
        content.description = None;
    }
    content
}

/// Did the agent write the description, and the user take it?
fn is_written(draft: &Draft) -> bool {
    draft.leaves(Field::Description).any(|leaf| leaf.evidence.basis == Basis::Confirmed)
}

/// The written description anew, if the changes of the turn made a sentence of it untrue. The other sentences stay.
fn revised(input: &TurnInput<'_>, draft: &Draft) -> Option<Offer> {
    let held = input.draft.content.description.as_deref()?;
    if !is_written(draft) || draft.content.description.as_deref() != Some(held) {
        return None;
    }
    let (before, now) = (stated(input.draft), stated(draft));
    if before == now {
        return None;
    }
    let company = input.company_name;
    let (facts_before, facts) = (Facts::new(&before, company), Facts::new(&now, company));
    let language = Language::of([held], None);
    let is_outdated = |sentence: &str| {
        let is_unsupported = |facts: &Facts<'_>| facts.unsupported_in(sentence, language).is_some();
        facts_before.outdates(&facts, sentence) || !is_unsupported(&facts_before) && is_unsupported(&facts)
    };
    let mut outdated = Vec::new();
    let mut kept: Vec<String> = Vec::new();
    for (_, sentence) in sentences(held) {
        if is_outdated(sentence) {
            outdated.push(sentence.to_owned());
            kept.extend(renewed(language, sentence, &before, &now, company));
        } else {
            kept.push(sentence.to_owned());
        }
    }
    if outdated.is_empty() {
        return None;
    }
    let text = Some(kept.join(" ")).filter(|text| !text.is_empty());
    let text = text.or_else(|| compose(language, &now, company, Style::default()));
    Some(Offer { text, left_out: Vec::new(), outdated })
}

/// The sentences of the model's description that the post supports, if these are enough, and the words of the others.
fn of_model(
    proposal: &Proposal,
    content: &Content,
    company: &str,
    language: Language,
) -> (Option<String>, Vec<String>) {
    let is_description = |update: &&ProposedUpdate| {
        update.field == Field::Description && matches!(update.op, Op::Set | Op::Add)
    };
    let Some(update) = proposal.updates.iter().find(is_description) else { return (None, Vec::new()) };
    let text = cut(&clean(&update.value), max_length(Field::Description));
    let (kept, left_out) = Facts::new(content, company).supported(&text);
    let is_enough = sentences(&kept).len() >= MIN_SENTENCES && Language::of([&*kept], None) == language;
    if is_enough { (Some(kept), left_out) } else { (None, Vec::new()) }
}
