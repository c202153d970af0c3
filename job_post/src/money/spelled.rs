//! Reads numbers in words: "eighty-five", "deux mille cinq cents", "eighteen fifty", "twelve point two".

use std::collections::HashMap;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::language::list_file;
use crate::language::word_forms::{is_arabic, plain};
use crate::money::compounds;
use crate::money::currencies;
use crate::money::lists::List;
use crate::money::token::{Kind, Token};

/// The values of number words: units up to nineteen, tens, and the hundreds that are one word.
static VALUES: LazyLock<HashMap<String, u32>> = LazyLock::new(|| {
    let rows = list_file::named(include_str!("../../data/money/numbers.txt"));
    let rows = rows.filter_map(|(value, words)| Some((value.parse().ok()?, words)));
    rows.flat_map(|(value, words)| words.split(' ').map(move |word| (plain(word), value))).collect()
});

/// The value of one word below a hundred, or of one word for hundreds.
pub(crate) fn value_of(word: &str) -> Option<u32> {
    VALUES.get(word).copied()
}

fn spelled(token: &Token) -> Option<u32> {
    value_of(token.word()?)
}

/// Replaces number words by numbers: "eighty-five" is one number, "two hundred" is 200.
pub(crate) fn join(tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let begins = !joined.last().is_some_and(|last| matches!(last.kind, Kind::Number(_)));
        let (number, after) = number_at(&tokens, at, begins).unwrap_or_else(|| (token.kind.clone(), at + 1));
        let span = token.span.start..tokens[after - 1].span.end;
        let in_words = matches!(number, Kind::Number(_)) && token.word().is_some();
        joined.push(Token { kind: number, span, in_words, ..token.clone() });
        at = after;
    }
    joined
}

/// The number that begins at token `at`, and the next token.
fn number_at(tokens: &[Token], at: usize, begins: bool) -> Option<(Kind, usize)> {
    let (mut values, mut end) = match &tokens[at].kind {
        Kind::Number(readings) => (readings.clone(), at + 1),
        _ => begun_by_word(tokens, at, begins)?,
    };
    if let [whole] = *values
        && let Some((fraction, after)) = fraction_at(tokens, end)
    {
        (values, end) = (vec![whole + fraction], after);
    }
    Some((Kind::Number(values), end))
}

fn begun_by_word(tokens: &[Token], at: usize, begins: bool) -> Option<(Vec<Decimal>, usize)> {
    let whole = || {
        let (value, end) = composed(tokens, at, begins)?;
        Some((vec![Decimal::from(value)], end))
    };
    pair_at(tokens, at)
        .or_else(whole)
        .or_else(|| compound_at(tokens, at))
        .or_else(|| before_currency(tokens, at))
}

/// A number word that usually means something else: "once" and "neuf" count before a currency only.
fn before_currency(tokens: &[Token], at: usize) -> Option<(Vec<Decimal>, usize)> {
    let value = match tokens[at].word()? {
        "due" => 2,
        "sei" => 6,
        "neuf" => 9,
        "once" => 11,
        _ => return None,
    };
    tokens.get(at + 1)?.word()?;
    currencies::marker_at(tokens, at + 1)?;
    Some((vec![Decimal::from(value)], at + 1))
}

/// A number in one word, or in two: "tweeduizend achthonderd".
fn compound_at(tokens: &[Token], at: usize) -> Option<(Vec<Decimal>, usize)> {
    let values = compounds::values(tokens[at].word()?)?;
    let rest = tokens.get(at + 1).and_then(Token::word).and_then(compounds::values);
    if let ([whole], Some([rest])) = (&*values, rest.as_deref())
        && (*whole % Decimal::ONE_THOUSAND).is_zero()
        && *rest < Decimal::ONE_THOUSAND
    {
        return Some((vec![whole + rest], at + 2));
    }
    Some((values, at + 1))
}

/// Two numbers of pay in a row: "eighteen fifty" is 18.50 or 1850, "nine oh five" is 9.05 or 905.
fn pair_at(tokens: &[Token], at: usize) -> Option<(Vec<Decimal>, usize)> {
    let (whole, end) = below_hundred(tokens, at).filter(|(whole, _)| *whole < 100)?;
    // "dieciocho con cincuenta"; in "entre dieciocho y veinte" the word joins two amounts.
    let opened = at.checked_sub(1).is_some_and(|before| tokens[before].is_in(List::Between));
    let joint = !opened && tokens.get(end).is_some_and(|token| token.is_in(List::PairJoint));
    let end = end + usize::from(joint);
    let zero = tokens.get(end).is_some_and(|token| token.is_in(List::Zero));
    let (cents, after) = below_hundred(tokens, end + usize::from(zero))?;
    let fits = if zero { cents < 10 } else { (10..100).contains(&cents) };
    // "two hundred thirty": the second number is one of hundreds or thousands.
    let goes_on = tokens
        .get(after)
        .is_some_and(|token| token.is_in(List::Hundred) && !token.is_word(&["cent", "cents"]));
    (fits && !goes_on).then(|| (paired(whole, cents), after))
}

/// The readings of dollars and cents without a word between them.
pub(crate) fn paired(whole: u32, cents: u32) -> Vec<Decimal> {
    vec![
        (Decimal::from(whole) + Decimal::new(i64::from(cents), 2)).normalize(),
        Decimal::from(whole * 100 + cents),
    ]
}

/// A fraction in words: "point two five", "and a half", "y medio".
fn fraction_at(tokens: &[Token], at: usize) -> Option<(Decimal, usize)> {
    let token = tokens.get(at)?;
    if token.is_in(List::Point) {
        return decimals_at(tokens, at + 1);
    }
    if token.is_word(&["ونصف"]) {
        return Some((Decimal::new(5, 1), at + 1));
    }
    if !token.is_in(List::BetweenAnd) {
        return None;
    }
    let article = tokens.get(at + 1).is_some_and(|token| token.is_word(&["a", "un", "una"]));
    let part = tokens.get(at + 1 + usize::from(article))?;
    let end = at + 2 + usize::from(article);
    if part.is_in(List::Half) {
        return Some((Decimal::new(5, 1), end));
    }
    part.is_word(&["quarter"]).then(|| (Decimal::new(25, 2), end))
}

/// The digits behind a spoken point: "two five", "twenty five", "5".
fn decimals_at(tokens: &[Token], at: usize) -> Option<(Decimal, usize)> {
    let digit = |at: usize| match tokens.get(at) {
        Some(token) if token.is_in(List::Zero) => Some(0),
        Some(token) => spelled(token).filter(|digit| *digit < 10),
        None => None,
    };
    if let Kind::Number(readings) = &tokens.get(at)?.kind {
        // "12 point 05": the zero is lost in the number.
        let written = match tokens[at].span.len() {
            length if readings.len() == 1 => format!("{:0>length$}", readings.first()?.to_string()),
            _ => return None,
        };
        return written.parse::<i64>().ok().map(|value| (scaled(value, written.len()), at + 1));
    }
    if let (Some(tens), Some(units)) = (digit(at), digit(at + 1)) {
        return Some((scaled(i64::from(tens * 10 + units), 2), at + 2));
    }
    if let Some(one) = digit(at) {
        return Some((scaled(i64::from(one), 1), at + 1));
    }
    let (value, end) = below_hundred(tokens, at).filter(|(value, _)| *value < 100)?;
    Some((scaled(i64::from(value), 2), end))
}

fn scaled(digits: i64, places: usize) -> Decimal {
    let places = u32::try_from(places).unwrap_or_default();
    if places > 9 { Decimal::ZERO } else { Decimal::new(digits, places).normalize() }
}

/// Reads a number in words at token `at` ("two hundred", "deux mille cinq cents"): its value and its end.
///
/// A final "thousand" stays a word, as after digits: in "60 to 70 thousand" it applies to both numbers.
fn composed(tokens: &[Token], at: usize, begins: bool) -> Option<(u32, usize)> {
    let after_article = at.checked_sub(1).is_some_and(|before| tokens[before].is_word(&["a"]));
    let english = after_article && tokens[at].is_word(&["thousand", "grand"]);
    if begins && (english || tokens[at].is_in(List::AThousand)) {
        // "mil e duzentos"
        let joint = usize::from(tokens.get(at + 1).is_some_and(|token| token.is_word(&["e"])));
        let rest = below_thousand(tokens, at + 1 + joint).or_else(|| nine_hundred(tokens, at + 1));
        return Some(rest.map_or((1_000, at + 1), |(rest, end)| (1_000 + rest, end)));
    }
    if begins && after_article && tokens[at].is_word(&["hundred"]) {
        return Some(with_tens(tokens, at, 100, at + 1));
    }
    let (value, end) = below_thousand(tokens, at)?;
    let is_thousand =
        tokens.get(end).is_some_and(|token| token.is_in(List::Thousand) && !token.is_word(&["k"]));
    // "dois mil e quinhentos"
    let joint = usize::from(tokens.get(end + 1).is_some_and(|token| token.is_word(&["e"])));
    // "deux mille cent": elsewhere a cent is a coin.
    let hundred = || {
        let is_one = tokens.get(end + 1).is_some_and(|token| token.is_word(&["cent"]));
        is_one.then(|| with_tens(tokens, end + 1, 100, end + 2))
    };
    let rest = below_thousand(tokens, end + 1 + joint).or_else(hundred);
    let rest = rest.or_else(|| nine_hundred(tokens, end + 1)).filter(|_| is_thousand);
    Some(rest.map_or((value, end), |(rest, end)| (value * 1_000 + rest, end)))
}

/// "Mille neuf cents": elsewhere "neuf" means "new".
fn nine_hundred(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| token.is_word(words));
    (is(at, &["neuf"]) && is(at + 1, &["cent", "cents"])).then(|| with_tens(tokens, at, 900, at + 2))
}

/// Reads hundreds, tens and units.
fn below_thousand(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let (mut value, mut end) = below_hundred(tokens, at)?;
    if value < 100 && tokens.get(end).is_some_and(|token| is_hundred(token, value)) {
        value *= 100;
        end += 1;
    }
    Some(with_tens(tokens, at, value, end))
}

/// "Fifty cents" is no five thousand: the French "cents" follows units only.
fn is_hundred(token: &Token, units: u32) -> bool {
    token.is_in(List::Hundred) && (units < 10 || !token.is_word(&["cent", "cents"]))
}

/// Adds the tens and units behind hundreds: "two hundred and fifty", "ciento veinte".
fn with_tens(tokens: &[Token], start: usize, hundreds: u32, end: usize) -> (u32, usize) {
    // In "between one hundred and fifty …" the word joins two amounts.
    let opened = start.checked_sub(1).is_some_and(|before| tokens[before].is_in(List::Between));
    let joint = !opened && tokens.get(end).is_some_and(|token| token.is_word(&["and", "e", "y", "und"]));
    match below_hundred(tokens, end + usize::from(joint)) {
        Some((more, after)) if hundreds >= 100 && hundreds.is_multiple_of(100) && more < 100 => {
            (hundreds + more, after)
        }
        _ => (hundreds, end),
    }
}

/// Reads tens and units ("eighty-five", "treinta y cinco", "quatre-vingts", "خمسة وعشرون"), or one word for hundreds.
fn below_hundred(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let first = tokens.get(at)?;
    let value = spelled(first)?;
    if value < 10
        && let Some(tens) = with_arabic_tens(tokens, at + 1)
    {
        return Some((value + tens, at + 2));
    }
    let glue = tokens.get(at + 1);
    let joint = glue.is_some_and(|it| (it.glued && it.is_sign(&['-'])) || it.is_word(&["y", "et", "e"]));
    let next_at = at + 1 + usize::from(joint);
    let next = tokens.get(next_at).and_then(|token| spelled(token).or_else(|| one_behind_tens(token, joint)));
    match next {
        // French counts in twenties: "quatre-vingts" is eighty.
        Some(20) if first.is_word(&["quatre"]) => {
            let unit = below_hundred(tokens, next_at + 1 + usize::from(is_hyphen(tokens, next_at + 1)));
            Some(
                unit.filter(|(unit, _)| *unit < 20).map_or((80, next_at + 1), |(unit, end)| (80 + unit, end)),
            )
        }
        Some(unit) if (20..100).contains(&value) && unit < 10 => Some((value + unit, next_at + 1)),
        // "ثمانية عشر"
        Some(10) if value < 10 && first.word().is_some_and(|word| word.starts_with(is_arabic)) => {
            Some((value + 10, next_at + 1))
        }
        // "soixante-dix", "dix-huit"
        Some(teen) if first.is_word(&["soixante"]) && teen < 20 => {
            with_french_unit(tokens, 60 + teen, next_at)
        }
        Some(unit @ 7..=8) if first.is_word(&["dix"]) => Some((10 + unit, next_at + 1)),
        _ => Some((value, at + 1)),
    }
}

/// "Vingt et un", "treinta y un", "trzydzieści jeden": words that elsewhere are articles or mean "every".
fn one_behind_tens(token: &Token, joint: bool) -> Option<u32> {
    const JOINED: [&str; 6] = ["un", "une", "uno", "una", "um", "uma"];
    (token.is_word(&["jeden"]) || joint && token.is_word(&JOINED)).then_some(1)
}

/// "Soixante-dix-huit": the teen is two words.
fn with_french_unit(tokens: &[Token], value: u32, at: usize) -> Option<(u32, usize)> {
    let hyphen = is_hyphen(tokens, at + 1);
    let unit = tokens.get(at + 1 + usize::from(hyphen)).and_then(spelled);
    match unit.filter(|unit| value == 70 && (7..=8).contains(unit)) {
        Some(unit) => Some((value + unit, at + 2 + usize::from(hyphen))),
        None => Some((value, at + 1)),
    }
}

fn is_hyphen(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.glued && token.is_sign(&['-']))
}

/// Arabic tens, which follow the unit after an "and".
fn with_arabic_tens(tokens: &[Token], at: usize) -> Option<u32> {
    let tens = tokens.get(at)?.word()?.strip_prefix('و')?;
    VALUES.get(tens).copied().filter(|tens| (20..100).contains(tens))
}
