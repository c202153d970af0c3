//! Finds the title of an ad: labelled, or in one of the first lines.

use std::sync::LazyLock;

use job_post::{Field, Language, ProposedUpdate, names_field_in};
use regex::Regex;

use crate::{
    text::{
        casing::title_cased,
        sentences::{Sentence, pattern, sentences},
    },
    turn::Turn,
    understanding::{
        level, place,
        postings::lines::{HEADER, Line, Section},
        title,
        updates::set,
        work_type,
    },
};

/// Most words of a title; longer texts are sentences.
const MOST_WORDS: usize = 9;

const LABELS: &[&str] = &[
    "job title",
    "title",
    "position",
    "position title",
    "role",
    "job",
    "vacancy",
    "stelle",
    "stellenbezeichnung",
    "position zu besetzen",
    "poste",
    "intitulé du poste",
    "intitulé",
    "vacante",
    "puesto",
    "cargo",
    "plaza",
    "vaga",
    "vacature",
    "stanowisko",
    "posizione",
    "ruolo",
    "المسمى الوظيفي",
    "الوظيفة",
];

/// Does the label name the title of the position?
pub(super) fn is_label(label: &str) -> bool {
    LABELS.contains(&label)
}

pub(crate) fn find(turn: &Turn, lines: &[Line<'_>]) -> Option<ProposedUpdate> {
    let labelled = lines.iter().filter(|line| line.label.as_deref().is_some_and(is_label));
    let named = labelled.filter_map(|line| part(line.value)).next();
    let header = || {
        lines
            .iter()
            .take(HEADER)
            .filter(|line| !is_item(line) && line.label.as_deref().is_none_or(|label| !names_a_term(label)))
            .filter_map(|line| part(line.text))
            .find(|part| names_people(part))
    };
    let first = || {
        let line = lines.first().filter(|line| !line.is_heading && !is_item(line) && line.label.is_none())?;
        part(line.text).filter(|part| part.split_whitespace().count() <= 5)
    };
    let text = named.or_else(header).or_else(|| sought(lines)).or_else(first)?;
    let title = cased(text, turn.language);
    let end = turn.message.find(text).map(|at| at + text.len());
    let marker = end.and_then(|end| title::marker_behind(&turn.message, end));
    let title = marker.map_or(title.clone(), |marker| format!("{title} {}", &turn.message[marker]));
    Some(set(Field::Title, &title, text))
}

/// Is it the label of something else: "Department"?
fn names_a_term(label: &str) -> bool {
    let others = Field::ALL.into_iter().filter(|field| *field != Field::Title && !field.is_flag());
    label.split_whitespace().count() <= 2 && others.into_iter().any(|field| names_field_in(label, field))
}

/// Is the line part of a list? "Greet visitors" is a task.
fn is_item(line: &Line<'_>) -> bool {
    line.is_bullet && matches!(line.section, Section::Tasks | Section::Profile | Section::Offer)
}

/// The title in a line: without its lead-in ("We are looking for a"), the level, and its tail ("in Nice", "(m/w/d)").
fn part(line: &str) -> Option<&str> {
    static LEAD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^.*?\b(?:(?:we(?:'re|\s+are)|now|is|are|currently)\s+(?:looking\s+for|hiring|seeking|recruiting)|we\s+need|seeks|needs|requires|wanted\s*:|hiring\s*:|wir\s+suchen(?:\s+\p{L}+\s+als)?|suchen\s+wir|sucht|gesucht\s*:|se\s+busca|buscamos|busca|contrata|(?:re)?cherche(?:nt|ons)?|recrut(?:e|ent|ons)|engage|zoekt|zoeken|cerca(?:no)?|cerchiamo|zatrudni(?:my)?\s*:?|poszukuje(?:my)?\s*:?|szuka(?:my)?|procura(?:mos)?|precisa(?:mos)?\s+de)\s+(?:(?:ab\s+sofort|zum\s+nächstmöglichen\s+zeitpunkt|an?|our|the|eine?n?|une?|una|des|son|sa|een|uma?|uno)\s+)*",
        )
    });
    static TAIL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\s*(?:[(|,@•·!?\[]|:(?:\s|$)|\s[-–—]\s|\s(?:wanted|needed|required|gesucht|to|at|for|from|with|für\s+(?:unser|die|das|den)\S*|bei|zum|zur|ab|à|chez|h/f|f/h|m/[fw]\S*|w/m\S*|\d+\s*[-–%]|\d+\s*%)(?:\s|$|[.!,])).*$",
        )
    });
    let text = &line[LEAD.find(line).map_or(0, |lead| lead.end())..];
    let text = text[..TAIL.find(text).map_or(text.len(), |tail| tail.start())].trim();
    let text = before_place(text);
    let text = without_level(text).trim_matches(|letter: char| {
        !letter.is_alphanumeric() && letter != '+' && letter != '#' && letter != '.'
    });
    let words = text.split_whitespace().count();
    (words > 0 && words <= MOST_WORDS && !text.ends_with('.')).then_some(text)
}

/// Cuts a place off: "Night Auditor in Nice", but not "Lecturer in Marine Biology".
fn before_place(text: &str) -> &str {
    let ours = |rest: &str| {
        ["our", "the", "a", "an", "unser", "der", "dem"]
            .iter()
            .any(|word| rest.starts_with(&format!("{word} ")))
    };
    let is_place = |rest: &str| {
        sentences(&format!("in {rest}")).iter().any(|sentence| place::named_in(sentence).is_some())
            || ours(rest)
    };
    text.match_indices(" in ")
        .find(|(at, word)| is_place(&text[at + word.len()..]))
        .map_or(text, |(at, _)| &text[..at])
}

/// The title without a leading level; a level alone stays.
fn without_level(text: &str) -> &str {
    match text.split_once(' ') {
        Some((first, rest)) if level::is_level(&first.to_lowercase()) && !rest.is_empty() => {
            rest.trim_start()
        }
        _ => text,
    }
}

fn names_people(text: &str) -> bool {
    sentences(text).iter().any(|sentence| {
        (0..sentence.words.len()).any(|at| title::names_people(sentence, at))
            && work_type::find(sentence).is_none_or(|_| sentence.words.len() > 2)
    })
}

/// The title in a sentence further down: "we are looking for a warm and organized coordinator".
fn sought<'a>(lines: &[Line<'a>]) -> Option<&'a str> {
    let seeks = |sentence: &&Sentence<'_>| {
        sentence.has_any(
            0..sentence.words.len(),
            &[
                "looking",
                "seeking",
                "hiring",
                "need",
                "suchen",
                "sucht",
                "recherchons",
                "recrute",
                "buscamos",
                "busca",
            ],
        )
    };
    let all = lines.iter().flat_map(|line| &line.sentences);
    all.filter(seeks).find_map(title::first_in)
}

/// Writes a title in capitals like others.
fn cased(text: &str, language: Language) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    if letters > 4 && text == text.to_uppercase() {
        return title_cased(&text.to_lowercase(), language);
    }
    title_cased(text, language)
}
