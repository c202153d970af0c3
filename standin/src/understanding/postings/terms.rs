//! The terms of employment of an ad: after a label, or in a sentence.

use job_post::{Field, ProposedUpdate, employment_types_in, names_field_in};

use crate::text::sentences::{Sentence, sentences};
use crate::understanding::{
    postings::lines::{Line, Section},
    terms,
    updates::{add, set},
};

/// The fields that a label can name, the more particular first: "Contract start" is a start.
const LABELLED: [Field; 10] = [
    Field::ApplyBy,
    Field::StartDate,
    Field::WorkingHours,
    Field::Openings,
    Field::HowToApply,
    Field::Contact,
    Field::Languages,
    Field::Travel,
    Field::Relocation,
    Field::ContractLength,
];

/// Most words of a label.
const LABEL: usize = 4;

pub(super) fn find(lines: &[Line<'_>]) -> Vec<ProposedUpdate> {
    let mut found: Vec<ProposedUpdate> = Vec::new();
    for line in lines.iter().filter(|line| line.section != Section::Company && !line.is_heading) {
        let labelled = labelled(line);
        let in_sentences = line.sentences.iter().flat_map(|sentence| terms::find(sentence, &[], &(0..0)));
        let is_of_label = |it: &ProposedUpdate| labelled.iter().any(|known| known.field == it.field);
        let others: Vec<_> = in_sentences.filter(|it| !is_of_label(it)).collect();
        for update in labelled.iter().cloned().chain(others) {
            let is_known = |it: &ProposedUpdate| {
                it.field == update.field && (!update.field.is_list() || it.value == update.value)
            };
            if !found.iter().any(is_known) {
                found.push(update);
            }
        }
    }
    found
}

fn labelled(line: &Line<'_>) -> Vec<ProposedUpdate> {
    let Some(label) = line.label.as_deref().filter(|label| label.split_whitespace().count() <= LABEL) else {
        return Vec::new();
    };
    // "Start: 1 October. Write to us …" goes on with other things.
    let first = sentences(line.value).first().map(Sentence::text).unwrap_or_default();
    let value = first.trim_end_matches(['.', ' ']);
    match LABELLED.into_iter().find(|field| names_field_in(label, *field)) {
        // "Contract: full-time" names no contract.
        Some(Field::ContractLength) if !employment_types_in(value).is_empty() => Vec::new(),
        Some(field) if field.is_list() => {
            let items = value.split([',', ';', '/', '|']).map(str::trim).filter(|item| !item.is_empty());
            items.map(|item| add(field, item, item)).collect()
        }
        Some(field) => vec![set(field, value, value)],
        None => Vec::new(),
    }
}
