//! The description that the user asks the agent to write: it is shown first, and enters the post after a yes.

use std::sync::LazyLock;

use super::consent::{self, Consent};
use super::input::TurnInput;
use super::proposal::{Proposal, ProposedUpdate, Refusal, RefusalReason};
use super::questions::{last_in, sentences};
use super::reading::Reading;
use super::reply_text::joined;
use super::revision::{may_be_rewritten, revised, sources, without_written};
use crate::language::Language;
use crate::language::phrases::{self, Phrase, phrase};
use crate::language::word_lists::WordLists;
use crate::language::words::plain_words;
use crate::text::cut;
use crate::values::max_length;
use crate::writing::layout::{Kind, tidy, units};
use crate::writing::{Facts, Length, Sources, Style, Tone, compose, language_of};
use crate::{Draft, Field, Op};

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
    let offered = offered(input.last_reply);
    let sentence = order_sentence(input);
    let words = plain_words(sentence.unwrap_or(input.message));
    let style = said_style(&words);
    let named = named_language(&words);
    let is_bare = sentence.is_none() && style.is_none() && named.is_none();
    let taken = || input.draft.content.description.as_deref().filter(|_| may_be_rewritten(input.draft));
    let is_rework = || sentence.is_none() && !is_bare && is_rework(input, &words);
    let reworked = || taken().filter(|_| is_rework());
    let is_short = words.len() <= MAX_ANSWER_WORDS;
    let Some(text) = offered.filter(|_| is_short).or_else(reworked) else {
        sentence?;
        let style = style.unwrap_or_default().or(input.policy.writing.style());
        return Some(WritingAct::Asks(WritingOrder { language: named.unwrap_or(language), style }));
    };
    if is_bare {
        return accepts(input.message, &words, consent).then_some(WritingAct::Accepts);
    }
    // "Shorter, please" keeps the language and the tone of the offered text.
    let held_language = language_of(text);
    let held = Style::all().find(|style| {
        let content = without_written(input.draft);
        compose(held_language, sources(input, &content), *style).as_deref() == Some(text)
    });
    let held = held.unwrap_or(input.policy.writing.style());
    let said = style.unwrap_or_default();
    let style = said.or(held);
    // "Another one" without a word about its style has another tone.
    let is_other = style == held && named.is_none() && said == Style::default();
    let style = if is_other { Style { tone: held.tone.next(), ..held } } else { style };
    Some(WritingAct::Asks(WritingOrder { language: named.unwrap_or(held_language), style }))
}

/// Does the message only say how the description of the post should be: "shorter, please", "in German now"? The same words
/// may answer a question of the agent.
fn is_rework(input: &TurnInput<'_>, words: &[String]) -> bool {
    const LISTS: [&str; 11] =
        ["filler", "please", "text", "short", "long", "warm", "formal", "dull", "less", "again", "into"];
    let is_language =
        |word: &String| Language::ALL.into_iter().any(|language| ORDERS.has(language.code(), word));
    let is_known = |word: &String| LISTS.iter().any(|list| ORDERS.has(list, word)) || is_language(word);
    let answers = last_in(input.last_reply).is_some() && input.before_question().is_none();
    !answers && words.len() <= MAX_ANSWER_WORDS && words.iter().all(is_known)
}

/// "Yes", "use it", "perfect, take that".
fn accepts(message: &str, words: &[String], consent: Consent) -> bool {
    let is_small = |word: &String| ["use", "text", "filler"].iter().any(|list| ORDERS.has(list, word));
    let takes = words.iter().any(|word| ORDERS.has("use", word));
    matches!(consent, Consent::Plain | Consent::Explicit)
        || consent::is_plain_yes(message)
        || takes && words.iter().all(is_small) && !message.contains(['?', '؟'])
}

/// The style that the words ask for. "Less formal" and "too long" ask for the opposite.
fn said_style(words: &[String]) -> Option<Style> {
    let said = |list: &str| {
        let at = words.iter().position(|word| ORDERS.has(list, word))?;
        Some(words[at.saturating_sub(2)..at].iter().any(|word| ORDERS.has("less", word)))
    };
    let length = match (said("short"), said("long")) {
        (Some(false), _) | (_, Some(true)) => Length::Short,
        (Some(true), _) | (_, Some(false)) => Length::Long,
        _ => Length::Normal,
    };
    let is_dull = words.iter().any(|word| ORDERS.has("dull", word));
    let tone = match (said("warm"), said("formal")) {
        (Some(false), _) | (_, Some(true)) => Tone::Warm,
        (Some(true), _) | (_, Some(false)) => Tone::Formal,
        _ if is_dull => Tone::Warm,
        _ => Tone::Plain,
    };
    let is_said = tone != Tone::Plain || length != Length::Normal || said("again").is_some();
    is_said.then_some(Style { tone, length })
}

/// The sentence that asks for a description: "Write me a short description", but not "write that we are a family business".
fn order_sentence<'a>(input: &TurnInput<'a>) -> Option<&'a str> {
    let is_long = plain_words(input.message).len() > MAX_BARE_WORDS;
    let may_be_post =
        input.draft.content.title.is_some() && plain_words(input.message).len() <= MAX_POST_WORDS;
    let mut all = sentences(input.message).into_iter().map(|(_, sentence)| sentence);
    all.find(|sentence| {
        let words = plain_words(sentence);
        let is_order = words.len() <= MAX_ORDER_WORDS && is_order(sentence, &words, may_be_post);
        is_order && (!is_long || words.iter().any(|word| ORDERS.has("please", word)))
    })
}

fn is_order(sentence: &str, words: &[String], may_be_post: bool) -> bool {
    let Some(verb) = words.iter().position(|word| ORDERS.has("write", word)) else { return false };
    let before = &words[..verb];
    let is_after = |list: &str| before.last().is_some_and(|word| ORDERS.has(list, word));
    let has_before = |list: &str| before.iter().any(|word| ORDERS.has(list, word));
    let is_own = is_after("self")
        || is_after("article")
        || is_after("you") && !has_before("please")
        || is_after("purpose") && !has_before("you")
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

/// "In German", "auf Deutsch", "German please"; not "they speak German".
fn named_language(words: &[String]) -> Option<Language> {
    let is_meant = |at: usize| {
        let after = at.checked_sub(1).is_some_and(|before| ORDERS.has("into", &words[before]));
        after || words.iter().enumerate().all(|(other, word)| other == at || ORDERS.has("filler", word))
    };
    Language::ALL
        .into_iter()
        .find(|language| (0..words.len()).any(|at| ORDERS.has(language.code(), &words[at]) && is_meant(at)))
}

/// The description that a reply offers; `None` if it does not end with that question.
pub(crate) fn offered(reply: &str) -> Option<&str> {
    Language::ALL.into_iter().find_map(|language| {
        let before = reply.trim_end().strip_suffix(&*phrase(language, Phrase::WritingQuestion))?;
        let (_, text) = before.trim_end().split_once(&*phrase(language, Phrase::WritingOffer))?;
        Some(without_left_out(language, text.trim())).filter(|text| !text.is_empty())
    })
}

/// The text without the last paragraph, if that says what was left out.
fn without_left_out(language: Language, text: &str) -> &str {
    let lead = phrases::left_out(language, "");
    let lead = lead.trim_end_matches(['.', ' ', '\u{a0}', ':']);
    let last = text.rsplit_once("\n\n").filter(|(_, last)| last.starts_with(lead));
    last.map_or(text, |(text, _)| text)
}

/// Splits off what is no fact: a description, which is offered first, the order itself, and notes about an offered description.
pub(crate) fn without_writing(
    input: &TurnInput<'_>,
    proposal: &Proposal,
    reading: &Reading,
) -> (Proposal, Vec<Refusal>) {
    let is_answer = offered(input.last_reply).is_some();
    let is_about_writing = reading.writing.is_some();
    let order = order_sentence(input).unwrap_or_default();
    let is_order = |text: &str| !text.is_empty() && order.contains(text);
    let is_no_fact = |update: &ProposedUpdate| {
        let is_of_order = update.field.is_list() && (is_order(&update.quote) || is_order(&update.value));
        is_about_writing && (update.field == Field::Description || is_of_order)
            || is_answer && update.field == Field::Notes
    };
    let (none, facts): (Vec<_>, Vec<_>) = proposal.updates.iter().cloned().partition(is_no_fact);
    let refuse = |update: ProposedUpdate| Refusal { update, reason: RefusalReason::NotGrounded };
    let refused = none.into_iter().filter(|_| !is_about_writing).map(refuse).collect();
    (Proposal { updates: facts, ..proposal.clone() }, refused)
}

/// A description to offer, and what to say about it.
pub(crate) struct Offer {
    /// `None`: there is no title yet.
    pub text: Option<String>,
    /// Words of the model's description that the post does not have.
    pub left_out: Vec<String>,
    /// Sentences and items of the present description that are no longer true.
    pub outdated: Vec<String>,
}

/// The description that the user asks for, or one without the sentences that this turn made untrue.
pub(crate) fn to_offer(
    input: &TurnInput<'_>,
    proposal: &Proposal,
    reading: &Reading,
    draft: &Draft,
) -> Option<Offer> {
    match reading.writing {
        Some(WritingAct::Asks(order)) => {
            let content = without_written(draft);
            let sources = sources(input, &content);
            let (written, left_out) = of_model(proposal, sources, order);
            let text = written.or_else(|| compose(order.language, sources, order.style));
            Some(Offer { text, left_out, outdated: Vec::new() })
        }
        Some(WritingAct::Accepts) => None,
        None => revised(input, draft),
    }
}

/// The reply that offers the description. `before` says what else the turn did.
pub(crate) fn reply(language: Language, before: &str, offer: &Offer) -> String {
    let Some(text) = &offer.text else {
        return joined(before, &phrase(language, Phrase::WritingNeedsTitle));
    };
    let outdated = offer.outdated.first().map(|first| phrases::outdated(language, first));
    let lead = joined(before, &outdated.unwrap_or_default());
    let lead = joined(&lead, &phrase(language, Phrase::WritingOffer));
    let left_out: Vec<&str> = offer.left_out.iter().take(MAX_NAMED).map(String::as_str).collect();
    let left_out = (!left_out.is_empty()).then(|| phrases::left_out(language, &left_out.join(", ")));
    let question = phrase(language, Phrase::WritingQuestion);
    let paragraphs = [Some(lead), Some(text.clone()), left_out, Some(question)];
    paragraphs.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// The sentences of the model's description that the post supports, if these are enough, between the organization's own texts,
/// and the words of the others.
fn of_model(proposal: &Proposal, sources: Sources<'_>, order: WritingOrder) -> (Option<String>, Vec<String>) {
    let is_description = |update: &&ProposedUpdate| {
        update.field == Field::Description && matches!(update.op, Op::Set | Op::Add)
    };
    let Some(update) = proposal.updates.iter().find(is_description) else { return (None, Vec::new()) };
    let text = cut(&tidy(&update.value), max_length(Field::Description));
    let (kept, left_out) = Facts::new(sources).supported(&text);
    let said = units(&kept).into_iter().filter(|(kind, _)| *kind != Kind::Heading).count();
    let is_enough = said >= MIN_SENTENCES && language_of(&kept) == order.language;
    if is_enough { (Some(sources.settings.framed(&kept, order.style)), left_out) } else { (None, Vec::new()) }
}
