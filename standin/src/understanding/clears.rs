//! Clears whole fields: "remove the salary", "leave the location out".

use std::sync::LazyLock;

use job_post::{Field, ProposedUpdate, money, names_field_in};
use regex::Regex;

use crate::{
    text::sentences::{Sentence, pattern},
    turn::Turn,
    understanding::{
        acts,
        topics::Topic,
        updates::{clear, remove},
    },
};

/// The fields and items that a sentence removes. Only what the post has can be removed.
pub(crate) fn find(turn: &Turn, sentence: &Sentence<'_>) -> Vec<ProposedUpdate> {
    if sentence.is_question {
        return Vec::new();
    }
    let removal = acts::removal(sentence);
    let removal = if is_pronoun(sentence.span(removal.clone())) { 0..sentence.words.len() } else { removal };
    let scope = if removal.is_empty() && acts::is_refusal(sentence.text()) {
        0..sentence.words.len()
    } else {
        removal
    };
    let text = sentence.span(scope);
    let topics = Topic::named_in(text);
    let named_items = items(turn, text);
    let states_pay = !money::find(text).is_empty();
    let is_named = |field: Field| match Topic::of(field) {
        Topic::Terms => names_field_in(text, field),
        topic => topics.contains(&topic),
    };
    let cleared = Field::ALL.into_iter().filter(|field| {
        is_clearable(*field)
            && turn.has(field.as_str())
            && is_named(*field)
            && !(*field == Field::Skills && names_one(turn, text))
            // "Drop the bonus" leaves the tips.
            && !(Topic::of(*field) == Topic::Terms && named_items.iter().any(|it| it.field == *field))
            // "Pay is 5100 to 5600, and remove the trips" states pay.
            && !(field.is_pay() && states_pay)
    });
    let mut updates: Vec<ProposedUpdate> = cleared.map(|field| clear(field, text)).collect();
    if updates.iter().all(|update| update.field != Field::Requirements) {
        updates.extend(named_items);
    }
    for update in withdrawn(sentence).map(|clause| items(turn, clause)).unwrap_or_default() {
        if !updates.iter().any(|it| it.field == update.field && it.value == update.value) {
            updates.push(update);
        }
    }
    updates
}

/// "Take that out", "nimm das raus": the object was named before.
fn is_pronoun(scope: &str) -> bool {
    static PRONOUN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:please\s+|bitte\s+)?\p{L}+\s+(?:that|it|this|those|them|das|es|die|ça|cela|eso|esto|isso|isto|quello|questo|dat|het|to)(?:\s+(?:out|off|away|bitte|raus|weg|please|one))*$",
        )
    });
    PRONOUN.is_match(scope.trim())
}

/// The clause that says that something is not offered or not asked for any more: "housing is not included anymore".
fn withdrawn<'a>(sentence: &Sentence<'a>) -> Option<&'a str> {
    static WITHDRAWN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)\b(?:(?:is|are)(?:n['’]t|\s+not|\s+no\s+longer)\s+(?:included|offered|provided|available|required|needed|part)|(?:no\s+longer|don['’]t|do\s+not|not)\s+(?:offer|include|provide|give|have|require)\p{L}*\b.*\b(?:any\s?more|any\s+longer)|no\s+longer\s+(?:offer|include|provide|give|have|require)|not\s.*\bany\s?more",
            r"|nicht\s+mehr|keine?n?\s.*\bmehr|fällt\s+weg|fallen\s+weg|entfällt|entfallen",
            r"|n['’](?:est|y\s+a)\s+plus|ne\s+sont\s+plus|plus\s+de|n['’]offrons\s+plus",
            r"|ya\s+no\s+(?:hay|está|están|incluye|incluimos|se\s+incluye|ofrecemos|damos|hace\s+falta|es)",
            r"|já\s+não\s+(?:há|está|inclui|oferecemos|damos|tem|é)|não\s+(?:tem|há|está|oferecemos|damos|é)\s.*\bmais|não\s+tem\s+mais",
            r"|non\s+(?:è|sono|c['’]è|offriamo|diamo|serve)\s+più|niet\s+meer|geen\s.*\bmeer|vervalt|już\s+nie|nie\s+ma\s+już|لم\s+(?:يعد|تعد|نعد))(?:\s|$|[,.!])",
        ))
    });
    let text = sentence.text();
    let at = WITHDRAWN.find(text)?;
    let word = sentence.words.iter().position(|word| word.at.end > sentence.text_start() + at.start())?;
    Some(sentence.span(sentence.clause_of(word)))
}

/// The title is only replaced; currency and period go with the amounts.
fn is_clearable(field: Field) -> bool {
    !matches!(field, Field::Title | Field::Currency | Field::SalaryPeriod) && !field.is_flag()
}

fn names_one(turn: &Turn, text: &str) -> bool {
    let text = text.to_lowercase();
    turn.list("skills").iter().any(|skill| text.contains(&skill.to_lowercase()))
}

/// The items of the longer lists that the removal names by a distinctive word: "drop the newsletter".
fn items(turn: &Turn, text: &str) -> Vec<ProposedUpdate> {
    let text = text.to_lowercase();
    let named: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 4).collect();
    let is_named = |item: &str| {
        let item = item.to_lowercase();
        // "Remove the on-call thing".
        let is_whole = item.chars().count() > 3 && format!(" {text} ").contains(&format!(" {item} "));
        is_whole
            || item
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| named.contains(&word) && !GENERAL.contains(&word))
    };
    let longer = Field::ALL.into_iter().filter(|field| field.is_list() && *field != Field::Skills);
    longer
        .flat_map(|field| {
            let items = turn.list(field.as_str()).into_iter();
            items.filter(|item| is_named(item)).map(|item| remove(field, item, &text)).collect::<Vec<_>>()
        })
        .collect()
}

/// Words that are not distinctive.
const GENERAL: &[&str] = &[
    "years",
    "experience",
    "remove",
    "salary",
    "benefit",
    "benefits",
    "skills",
    "requirement",
    "requirements",
    "please",
    "their",
    "about",
    "jahre",
];
