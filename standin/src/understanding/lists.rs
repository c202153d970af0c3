//! Reads tasks, requirements, benefits and the description where the message labels them.

use std::{ops::Range, sync::LazyLock};

use job_post::{Field, ProposedUpdate};
use regex::Regex;

use crate::{
    text::{
        items,
        sentences::{Sentence, pattern},
        vocabulary::SKILLS,
    },
    turn::Turn,
    understanding::{
        acts,
        statements::{self, Found},
        updates::{add, set},
    },
};

/// The lists of a sentence. `title` is the range of the title in the message: its words are no item.
pub(crate) fn find(turn: &Turn, sentence: &Sentence<'_>, title: &Range<usize>) -> Found {
    if sentence.is_question || !acts::removal(sentence).is_empty() {
        return Found::default();
    }
    if let Some((field, list)) = labelled(sentence.text()) {
        let is_whole = field != Field::Requirements;
        return Found { updates: of(field, list), is_whole };
    }
    let mut found = statements::find(turn, sentence, title);
    let is_new =
        |text: &&str| !found.updates.iter().any(|it| text.contains(&it.value) || it.value.contains(text));
    let required = required(sentence).filter(is_new).map(|text| add(Field::Requirements, text, text));
    found.updates.extend(required);
    found
}

fn of(field: Field, list: &str) -> Vec<ProposedUpdate> {
    if field == Field::Description {
        return vec![set(field, list, list)];
    }
    let named = |item: &str| statements::items::names(Field::Requirements, item);
    let items = items::phrases(list).into_iter().flat_map(|item| match field {
        Field::Benefits => statements::items::parts(item),
        _ => vec![item],
    });
    // A licence is a requirement, even one that the skills list.
    items
        .filter(|item| field != Field::Requirements || !SKILLS.has(item) || named(item))
        .map(|item| add(field, item, item))
        .collect()
}

fn labelled(text: &str) -> Option<(Field, &str)> {
    static LABELS: LazyLock<[(Field, Regex); 4]> = LazyLock::new(|| {
        let label = |words: &str, phrases: &str| {
            pattern(&format!(
                r"(?is)(?:\b(?:{words})(?:\s+(?:are|include|includes|will\s+be|would\s+be|is|sind|umfassen|sont|seront|son|serán|هي))?\s*[:–]\s*|\b(?:{words})\s+(?:are|include|will\s+be|sind|umfassen|sont|seront|son|serán|هي)\s+|\b(?:{phrases})\s*:?\s+)(.+)"
            ))
        };
        [
            (
                Field::Responsibilities,
                label(
                    "tasks|responsibilities|responsibility|duties|day[- ]to[- ]day|aufgaben|aufgabe|tätigkeiten|verantwortlichkeiten|missions|tâches|responsabilités|funciones|tareas|responsabilidades|tarefas|atividades|mansioni|compiti|werkzaamheden|obowiązki|zadania|(?:ال)?مهام|(?:ال)?مسؤوليات",
                    r"responsible\s+for|in\s+charge\s+of|(?:role|job)\s+involves|zuständig\s+für|verantwortlich\s+für|chargée?\s+de|se\s+encargará\s+de|مسؤول\s+عن",
                ),
            ),
            (
                Field::Requirements,
                label(
                    "requirements|requirement|qualifications|must[- ]haves?|anforderungen|anforderung|voraussetzungen|qualifikationen|profil|exigences|prérequis|requisitos|requisiti|eisen|vereisten|functie-eisen|wymagania|(?:ال)?متطلبات|(?:ال)?شروط",
                    r"add\s+(?:a|the|as\s+a)\s+requirement(?:\s+(?:that|of|for))?",
                ),
            ),
            (
                Field::Benefits,
                label(
                    "benefits|benefit|perks|vorteile|zusatzleistungen|leistungen|avantages|beneficios|ventajas|prestaciones|benefícios|vantagens|vantaggi|arbeidsvoorwaarden|voordelen|benefity|(?:ال)?مزايا",
                    r"what\s+we\s+offer|add\s+(?:a|the|as\s+a)\s+(?:benefit|perk)(?:\s+of)?",
                ),
            ),
            (
                Field::Description,
                label(
                    "description|job\\s+description|beschreibung|stellenbeschreibung|descriptif|descripción|descrição|descrizione|omschrijving|(?:ال)?وصف|about\\s+the\\s+(?:role|job)",
                    r"describe\s+it\s+as",
                ),
            ),
        ]
    });
    LABELS.iter().find_map(|(field, label)| Some((*field, label.captures(text)?.get(1)?.as_str())))
}

/// A degree, a certificate or a language. Naming one makes it a requirement.
fn required<'a>(sentence: &Sentence<'a>) -> Option<&'a str> {
    static REQUIRED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)\b(?:bachelor\S*|master's|masters|phd|doctorate|degree|diploma|certified|certification|licen[cs]ed|hochschulabschluss|studium|abgeschlossene\s+\w+|ausbildung\s+(?:als|zum|zur)",
            r"|(?:fluent|native|fließend\w*|verhandlungssicher\w*)\s+(?:in\s+)?(?-i:\p{Lu})\p{L}+|(?-i:\p{Lu})\p{L}+\s+(?:fließend|fluent(?:ly)?|fluency|native|verhandlungssicher|is\s+required|speaker)",
            r"|(?:English|Norwegian|Swedish|Danish|Finnish|Turkish|Russian|Ukrainian|Czech|Greek|Hebrew|Hindi|Korean|German|French|Spanish|Italian|Dutch|Polish|Portuguese|Arabic|Mandarin|Japanese|Englisch|Deutsch|Französisch)\b.*\b(?:required|needed|mandatory|must|erforderlich|pflicht))\b",
        ))
    });
    static EXPERIENCE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)\b(?:experience\s+(?:with|in|as)|erfahrung\s+(?:mit|in|im|als))\s+\p{L}")
    });
    let text = sentence.text();
    let is_new = SKILLS.find(sentence).is_empty() && !text.contains(|c: char| c.is_numeric());
    let named = REQUIRED.find(text).or_else(|| EXPERIENCE.find(text).filter(|_| is_new))?;
    let at = sentence.text_start() + named.start();
    let word = sentence.words.iter().position(|word| word.at.end > at)?;
    let clause = sentence.span(sentence.clause_of(word));
    (!statements::is_negated(clause)).then_some(clause)
}
