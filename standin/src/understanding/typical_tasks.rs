//! Tasks that are typical of a position, and which of the agent's replies offered them.

use std::sync::LazyLock;

use job_post::{Field, Language, ProposedUpdate, consent, list_file};

use crate::{text::occupations, turn::Turn, understanding::updates::add};

/// How many tasks one offer names.
const OFFERED: usize = 3;

/// The tasks that the last reply offered, as updates, if the message is a plain yes to them.
pub(crate) fn accepted(turn: &Turn) -> Vec<ProposedUpdate> {
    let offered = if consent::is_plain_yes(&turn.message) { offered_last(turn) } else { Vec::new() };
    offered.into_iter().map(|task| add(Field::Responsibilities, &task, "")).collect()
}

/// Did any reply offer the typical tasks?
pub(crate) fn were_offered(turn: &Turn) -> bool {
    turn.replies.iter().any(|reply| !tasks_in(turn, reply).is_empty())
}

/// The tasks that the last reply offered.
pub(crate) fn offered_last(turn: &Turn) -> Vec<String> {
    tasks_in(turn, &turn.last_reply)
}

/// The typical tasks that a reply names, if it names all of them in one offer.
fn tasks_in(turn: &Turn, reply: &str) -> Vec<String> {
    let offer = |language: &Language| {
        let tasks = of(*language, turn.text("title"));
        let named = !tasks.is_empty() && reply.contains(&tasks.join("; "));
        named.then_some(tasks)
    };
    Language::ALL.iter().find_map(offer).unwrap_or_default()
}

/// Three tasks of people with this title; none in a language that neither source covers.
pub(crate) fn of(language: Language, title: &str) -> Vec<String> {
    let own = own_tasks(language, title);
    let specific = if language == Language::English { occupations::tasks(title) } else { Vec::new() };
    // ESCO knows the "quantity surveyor", the project's own list only "surveyor".
    let tasks = if specific.len() >= OFFERED { specific } else { own };
    tasks.into_iter().take(OFFERED).map(str::to_owned).collect()
}

/// The tasks of `data/lists/typical_tasks.txt`, which has common occupations in English and German.
fn own_tasks(language: Language, title: &str) -> Vec<&'static str> {
    static LIST: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| {
        let lines = list_file::lines(include_str!("../../data/lists/typical_tasks.txt"));
        let parts = lines.map(|line| line.split('|').map(str::trim));
        parts.filter_map(|mut parts| Some([parts.next()?, parts.next()?, parts.next()?])).collect()
    });
    let column = match language {
        Language::English => 1,
        Language::German => 2,
        _ => return Vec::new(),
    };
    let title = title.to_lowercase();
    let words: Vec<&str> = title.split([' ', '/', '-']).collect();
    let is_meant = |noun: &str, word: &str| {
        let word = word
            .strip_suffix("innen")
            .or_else(|| word.strip_suffix("in"))
            .or_else(|| word.strip_suffix('s'))
            .unwrap_or(word);
        // German compounds: "Restaurantleiter".
        word == noun || (noun.len() > 4 && column == 2 && word.ends_with(noun))
    };
    // The last word of a title names the occupation.
    let found = words.iter().rev().find_map(|word| {
        LIST.iter().find(|it| it[0].split(' ').any(|noun| is_meant(noun, word) || noun == *word))
    });
    found.map(|it| it[column].split("; ").collect()).unwrap_or_default()
}
