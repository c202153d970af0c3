//! Reads how to apply: an e-mail address, a telephone number or a page, with the channel and the person around it.

use std::{ops::Range, sync::LazyLock};

use job_post::{Field, ProposedUpdate};
use regex::Regex;

use crate::{
    text::{
        phrase_lists::PhraseLists,
        sentences::{Sentence, pattern},
    },
    understanding::updates::set,
};

/// Words around an address, by what they say.
static WORDS: LazyLock<PhraseLists> =
    LazyLock::new(|| PhraseLists::of(include_str!("../../data/lists/applications.txt")));

/// Fewest digits of a telephone number.
const DIGITS: usize = 8;
/// Most words of a clause that only leads to the address behind it: "bewerbung an Frau Hölzl".
const LEAD: usize = 9;
/// Longest text in characters.
const LONGEST: usize = 200;

/// The update that holds all addresses of a sentence. `known` is what the patterns of terms found.
pub(crate) fn find(sentence: &Sentence<'_>, known: &[ProposedUpdate]) -> Option<ProposedUpdate> {
    let words = span(sentence)?;
    let text = sentence.span(words.clone());
    let text = with_ending(sentence, text);
    if text.chars().count() > LONGEST {
        return None;
    }
    let is_whole = |it: &ProposedUpdate| {
        matches!(it.field, Field::HowToApply | Field::Contact)
            && addresses(text).all(|at| it.value.contains(&text[at]))
    };
    let applies = WORDS.has("apply", sentence, words);
    if known.iter().any(|it| is_whole(it) && (it.field == Field::HowToApply || !applies)) {
        return None;
    }
    let is_other = |it: &ProposedUpdate| it.field == Field::HowToApply && !text.contains(&it.value);
    let is_contact = !applies && known.iter().any(is_other);
    let field = if is_contact { Field::Contact } else { Field::HowToApply };
    Some(set(field, text, text))
}

/// The way to apply with the document before it: "brief + cv naar …", "Foto brauchts nicht, nur CV an …".
pub(crate) fn with_documents<'a>(text: &'a str, way: &'a str) -> &'a str {
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)\b(?:(?:motivatie|sollicitatie)?brief|motivationsschreiben|anschreiben|lebenslauf|cover\s+letter|letter|lettre(?:\s+de\s+motivation)?|carta(?:\s+de\s+(?:presentación|apresentação|motivación))?",
            r"|lettera(?:\s+di\s+presentazione)?|list\s+motywacyjny|photo|foto|portfolio)\s*(?:\+|&|,|and|und|et|y|e|en|i)\s*$",
            r"|\b(?:(?:bewerbungs)?foto|anschreiben|photo|cover\s+letter|lettre\s+de\s+motivation|carta\s+de\s+presentación)\s+(?:braucht?['’]?s|brauchts|braucht\s+es|ist|isn['’]t|is|n['’]est|no|nie|non|niet)\s+(?:nicht|not|pas|niet|hace|è|jest|needed|nodig)?(?:\s+(?:nötig|notwendig|needed|necessary|nécessaire|falta|nodig|potrzebne))?\s*,\s*$",
        ))
    });
    let Some(start) = text.find(way).filter(|_| !way.is_empty()) else { return way };
    let before = BEFORE.find(&text[..start]).map_or(start, |found| found.start());
    &text[before..start + way.len()]
}

/// Does the text hold an e-mail address, a telephone number or the address of a page?
pub(crate) fn has_address(text: &str) -> bool {
    addresses(text).next().is_some()
}

/// Does the clause say how to apply without an address: "postuler en personne", "passare in pizzeria"?
pub(crate) fn is_way(sentence: &Sentence<'_>) -> bool {
    WORDS.begins("way", sentence, 0)
}

fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|\bwww\.\S+|\b[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|org|net|info|jobs|example|eu|de|at|ch|fr|be|ca|qc|es|mx|ar|cl|co|br|pt|it|nl|pl|uk|ie|au|nz|us|io|ae|sa|eg|test)(?:/[^\s,;)]*)?\b|(?:\+|\b|\()[0-9][0-9 ()/.-]{6,18}[0-9]\b",
        )
    });
    let is_address = |at: &Range<usize>| {
        let found = &text[at.clone()];
        let digits = found.chars().filter(char::is_ascii_digit).count();
        found.contains(char::is_alphabetic) || (digits >= DIGITS && !is_amounts(found))
    };
    ADDRESS.find_iter(text).map(|found| found.range()).filter(is_address).collect::<Vec<_>>().into_iter()
}

/// "1.350.000", "2025-06-12" and "12.06.2025 - 30" are no telephone numbers.
fn is_amounts(text: &str) -> bool {
    static OTHER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^\d{1,3}(?:[. ]000)+$|^\d{1,3}(?:[.,]\d{3})+$|\b\d{1,2}[./]\d{1,2}[./](?:20)?\d\d\b|\b(?:19|20)\d\d-\d\d\b|\b\d{1,3}[. ]\d{3} ?- ?\d{1,3}[. ]\d{3}\b|^\d+[.,]?\d* ?- ?\d+[.,]?\d*$",
        )
    });
    OTHER.is_match(text)
}

/// The words from the clause of the first address to the clause of the last one, with the clauses that belong to them.
fn span(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    let text = sentence.text();
    let from = sentence.text_start();
    let words: Vec<Range<usize>> =
        addresses(text).map(|at| words_of(sentence, from + at.start..from + at.end)).collect();
    let mut start = sentence.clause_of(words.first()?.start).start;
    let mut end = sentence.clause_of(words.last()?.end.checked_sub(1)?).end;
    if words.iter().map(ExactSizeIterator::len).sum::<usize>() + 1 >= end - start
        && let Some(before) = sentence.clauses.iter().rfind(|clause| clause.end <= start)
        && before.len() <= LEAD
        && (WORDS.has("apply", sentence, before.clone()) || WORDS.has("person", sentence, before.clone()))
    {
        start = before.start;
    }
    while let Some(next) = sentence.clauses.iter().find(|clause| clause.start == end)
        && next.len() <= LEAD
        && (WORDS.begins("person", sentence, end) || WORDS.begins("channel", sentence, end))
    {
        end = next.end;
    }
    // "CDI, début 3 mars" is another clause; "… and we have a cat" another statement in the same one.
    let stop = (words.last()?.end..end).find(|at| WORDS.begins("stop", sentence, *at));
    Some(start..stop.unwrap_or(end))
}

fn words_of(sentence: &Sentence<'_>, at: Range<usize>) -> Range<usize> {
    let start = sentence.words.partition_point(|word| word.at.end <= at.start);
    let end = sentence.words.partition_point(|word| word.at.start < at.end);
    start..end.max(start + 1).min(sentence.words.len())
}

/// The last word of an address may have signs that are no letters: "example.org/jobs/".
fn with_ending<'a>(sentence: &Sentence<'a>, text: &'a str) -> &'a str {
    let whole = sentence.text();
    let Some(start) = whole.find(text) else { return text };
    let last = addresses(whole).map(|at| at.end).filter(|end| *end > start).last().unwrap_or(start);
    let end = last.max(start + text.len());
    whole.get(start..end).unwrap_or(text).trim_end_matches(['.', ',', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sentences::sentences;

    #[test]
    fn an_address_is_read_with_its_channel_and_its_person() {
        for (text, expected) in [
            ("to apply phone Denise on 01632 960182", "to apply phone Denise on 01632 960182"),
            (
                "text Mick to apply 0491 570 156, no calls pls",
                "text Mick to apply 0491 570 156, no calls pls",
            ),
            (
                "Bewerbung an Herrn Hofstätter, office@holz.example",
                "Bewerbung an Herrn Hofstätter, office@holz.example",
            ),
            ("sms au 06 39 98 12 45, début lundi 4 mai", "sms au 06 39 98 12 45"),
            ("q manden whatsapp al 442 555 0143", "q manden whatsapp al 442 555 0143"),
            ("Inizio 1° giugno, cv su lepontica.example/lavoro", "cv su lepontica.example/lavoro"),
            ("app naar Sietske 06 5550 0147, per direct", "app naar Sietske 06 5550 0147"),
            ("telefon 71 555 01 38 pan Marek", "telefon 71 555 01 38 pan Marek"),
            ("التقديم واتساب 0555550126", "التقديم واتساب 0555550126"),
        ] {
            let found = find(&sentences(text)[0], &[]).map(|update| update.value);
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_letter_beside_the_cv_is_asked_for_too() {
        for (text, way, whole) in [
            (
                "solliciteren: brief + cv naar a@b.example",
                "cv naar a@b.example",
                "brief + cv naar a@b.example",
            ),
            (
                "lettre de motivation et CV à a@b.example",
                "CV à a@b.example",
                "lettre de motivation et CV à a@b.example",
            ),
            (
                "Bewerbungsfoto brauchts nicht, nur CV an a@b.example",
                "nur CV an a@b.example",
                "Bewerbungsfoto brauchts nicht, nur CV an a@b.example",
            ),
            ("start in May, cv to a@b.example", "cv to a@b.example", "cv to a@b.example"),
        ] {
            assert_eq!(with_documents(text, way), whole);
        }
    }

    #[test]
    fn amounts_and_days_are_no_addresses() {
        for text in [
            "1.350.000 pesos por mes",
            "CHF 98'000-112'000",
            "from 12.06.2025 - 30.06.2025",
            "14,200 to 16,500",
            "12,500 no 11,500",
        ] {
            assert!(!has_address(text), "{text}");
        }
    }
}
