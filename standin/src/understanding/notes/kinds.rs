//! What kind of thing a clause states that no reader has understood: a task, a benefit, a requirement, a language.

use std::{collections::HashSet, sync::LazyLock};

use job_post::{Field, Language, list_file};

use crate::{
    text::sentences::{Sentence, sentences},
    understanding::{
        acts, applications,
        notes::{placed, telling},
        pay,
        statements::{self, items},
        tasks,
    },
};

/// Most words of a clause that is one thing; a longer one is a remark.
const LONGEST: usize = 14;
/// Most words of a benefit or a requirement.
const SHORT: usize = 12;
/// Most words of a clause that names a language.
const OF_LANGUAGE: usize = 8;
/// Most words of a thing without a verb, before the tasks.
const OF_THING: usize = 3;
/// Most words of a clause that is known by the others of its list.
const OF_LIST: usize = 6;

static LANGUAGES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| list_file::words(include_str!("../../../data/lists/languages.txt")).collect());

/// The kind of a clause, by its own words.
pub(super) fn of(text: &str, language: Language) -> Option<Field> {
    let words = text.split_whitespace().count();
    let is_of_nobody = statements::is_unpaid(text)
        || statements::is_count_of_salaries(text)
        || placed::is_done_by_others(text);
    if words > LONGEST || applications::has_address(text) || is_of_nobody {
        return None;
    }
    if placed::is_offered(text) {
        return Some(Field::Benefits);
    }
    if statements::is_teaching(text) {
        return Some(Field::Responsibilities);
    }
    let read = sentences(text);
    let said = read.first()?;
    if applications::is_way(said) {
        return Some(Field::HowToApply);
    }
    if names_a_language(text, language) {
        return Some(Field::Languages);
    }
    let is_negated = statements::is_negated(text);
    let is_short = words <= SHORT;
    // "Buono da 8 euro" is no certificate.
    let is_sum =
        telling::has_figure(text) && items::begins_as_benefit(text) && items::names(Field::Benefits, text);
    if !is_negated && is_short && is_sum && !tasks::is_task(text, language) {
        return Some(Field::Benefits);
    }
    if !is_negated && is_short && (items::names(Field::Requirements, text) || asks(said)) {
        return Some(Field::Requirements);
    }
    if !is_negated && is_short && items::begins_as_benefit(text) && items::names(Field::Benefits, text) {
        return Some(Field::Benefits);
    }
    if tasks::is_task(text, language) {
        return Some(Field::Responsibilities);
    }
    let is_given = !is_negated && acts::does(said, "give") && items::names(Field::Benefits, text);
    if is_given {
        return Some(Field::Benefits);
    }
    if is_negated || !is_short || telling::is_of_us(said, language) && !items::begins_as_benefit(text) {
        return None;
    }
    let is_extra = || pay::is_extra(said).then_some(Field::AdditionalPay);
    items::names(Field::Benefits, text).then_some(Field::Benefits).or_else(is_extra)
}

/// Is the clause about a language that somebody has to speak: "algo de inglés"?
pub(super) fn names_a_language(text: &str, language: Language) -> bool {
    let read = sentences(text);
    let Some(said) = read.first() else { return false };
    said.words.iter().any(|word| LANGUAGES.contains(&*word.lower))
        && text.split_whitespace().count() <= OF_LANGUAGE
        && !statements::is_negated(text)
        && !telling::is_of_us(said, language)
}

/// The kind of the rest of a clause: "€14.80 an hour plus [meal vouchers of 7 €]".
pub(super) fn of_rest(text: &str) -> Field {
    let bare = text.split_once(' ').filter(|(first, _)| telling::joins(first)).map_or(text, |(_, rest)| rest);
    let is_benefit = items::begins_as_benefit(bare)
        && items::names(Field::Benefits, bare)
        && !statements::is_negated(text);
    match is_benefit {
        true => Field::Benefits,
        false if sentences(text).iter().any(pay::is_extra) => Field::AdditionalPay,
        false => Field::Notes,
    }
}

/// "Saber andar a caballo", "conhecer o Newsoft": what somebody has to know.
fn asks(sentence: &Sentence<'_>) -> bool {
    const KNOWING: &[&str] = &[
        "saber",
        "sepa",
        "conocer",
        "conozca",
        "conhecer",
        "dominar",
        "conoscere",
        "sapere",
        "savoir",
        "connaître",
        "maîtriser",
        "know",
        "knowledge",
        "kennen",
        "beherrschen",
        "kennis",
        "znać",
        "umieć",
        "umiejętność",
        "znajomość",
        "être",
        "etre",
        "معرفة",
        "إجادة",
    ];
    sentence.words.iter().take(2).any(|word| KNOWING.contains(&&*word.lower))
}

/// The kind of each clause: its own, else that of the others of its list. A figure alone or a long clause is no part of one.
pub(super) fn of_list(texts: &[(&str, Option<Field>)], language: Language) -> Vec<Option<Field>> {
    let lists = [Field::Responsibilities, Field::Benefits, Field::Requirements];
    let known = texts.iter().filter_map(|(_, kind)| kind.filter(|kind| lists.contains(kind)));
    let known: Vec<Field> = known.collect();
    let common = known.first().copied().filter(|first| known.iter().all(|it| it == first));
    // One task among many clauses makes no list of tasks.
    let common = common.filter(|_| known.len() * 3 >= texts.len());
    let joins = |text: &str| {
        let said = sentences(text);
        text.split_whitespace().count() <= OF_LIST
            && !telling::has_figure(text)
            && !statements::is_negated(text)
            && !placed::is_done_by_others(text)
            && said
                .first()
                .is_some_and(|said| !telling::is_of_us(said, language) && telling::begins_item(said))
    };
    // "Forno a legna, fare l'impasto": what stands before the first verb has none.
    let is_task = |(_, kind): &(&str, Option<Field>)| *kind == Some(Field::Responsibilities);
    let mut all = texts.iter().filter(|it| is_task(it));
    let are_verbs = tasks::verbs_come_first(language)
        && all.all(|(text, _)| tasks::begins_with_infinitive(text, language));
    let first = texts.iter().position(is_task).filter(|_| are_verbs).unwrap_or_default();
    let is_short = |text: &str| text.split_whitespace().count() <= OF_THING;
    let kind = |(at, (text, kind)): (usize, &(&str, Option<Field>))| {
        // "Reservierungen, Telefon, Gäste beraten": a word that could be a benefit is what the others are.
        let others = |field: Field| known.iter().filter(|it| **it == field).count();
        let is_alone =
            !text.contains(' ') && kind.is_some_and(|kind| lists.contains(&kind) && others(kind) == 1);
        let most = lists.into_iter().max_by_key(|field| others(*field)).filter(|field| others(*field) > 1);
        match most.filter(|_| is_alone) {
            Some(most) => Some(most),
            None => kind.or(common.filter(|_| (at >= first || !is_short(text)) && joins(text))),
        }
    };
    texts.iter().enumerate().map(kind).collect()
}
