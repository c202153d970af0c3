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
        return Some((period, skip_dot(tokens, at)));
    }
    if token.is_word(&["p"])
        && let Some(found) = abbreviated(tokens, at)
    {
        return Some(found);
    }
    // "بالشهر", "للساعة": the Arabic "in the" and "for the" are written together with the unit.
    if let Some(period) =
        token.word().and_then(|word| unit(word.strip_prefix("بال").or_else(|| word.strip_prefix("لل"))?))
    {
        return Some((period, at + 1));
    }
    let after_slash = token.is_sign(&['/', '／']);
    if !after_slash && !token.is_in(List::Per) {
        return None;
    }
    // "pr. år"
    let dotted =
        tokens.get(at + 1).is_some_and(|next| next.glued && next.is_sign(&['.'])) && token.is_word(&["pr"]);
    let after = skip_articles(tokens, at + 1 + usize::from(dotted));
    let word = tokens.get(after)?.word()?;
    let short = || {
        const SHORT: [(List, SalaryPeriod); 4] = [
            (List::SlashHour, Hour),
            (List::SlashDay, Day),
            (List::SlashMonth, Month),
            (List::SlashYear, Year),
        ];
        meaning(word, &SHORT).filter(|_| after_slash)
    };
    let period = if word == "an" && (token.is_word(&["par"]) || after_slash) {
        Year
    } else {
        short().or_else(|| unit(word)).or_else(|| adverb(word))?
    };
    Some((period, skip_dot(tokens, after)))
}

/// The token after the word at `at` and after the dot of its abbreviation.
fn skip_dot(tokens: &[Token], at: usize) -> usize {
    let dot = tokens.get(at + 1).is_some_and(|next| next.glued && next.is_sign(&['.']));
    at + 1 + usize::from(dot && tokens[at].is_in(List::Abbreviation))
}

/// The period behind an amount. Here "pm" is no time of day, and behind a currency the unit may stand alone: "$25hr".
pub(crate) fn period_behind(
    tokens: &[Token],
    at: usize,
    has_currency: bool,
) -> Option<(SalaryPeriod, usize)> {
    let per_month = || tokens.get(at).is_some_and(|token| token.is_word(&["pm"])).then_some((Month, at + 1));
    // "25 the hour": elsewhere "the week" is no period.
    let with_article = || {
        let unit_behind = tokens.get(at + 1)?.word().and_then(unit)?;
        tokens[at].is_word(&["the"]).then_some((unit_behind, at + 2))
    };
    let alone = || {
        let word = tokens.get(at).filter(|token| has_currency && token.is_in(List::UnitAlone))?.word()?;
        Some((unit(word)?, at + 1))
    };
    period_at(tokens, at).or_else(per_month).or_else(with_article).or_else(alone)
}

/// Skips an article: "in the year", "in der Stunde".
fn skip_articles(tokens: &[Token], at: usize) -> usize {
    let more = tokens.get(at).is_some_and(|token| token.is_in(List::PerArticle));
    at + usize::from(more)
}

/// Reads an abbreviation: "p.a.", "p. a.", "p/h", "p. Std.", "p/week".
fn abbreviated(tokens: &[Token], at: usize) -> Option<(SalaryPeriod, usize)> {
    if !tokens.get(at + 1)?.is_sign(&['.', '/']) {
        return None;
    }
    let word = tokens.get(at + 2)?.word()?;
    let period = match word {
        "a" | "j" => Year,
        "m" => Month,
        "h" | "u" => Hour,
        "d" => Day,
        "w" => Week,
        _ => unit(word)?,
    };
    let dot = tokens.get(at + 3).is_some_and(|token| token.glued && token.is_sign(&['.']));
    Some((period, at + 3 + usize::from(dot)))
}

/// The period of a word for pay directly before a bare number: "Stundenlohn 16,50", "時給1200".
pub(crate) fn period_of_pay_word(tokens: &[Token], at: usize) -> Option<SalaryPeriod> {
    let links = |token: &&Token| {
        token.is_sign(&[':', '：']) || token.is_word(&["von", "is", "ist", "of", "de", "は"])
    };
    let word = tokens[..at].iter().rev().find(|token| !links(token))?;
    word.word().filter(|_| word.is_in(List::Cue)).and_then(adverb)
}

/// The period before an amount in the same sentence: "annual salary: 80,000", "hourly rate of 25", "day rate is 240".
pub(crate) fn period_before(tokens: &[Token], at: usize) -> Option<SalaryPeriod> {
    let ends = |token: &Token| token.is_sign(&['.', ';', '!', '?', '\n', '。']);
    let near = (at.saturating_sub(6)..at).rev().take_while(|at| !ends(&tokens[*at]));
    let named = near.into_iter().find(|at| tokens[*at].is_word(&["rate", "wage", "pay"]));
    let unit_before = named.and_then(|at| tokens.get(at.checked_sub(1)?)?.word().and_then(unit));
    unit_before.or_else(|| adverb_before(tokens, at))
}

fn adverb_before(tokens: &[Token], at: usize) -> Option<SalaryPeriod> {
    tokens[..at]
        .iter()
        .rev()
        .take(6)
        .take_while(|token| !token.is_sign(&['.', ';', '!', '?', '\n', '。']))
        .filter_map(Token::word)
        .filter(|word| !matches!(*word, "pm" | "pa" | "pd" | "daily" | "weekly"))
        .find_map(adverb)
}
