//! Reads days that a post names: "2026-12-15", "15 December", "December 15th, 2026", "15.12.", "le 3 janvier".

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Datelike as _, NaiveDate};
use regex::Regex;

use crate::language::list_file;
use crate::language::word_forms::plain;
use crate::language::words::pattern;

/// The months by their names, in plain form.
static MONTHS: LazyLock<HashMap<String, u32>> =
    LazyLock::new(|| named().map(|(number, name)| (plain(name), number)).collect());

fn named() -> impl Iterator<Item = (u32, &'static str)> {
    let months = list_file::named(include_str!("../../data/months.txt"));
    let months = months.filter_map(|(number, names)| Some((number.parse().ok()?, names)));
    months.flat_map(|(number, names)| names.split(", ").map(move |name| (number, name)))
}

/// The names of the months in all languages of the product.
pub fn month_names() -> impl Iterator<Item = &'static str> {
    named().map(|(_, name)| name)
}

/// The one day that the text means; `None` if it names none, or several. Without a year it is the next such day.
///
/// "03/04" is a day in March or in April, so it means none.
pub(crate) fn read(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let mut days = found(text, today);
    days.dedup();
    match &*days {
        [day] => Some(*day),
        _ => None,
    }
}

fn found(text: &str, today: NaiveDate) -> Vec<NaiveDate> {
    static ISO: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b"));
    static DAY_FIRST: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"\b(\d{1,2})(?:\.\s?|st|nd|rd|th|er|º|ª)?\s*(?:of\s+|de\s+)?(\p{L}{3,})\.?,?\s*(?:de\s+)?(\d{4})?\b",
        )
    });
    static MONTH_FIRST: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"\b(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s*(\d{4})\b)?"));
    static NUMERIC: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"\b(\d{1,2})([./])(\d{1,2})(?:[./](\d{4}|\d{2})?)?"));
    let number = |text: Option<regex::Match<'_>>| text.and_then(|text| text.as_str().parse::<u32>().ok());
    let month = |text: Option<regex::Match<'_>>| MONTHS.get(&plain(text?.as_str())).copied();
    let mut days = Vec::new();
    for found in ISO.captures_iter(text) {
        days.extend(day(number(found.get(1)), number(found.get(2)), number(found.get(3)), today));
    }
    if !days.is_empty() {
        return days;
    }
    for found in DAY_FIRST.captures_iter(text) {
        days.extend(day(number(found.get(3)), month(found.get(2)), number(found.get(1)), today));
    }
    for found in MONTH_FIRST.captures_iter(text) {
        days.extend(day(number(found.get(3)), month(found.get(1)), number(found.get(2)), today));
    }
    if !days.is_empty() {
        return days;
    }
    for found in NUMERIC.captures_iter(text) {
        let (first, second) = (number(found.get(1)), number(found.get(3)));
        let with_dots = found.get(2).is_some_and(|sign| sign.as_str() == ".");
        let year = number(found.get(4)).map(|year| if year < 100 { 2000 + year } else { year });
        let (in_days, in_months) = (first > Some(12), second > Some(12));
        if with_dots || in_days || first == second {
            days.extend(day(year, second, first, today));
        } else if in_months {
            days.extend(day(year, first, second, today));
        }
    }
    days
}

/// The day, in this or the next year unless the year is known.
fn day(year: Option<u32>, month: Option<u32>, day: Option<u32>, today: NaiveDate) -> Option<NaiveDate> {
    let of = |year: i32| NaiveDate::from_ymd_opt(year, month?, day?);
    match year {
        Some(year) => of(i32::try_from(year).ok()?),
        None => of(today.year()).filter(|day| *day >= today).or_else(|| of(today.year() + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_many_forms() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();
        let read = |text: &str| read(text, today).map(|day| day.to_string()).unwrap_or_default();
        for (text, day) in [
            ("2026-12-15", "2026-12-15"),
            ("15 December", "2026-12-15"),
            ("the 15th of December 2026", "2026-12-15"),
            ("December 15th, 2026", "2026-12-15"),
            ("by Dec 15", "2026-12-15"),
            ("bis 15.12.", "2026-12-15"),
            ("bis zum 15. Dezember", "2026-12-15"),
            ("1.3.2027", "2027-03-01"),
            ("01.03.27", "2027-03-01"),
            ("March 1st", "2027-03-01"),
            ("le 1er mars", "2027-03-01"),
            ("3 janvier 2027", "2027-01-03"),
            ("1 de marzo", "2027-03-01"),
            ("1 de março de 2027", "2027-03-01"),
            ("1 marzo 2027", "2027-03-01"),
            ("1 maart", "2027-03-01"),
            ("1 marca 2027", "2027-03-01"),
            ("15/12/2026", "2026-12-15"),
            ("12/15/2026", "2026-12-15"),
            ("١ مارس", ""),
            ("03/04/2027", ""),
            ("as soon as possible", ""),
            ("in 3 weeks", ""),
            ("March", ""),
            ("between 1 March and 1 April", ""),
            ("31 February", ""),
        ] {
            assert_eq!(read(text), day, "{text}");
        }
    }
}
