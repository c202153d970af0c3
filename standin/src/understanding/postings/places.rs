//! Finds the location of an ad: labelled, in one of the first lines, or the first place in the text.

use job_post::{Field, ProposedUpdate};

use crate::{
    text::{casing::capitalized, gazetteer, sentences::sentences},
    understanding::{
        place,
        postings::lines::{HEADER, Line, Section},
        updates::set,
        work_type,
    },
};

/// How many lines at the top may hold a bare place, beside title and company.
const TOP: usize = 4;

const LABELS: &[&str] = &[
    "location",
    "job location",
    "work location",
    "where",
    "place of work",
    "place",
    "city",
    "office",
    "standort",
    "arbeitsort",
    "einsatzort",
    "dienstort",
    "ort",
    "dienstsitz",
    "lieu",
    "lieu de travail",
    "localisation",
    "ville",
    "ubicación",
    "lugar",
    "lugar de trabajo",
    "ciudad",
    "zona de trabajo",
    "zona",
    "localidad",
    "based in",
    "workplace",
    "sede",
];

pub(crate) fn find(lines: &[Line<'_>]) -> Option<ProposedUpdate> {
    let mut labelled =
        lines.iter().filter(|line| line.label.as_deref().is_some_and(|label| LABELS.contains(&label)));
    let labelled = labelled.find_map(|line| labelled_place(line.value));
    let in_lines = |wanted: &dyn Fn(usize, &Line<'_>) -> bool| {
        let chosen = lines.iter().enumerate().filter(|(at, line)| wanted(*at, line)).map(|(_, line)| line);
        chosen.flat_map(|line| &line.sentences).find_map(place::named_in).map(str::to_owned)
    };
    let top = || {
        let lines = lines.iter().take(TOP).flat_map(|line| &line.sentences);
        lines
            .filter_map(|sentence| place::named_in(sentence).or_else(|| gazetteer::alone(sentence)))
            .map(str::to_owned)
            .next()
    };
    let ours = |line: &Line<'_>| line.section == Section::Company;
    let header = || in_lines(&|at, line| at < HEADER && line.section != Section::Offer && !ours(line));
    let body =
        || in_lines(&|_, line| !matches!(line.section, Section::Offer | Section::Profile) && !ours(line));
    let name = labelled
        .or_else(top)
        .or_else(header)
        .or_else(body)
        .or_else(|| in_lines(&|_, line| ours(line)))
        .or_else(|| origin(lines))?;
    Some(set(Field::Location, &capitalized(&name), &name))
}

/// The company's place: "The joinery Brinkmann from Oldenburg".
fn origin(lines: &[Line<'_>]) -> Option<String> {
    let all = lines.iter().take(HEADER).flat_map(|line| &line.sentences);
    all.filter_map(|sentence| gazetteer::origin(sentence)).map(str::to_owned).next()
}

/// The text after "Location:", without post codes, brackets and the work type.
fn labelled_place(value: &str) -> Option<String> {
    let text = value.split(['(', '|', ';', '·', '•']).next().unwrap_or_default();
    let parts = text.split(['/', ',']).map(str::trim).filter(|part| !part.is_empty());
    let parts =
        parts.filter(|part| !sentences(part).iter().any(|sentence| work_type::find(sentence).is_some()));
    let parts: Vec<String> = parts.take(3).map(without_code).filter(|part| !part.is_empty()).collect();
    let name = parts.join(", ");
    let words = name.split_whitespace().count();
    (words > 0 && words <= 7 && name.starts_with(|first: char| !first.is_lowercase())).then_some(name)
}

/// "Reno 89506" and "33602 Bielefeld" without the number.
fn without_code(part: &str) -> String {
    part.split_whitespace()
        .filter(|word| !word.contains(|letter: char| letter.is_ascii_digit()))
        .collect::<Vec<_>>()
        .join(" ")
}
