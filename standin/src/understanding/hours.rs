//! What belongs to the hours beside their figures: "im Wechsel", "(4x10)", "geht auch"; the workload behind the title; and
//! opening hours, which are none of a post.

use std::{ops::Range, sync::LazyLock};

use job_post::{Field, ProposedUpdate};
use regex::Regex;

use crate::{
    text::sentences::{Sentence, pattern},
    turn::Turn,
    understanding::updates::{add, remove},
};

/// The end of the hours with the words behind them that say how: in turns, or as another possibility.
pub(super) fn end_of(text: &str, end: usize) -> usize {
    static TAIL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)^(?:\s*\(\d{1,2}\s?[x×]\s?\d{1,2}(?:\s?h\p{L}*)?\)",
            r"|\s+(?:im\s+wechsel|abwechselnd|en\s+alternance|a\s+turnos?|alterna(?:ti|dos|das)|rotativos?|afwisselend|om\s+en\s+om|na\s+zmianę|on\s+rotation)\b",
            r"|\s+(?:(?:geht|gehen)\s+(?:aber\s+)?auch(?:\s+möglich)?|(?:ist|sind)\s+(?:aber\s+)?auch\s+möglich|(?:is|are)\s+(?:also\s+)?(?:possible|fine|okay)(?:\s+too)?",
            r"|(?:est|sont)\s+(?:aussi\s+)?possibles?(?:\s+aussi)?|possibles?\s+aussi|también\s+(?:es\s+posible|puede\s+ser|vale)|também\s+(?:é\s+possível|serve)",
            r"|va\s+bene\s+anche|anche\s+possibile|kan\s+(?:ook|eventueel)|mag\s+ook|też\s+(?:możliwe|może\s+być))\b)",
        ))
    });
    text.get(end..).and_then(|rest| TAIL.find(rest)).map_or(end, |tail| end + tail.end())
}

/// Are these the hours in which a shop is open: "offen ist 6.45 bis 18.15"?
pub(super) fn are_of_opening(text: &str, at: &Range<usize>) -> bool {
    static OPEN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:offen|geöffnet|öffnungszeiten|(?:we|shop|store|caf[eé]|restaurant|practice|nursery)(?:['’]re|\s+are|\s+is)?\s+open|opening\s+(?:hours|times)|opens?\s+(?:at|from)|(?:on|nous|magasin|boutique)\s+(?:est\s+)?ouv(?:re|rons|ert\p{L}*)|horaires?\s+d['’]ouverture|abrimos|abierto|abre|horario\s+de\s+apertura|aberto|horário\s+de\s+funcionamento|apriamo|aperti|aperto|orari\s+di\s+apertura|geopend|openingstijden|otwarte|otwieramy|godziny\s+otwarcia)\b|مفتوح",
        )
    });
    let has_figure = text[at.clone()].contains(|sign: char| sign.is_numeric());
    let start = text[..at.start].rfind([',', ';', '(']).map_or(0, |mark| mark + 1);
    let end = text[at.end..].find([',', ';', ')']).map_or(text.len(), |mark| at.end + mark);
    has_figure && OPEN.is_match(&text[start..end])
}

/// "Fachperson Betreuung 80%", "impiegata al 60%": a percentage behind the title is the workload.
pub(super) fn workload(sentence: &Sentence<'_>, title: &Range<usize>) -> Option<ProposedUpdate> {
    static WORKLOAD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^\s*[,(–-]?\s*(?:\((?:[mwdfha]/){1,2}[mwdfhx]\)\s*,?\s*)?(?:(?:al|à|a|zu|at|mit|im|pensum|ca\.?|von|grado\s+di\s+occupazione|taux)\s+)*(\d{2,3}(?:\s?[-–]\s?\d{2,3})?\s?%)\s*(\p{L}*)",
        )
    });
    const OTHERS: &[&str] = &[
        "commission",
        "provision",
        "remote",
        "bonus",
        "travel",
        "reise",
        "reisen",
        "home",
        "homeoffice",
        "discount",
        "rabatt",
        "off",
        "comisión",
        "comissão",
        "provvigioni",
        "provvigione",
        "prowizji",
        "télétravail",
        "teletrabajo",
    ];
    let behind = title.end.checked_sub(sentence.text_start()).filter(|_| title.end > title.start)?;
    let rest = sentence.text().get(behind..)?;
    let found = WORKLOAD.captures(rest)?;
    let is_other = found.get(2).is_some_and(|next| OTHERS.contains(&&*next.as_str().to_lowercase()));
    let value = found.get(1)?.as_str();
    (!is_other).then(|| add(Field::WorkingHours, value, value))
}

/// The days of the week in their short forms, in order; and what says that one is added.
static SHORT_DAYS: [&[&str]; 6] = [
    &["ma", "di", "wo", "do", "vr", "za", "zo"],
    &["mo", "di", "mi", "do", "fr", "sa", "so"],
    &["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    &["lun", "mar", "mer", "jeu", "ven", "sam", "dim"],
    &["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    &["pon", "wt", "śr", "czw", "pt", "sob", "nd"],
];

/// "Di ook even", "Friday too": adds a day to the days of the post.
pub(super) fn added_day(turn: &Turn, sentence: &Sentence<'_>) -> Vec<ProposedUpdate> {
    const ALSO: &[&str] = &["ook", "auch", "too", "also", "aussi", "también", "também", "anche", "też"];
    const LONGEST: usize = 4;
    let is_also = |words: &Range<usize>| words.len() <= LONGEST && sentence.has_any(words.clone(), ALSO);
    for clause in sentence.clauses.iter().filter(|clause| is_also(clause)) {
        let days = clause.clone().filter_map(|at| day_of(sentence.lower(at)));
        let days: Vec<(usize, usize)> = days.collect();
        let [(list, day)] = *days else { continue };
        for item in turn.list(Field::WorkingHours.as_str()) {
            if let Some(longer) = with_day(item, list, day) {
                let quote = sentence.span(clause.clone());
                return vec![
                    remove(Field::WorkingHours, item, quote),
                    add(Field::WorkingHours, &longer, quote),
                ];
            }
        }
    }
    Vec::new()
}

/// The list of the day, and its place in it.
fn day_of(word: &str) -> Option<(usize, usize)> {
    let found = |(list, days): (usize, &&[&str])| Some((list, days.iter().position(|day| *day == word)?));
    SHORT_DAYS.iter().enumerate().find_map(found)
}

/// The item with the day at its place, if it is a list of days without it.
fn with_day(item: &str, list: usize, day: usize) -> Option<String> {
    // "Di" is Dutch and German: the other days of the item decide.
    let name = SHORT_DAYS[list][day];
    let lists = SHORT_DAYS.iter().filter(|days| days.contains(&name));
    let (days, words) = lists.into_iter().find_map(|days| {
        let words: Vec<&str> = item.split([' ', ',', '/']).filter(|word| !word.is_empty()).collect();
        let known = words.iter().all(|word| days.contains(&&*word.to_lowercase()));
        (known && words.len() > 1).then_some((days, words))
    })?;
    let place = |word: &str| days.iter().position(|day| *day == word.to_lowercase()).unwrap_or_default();
    let own = days.iter().position(|day| *day == name)?;
    if words.iter().any(|word| place(word) == own) {
        return None;
    }
    let at = words.iter().position(|word| place(word) > own).unwrap_or(words.len());
    let mut all = words;
    all.insert(at, name);
    Some(all.join(if item.contains(',') { ", " } else { " " }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_takes_its_place_in_the_week() {
        for (item, day, expected) in [
            ("ma wo vr", "di", Some("ma di wo vr")),
            ("Mo, Mi", "fr", Some("Mo, Mi, fr")),
            ("ma wo vr", "wo", None),
            ("24 uur", "di", None),
        ] {
            let (list, at) = day_of(day).unwrap();
            assert_eq!(with_day(item, list, at).as_deref(), expected, "{item} {day}");
        }
    }

    #[test]
    fn words_behind_hours_belong_to_them() {
        for (text, end) in [
            ("Früh- und Spätdienst im Wechsel, keine Nachtdienste", "Früh- und Spätdienst im Wechsel"),
            ("32h an 4 Tagen geht aber auch", "32h an 4 Tagen geht aber auch"),
            ("mon-thu (4x10)", "mon-thu (4x10)"),
            ("20 hours a week, more is possible", "20 hours a week"),
        ] {
            let hours = ["Früh- und Spätdienst", "32h an 4 Tagen", "mon-thu", "20 hours a week"];
            let hours = hours.into_iter().find(|hours| text.starts_with(hours)).unwrap();
            assert_eq!(&text[..end_of(text, hours.len())], end);
        }
    }

    #[test]
    fn hours_in_which_a_shop_is_open_are_no_working_hours() {
        for (text, hours, are) in [
            ("Offen ist 6.45 bis 18.15", "6.45 bis 18.15", true),
            ("we are open 8am to 6pm", "8am to 6pm", true),
            ("il negozio è aperto dalle 9 alle 19", "dalle 9 alle 19", true),
            ("open-ended contract 9am to 5pm", "9am to 5pm", false),
            ("Dienst ist 6.45 bis 15.00", "6.45 bis 15.00", false),
        ] {
            let start = text.find(hours).unwrap();
            assert_eq!(are_of_opening(text, &(start..start + hours.len())), are, "{text}");
        }
    }
}
