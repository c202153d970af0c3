//! Words that point back: "reszta w terenie", "one of them", "B-Führerschein ebenfalls"; and words that are said to the agent.

use std::sync::LazyLock;

use job_post::{Field, Op, ProposedUpdate, list_file};
use regex::Regex;

use super::{is_item, item_before, merge, place};
use crate::{
    text::sentences::{Sentence, pattern, sentences, spaced},
    understanding::{notes, terms},
};

/// What people say who have nothing to add.
static CLOSINGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| list_file::lines(include_str!("../../../data/lists/closings.txt")).collect());

/// The patterns of a name, as one.
fn named(name: &str) -> String {
    let lines = list_file::named(include_str!("../../../data/lists/referring.txt"));
    let own: Vec<&str> = lines.filter(|(own, _)| *own == name).map(|(_, source)| source).collect();
    spaced(&own.join("|"))
}

/// Leaves out what is said to the agent before and behind a value: "petite précision, …", "… بس كذا".
pub(super) fn leave_talk_out(updates: &mut [ProposedUpdate]) {
    static LEAD: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"(?i)^(?:{})\s*[,:–-]\s*", named("lead"))));
    static TRAIL: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"(?i)\s*[,;–-]\s*(?:{})[\s.!]*$", named("trail"))));
    for update in updates.iter_mut().filter(|it| is_item(it) || is_text(it.field)) {
        let text = &*update.value;
        let text = &text[LEAD.find(text).map_or(0, |lead| lead.end())..];
        let text = &text[..TRAIL.find(text).map_or(text.len(), |trail| trail.start())];
        let text = without_closing(text);
        if text.len() < update.value.len() && !text.is_empty() {
            update.value = text.to_owned();
        }
    }
}

fn is_text(field: Field) -> bool {
    matches!(
        field,
        Field::HowToApply | Field::Contact | Field::StartDate | Field::ContractLength | Field::ApplyBy
    )
}

/// "… 0555550126 بس كذا": a closing ends the value.
fn without_closing(text: &str) -> &str {
    let is_bound = |before: &str| before.ends_with([' ', ',', ';', '.', '،']);
    let cut = |closing: &&str| {
        let at = text.len().checked_sub(closing.len()).filter(|at| text.is_char_boundary(*at))?;
        let (before, end) = text.split_at(at);
        let rest = before.trim_end_matches([' ', ',', ';', '.', '،', '-']);
        (end.to_lowercase() == **closing && is_bound(before) && !rest.is_empty()).then_some(rest)
    };
    CLOSINGS.iter().find_map(cut).unwrap_or(text)
}

/// Joins a clause that points back with the item before it.
pub(super) fn join(message: &str, updates: &mut Vec<ProposedUpdate>) {
    static CLAUSE: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("(?i){}", named("clause"))));
    static DAYS: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("(?i){}", named("days"))));
    let mut second = 0;
    while let Some(update) = updates.get(second) {
        let found = is_item(update).then(|| place(message, &update.value)).flatten();
        let before = found.and_then(|at| Some((item_before(message, updates, at.start)?, at)));
        second += 1;
        let Some(((first, first_at), at)) = before else { continue };
        let is_first_note = updates[first].field == Field::Notes;
        let counts_days = is_first_note
            && DAYS.is_match(&updates[first].value)
            && updates[second - 1].field == Field::WorkingHours
            && terms::names_weekday(updates[second - 1].value.split([' ', ',']).next().unwrap_or_default());
        let goes_on =
            CLAUSE.is_match(&updates[second - 1].value) || explains(&updates[first], &updates[second - 1]);
        if first != second - 1 && (counts_days || goes_on) {
            let said = &mut updates[second - 1].value;
            *said = without_particle(said);
            merge(message, updates, first, second - 1, first_at.start..at.end);
            second = 0;
        }
    }
}

/// "Ik maak zelf ook kleren, wie wil mag leren naaien", "O inglês é importante, temos muitos pacientes estrangeiros".
fn explains(first: &ProposedUpdate, second: &ProposedUpdate) -> bool {
    static OFFER: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("(?i){}", named("offer"))));
    static REASON: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("(?i){}", named("reason"))));
    match first.field {
        Field::Notes | Field::Benefits => OFFER.is_match(&second.value),
        Field::Languages => second.field == Field::Notes && REASON.is_match(&second.value),
        _ => false,
    }
}

/// "Erfahrung mit Protel wäre super, muss aber nicht": that it is no must belongs to what would be good.
pub(super) fn join_concessions(message: &str, updates: &mut Vec<ProposedUpdate>) {
    static CONCESSION: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"(?i)^\s*[,;]?\s*({})\s*(?:[.,;:!?)\n]|$)", named("concession"))));
    let mut joined = Vec::new();
    for update in updates.iter_mut().filter(|it| it.op == Op::Add && may_be_optional(it.field)) {
        let Some(at) = place(message, &update.value) else { continue };
        let found = CONCESSION.captures(&message[at.end..]).and_then(|found| found.get(1));
        let Some(words) = found else { continue };
        let whole = message[at.start..at.end + words.end()].to_owned();
        update.value = match update.field {
            Field::Languages => format!("{} ({})", update.value, words.as_str()),
            _ => whole.replace(';', ","),
        };
        update.quote = whole;
        update.field = if update.field == Field::Skills { Field::Requirements } else { update.field };
        joined.push(words.as_str());
    }
    updates.retain(|it| it.op != Op::Add || !joined.contains(&&*it.value));
}

/// "Teamsprache ist aber meist Englisch": what the language of the team is.
fn without_particle(clause: &str) -> String {
    static PARTICLE: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)\s(?:aber|allerdings|jedoch|echter|wel|però|though|however)\s"));
    PARTICLE.replace(clause, " ").into_owned()
}

/// "Englisch wäre super, Französisch auch": the second item is optional too. A must needs no words.
pub(super) fn share_modality(message: &str, updates: &mut [ProposedUpdate]) {
    static BEHIND: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"(?i)^\s+{}\s*(?:[.,;!\n]|$)", named("too"))));
    static ENDS: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)\s+{}$", named("too"))));
    let said = sentences(message);
    for update in updates.iter_mut().filter(|it| may_be_optional(it.field)) {
        let Some(at) = place(message, &update.quote) else { continue };
        let ends = ENDS.find(&update.value).map(|end| end.start());
        if ends.is_none() && !BEHIND.is_match(&message[at.end..]) {
            continue;
        }
        if notes::optional_in(&update.value).is_some() {
            continue;
        }
        update.value.truncate(ends.unwrap_or(update.value.len()));
        if let Some(words) = before(&said, at.start).and_then(optional_words) {
            update.value = format!("{} {words}", update.value);
            update.field = if update.field == Field::Skills { Field::Requirements } else { update.field };
        }
    }
}

fn may_be_optional(field: Field) -> bool {
    matches!(field, Field::Requirements | Field::Languages | Field::Skills)
}

/// What the item is compared with: the clause before it, or what the sentence before it begins with.
fn before<'a>(said: &[Sentence<'a>], at: usize) -> Option<&'a str> {
    let index = said.iter().position(|sentence| sentence.at.contains(&at))?;
    let sentence = &said[index];
    let clause = sentence.clauses.iter().rposition(|clause| sentence.words[clause.start].at.start <= at)?;
    match clause.checked_sub(1) {
        Some(before) => Some(sentence.span(sentence.clauses[before].clone())),
        None => {
            let sentence = &said[index.checked_sub(1)?];
            Some(sentence.span(sentence.clauses.first()?.clone()))
        }
    }
}

/// The words that say that something is optional, if they stand behind it: "is a plus".
fn optional_words(clause: &str) -> Option<&str> {
    notes::optional_in(clause).filter(|words| !clause.starts_with(words))
}
