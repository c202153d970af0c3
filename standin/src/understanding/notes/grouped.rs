//! Sentences about several things that no reader has understood.

use std::ops::Range;

use job_post::Field;

use super::{
    Clause, kinds,
    placed::{self, Kind},
};
use crate::{text::sentences::Sentence, turn::Turn};

/// A sentence about several things, by what each is about: "caminhão novo com ar, e pode levar fruta para casa", "reparte
/// garrafones de agua, la ruta sale de la bodega".
pub(super) fn by_kind<'a>(
    turn: &Turn,
    sentence: &Sentence<'a>,
    clauses: &[Clause<'a>],
) -> Option<Vec<(Field, &'a str)>> {
    const POINTING: &[&str] = &[
        "den", "die", "das", "der", "it", "its", "it's", "which", "that", "qui", "que", "lo", "la", "los",
        "che", "dat", "den",
    ];
    const ARTICLES: &[&str] =
        &["the", "our", "la", "el", "il", "le", "o", "a", "de", "het", "der", "die", "das", "los", "las"];
    const FEWEST: usize = 4;
    let begins = |clause: &Clause<'a>, words: &[&str]| words.contains(&sentence.lower(clause.words.start));
    let is_task = |clause: &Clause<'a>| clause.kind == Some(Field::Responsibilities);
    let mut groups: Vec<Range<usize>> = Vec::new();
    for clause in clauses {
        let is_offer =
            placed::of(clause.text, turn.language) == Kind::In(Field::Benefits) && !begins(clause, POINTING);
        let is_other = clauses.first().is_some_and(is_task)
            && !is_task(clause)
            && begins(clause, ARTICLES)
            && clause.words.len() >= FEWEST;
        match groups.last_mut() {
            Some(last) if !is_offer && !is_other => last.end = clause.words.end,
            _ => groups.push(clause.words.clone()),
        }
    }
    let of_group = |words: Range<usize>| {
        let text = sentence.span(words);
        (kinds::of(text, turn.language).unwrap_or(Field::Notes), text)
    };
    (groups.len() > 1).then(|| groups.into_iter().map(of_group).collect())
}
