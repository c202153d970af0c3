//! Reads pay periods: "a year", "/h", "monthly", "im Jahr".

use crate::SalaryPeriod;
use crate::SalaryPeriod::{Day, Hour, Month, Week, Year};
use crate::money::lists::{List, meaning};
use crate::money::token::Token;

fn unit(word: &str) -> Option<SalaryPeriod> {
    const UNITS: [(List, SalaryPeriod); 5] =
        [(List::Hour, Hour), (List::Day, Day), (List::Week, Week), (List::Month, Month), (List::Year, Year)];
    meaning(word, &UNITS)
}

/// The period of an adverb or adjective like "monthly".
pub(crate) fn adverb(word: &str) -> Option<SalaryPeriod> {
    const ADVERBS: [(List, SalaryPeriod); 5] = [
        (List::Hourly, Hour),
        (List::Daily, Day),
        (List::Weekly, Week),
        (List::Monthly, Month),
        (List::Yearly, Year),
    ];
    meaning(word, &ADVERBS).or_else(|| compound(word))
}

/// The period within a German compound: "Jahresbruttogehalt", "Bruttomonatslohn".
fn compound(word: &str) -> Option<SalaryPeriod> {
    let is_pay = ["gehalt", "brutto", "lohn", "einkommen", "verdienst", "entgelt"]
        .iter()
        .any(|end| word.ends_with(end));
    let periods = [("jahres", Year), ("monats", Month), ("wochen", Week), ("stunden", Hour)];
    periods.into_iter().find(|(part, _)| is_pay && word.contains(part)).map(|(_, period)| period)
}

/// Reads a period at token `at`: "/h", "per hour", "a year", "p.a.", "monthly". Returns it and the next token.
pub(crate) fn period_at(tokens: &[Token], at: usize) -> Option<(SalaryPeriod, usize)> {
    let token = tokens.get(at)?;
    if let Some(period) = token.word().and_then(adverb) {
        return Some((period, at + 1));
    }
    if token.is_word(&["p"]) {
        return dotted(tokens, at);
    }
    // "بالشهر", "للساعة": the Arabic "in the" and "for the" are written together with the unit.
    if let Some(period) =
        token.word().and_then(|word| unit(word.strip_prefix("بال").or_else(|| word.strip_prefix("لل"))?))
    {
        return Some((period, at + 1));
    }
    if token.is_sign(&['/']) || token.is_in(List::Per) {
        let after = skip_articles(tokens, at + 1);
        let word = tokens.get(after)?.word()?;
        let period = if word == "an" && (token.is_word(&["par"]) || token.is_sign(&['/'])) {
            Year
        } else {
            unit(word).or_else(|| adverb(word))?
        };
        let dot = tokens.get(after + 1).is_some_and(|next| {
            next.glued && next.is_sign(&['.']) && tokens[after].is_word(&["hr", "yr", "mo", "std", "wk"])
        });
        return Some((period, after + 1 + usize::from(dot)));
    }
    None
}

/// Skips an article: "in the year", "in der Stunde".
fn skip_articles(tokens: &[Token], at: usize) -> usize {
    let more = tokens.get(at).is_some_and(|token| token.is_in(List::PerArticle));
    at + usize::from(more)
}

/// Reads an abbreviation: "p.a.", "p. a.", "p.m.", "p.h."
fn dotted(tokens: &[Token], at: usize) -> Option<(SalaryPeriod, usize)> {
    if !tokens.get(at + 1)?.is_sign(&['.', '/']) {
        return None;
    }
    let period = match tokens.get(at + 2)?.word()? {
        "a" => Year,
        "m" => Month,
        "h" => Hour,
        "d" => Day,
        "w" => Week,
        _ => return None,
    };
    let dot = tokens.get(at + 3).is_some_and(|token| token.glued && token.is_sign(&['.']));
    Some((period, at + 3 + usize::from(dot)))
}

/// The period before an amount in the same sentence: "annual salary: 80,000", "hourly rate of 25".
pub(crate) fn period_before(tokens: &[Token], at: usize) -> Option<SalaryPeriod> {
    tokens[..at]
        .iter()
        .rev()
        .take(6)
        .take_while(|token| !token.is_sign(&['.', ';', '!', '?', '\n']))
        .filter_map(Token::word)
        .filter(|word| !matches!(*word, "pm" | "pa" | "pd" | "daily" | "weekly"))
        .find_map(adverb)
}
