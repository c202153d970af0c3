//! Reads numbers as people write them: 65,000, 72.000, 1'234, 29 500, 1,50,000, ٦٥٠٠٠, and "eighty-five".

use std::collections::HashMap;
use std::str::FromStr;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::language::list_file;
use crate::language::word_forms::plain;
use crate::money::lists::{List, meaning};
use crate::money::token::{Kind, Token};

/// The value of a decimal digit in one of the supported scripts.
pub(crate) fn digit(letter: char) -> Option<u32> {
    const ZEROS: [u32; 6] = ['0' as u32, 0x0660, 0x06F0, 0x0966, 0x09E6, 0xFF10];
    let code = letter as u32;
    ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10))
}

/// Reads the number at `start`: its possible values, and its end.
pub(crate) fn scan(text: &str, start: usize) -> (Vec<Decimal>, usize) {
    let (first, mut end) = digits(text, start);
    let mut groups: Vec<(char, String)> = Vec::new();
    while let Some(separator) = text[end..].chars().next().filter(|sign| is_separator(*sign)) {
        let after = end + separator.len_utf8();
        let (group, group_end) = digits(text, after);
        if group.is_empty() || (is_space(separator) && !space_groups(&first, &groups, separator, &group)) {
            break;
        }
        groups.push((canonical(separator), group));
        end = group_end;
    }
    (readings(&first, &groups), end)
}

fn digits(text: &str, start: usize) -> (String, usize) {
    let mut read = String::new();
    let mut end = start;
    for letter in text[start..].chars() {
        let Some(value) = digit(letter) else { break };
        read.extend(char::from_digit(value, 10));
        end += letter.len_utf8();
    }
    (read, end)
}

fn is_separator(sign: char) -> bool {
    matches!(sign, '.' | ',' | '\'' | '’' | '٬' | '٫') || is_space(sign)
}

fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn canonical(sign: char) -> char {
    match sign {
        '’' => '\'',
        '٬' => '\'',
        '٫' => '.',
        space if is_space(space) => ' ',
        other => other,
    }
}

/// May a space join the groups? Only groups of three after a short first one: "29 500", not "2024 100".
fn space_groups(first: &str, groups: &[(char, String)], separator: char, group: &str) -> bool {
    let alike = groups.iter().all(|(sign, _)| *sign == canonical(separator));
    alike && first.len() <= 3 && !first.starts_with('0') && group.len() == 3
}

fn readings(first: &str, groups: &[(char, String)]) -> Vec<Decimal> {
    let mut found = Vec::new();
    if let Some(whole) = as_grouped(first, groups) {
        found.extend(decimal(&whole, ""));
    }
    if let Some((last, before)) = groups.split_last()
        && matches!(last.0, '.' | ',')
        && before.iter().all(|(sign, _)| *sign != last.0)
        && let Some(whole) = as_grouped(first, before)
    {
        found.extend(decimal(&whole, &last.1));
    }
    found
}

/// The digits without separators, if these separate thousands (or lakhs).
fn as_grouped(first: &str, groups: &[(char, String)]) -> Option<String> {
    let Some((last, middle)) = groups.split_last() else {
        return Some(first.to_owned());
    };
    let one_sign = middle.iter().all(|(sign, _)| *sign == last.0);
    let of = |size: usize| middle.iter().all(|(_, group)| group.len() == size);
    let fits = one_sign
        && last.1.len() == 3
        && first.len() <= 3
        && first != "0"
        && (of(3) || (of(2) && last.0 == ',' && first.len() <= 2));
    fits.then(|| first.chars().chain(groups.iter().flat_map(|(_, group)| group.chars())).collect())
}

fn decimal(whole: &str, fraction: &str) -> Option<Decimal> {
    if whole.len() + fraction.len() > 20 {
        return None;
    }
    let text = if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") };
    Decimal::from_str(&text).ok().map(|value| value.normalize())
}

/// The factor of a word after a number.
pub(crate) fn multiplier(token: &Token) -> Option<Decimal> {
    const POWERS: [(List, u64); 6] = [
        (List::Thousand, 1_000),
        (List::TenThousand, 10_000),
        (List::Lakh, 100_000),
        (List::Million, 1_000_000),
        (List::Crore, 10_000_000),
        (List::Billion, 1_000_000_000),
    ];
    let word = token.word()?;
    let power = if word == "m" && token.glued { Some(1_000_000) } else { meaning(word, &POWERS) };
    power.map(Decimal::from)
}

/// The values of number words: units up to nineteen, tens, and the hundreds that are one word.
static VALUES: LazyLock<HashMap<String, u32>> = LazyLock::new(|| {
    let rows = list_file::named(include_str!("../../data/money/numbers.txt"));
    let rows = rows.filter_map(|(value, words)| Some((value.parse().ok()?, words)));
    rows.flat_map(|(value, words)| words.split(' ').map(move |word| (plain(word), value))).collect()
});

fn spelled(token: &Token) -> Option<u32> {
    VALUES.get(token.word()?).copied()
}

/// Replaces number words by numbers: "eighty-five" is one number, "two hundred" is 200.
pub(crate) fn join_spelled(tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let follows_number = joined.last().is_some_and(|last| matches!(last.kind, Kind::Number(_)));
        let mut token = token.clone();
        let mut end = at + 1;
        if let Some((value, after)) = composed(&tokens, at, !follows_number) {
            token.kind = Kind::Number(vec![Decimal::from(value)]);
            token.span.end = tokens[after - 1].span.end;
            end = after;
        }
        joined.push(token);
        at = end;
    }
    joined
}

/// Reads a number in words at token `at` ("two hundred", "deux mille cinq cents"): its value and its end.
///
/// A final "thousand" stays a word, as after digits: in "60 to 70 thousand" it applies to both numbers.
fn composed(tokens: &[Token], at: usize, begins: bool) -> Option<(u32, usize)> {
    let a_thousand = begins && tokens[at].is_in(List::AThousand);
    if a_thousand {
        let rest = below_thousand(tokens, at + 1);
        return Some(rest.map_or((1_000, at + 1), |(rest, end)| (1_000 + rest, end)));
    }
    let (value, end) = below_thousand(tokens, at)?;
    let is_thousand =
        tokens.get(end).is_some_and(|token| token.is_in(List::Thousand) && !token.is_word(&["k"]));
    let rest = below_thousand(tokens, end + 1).filter(|_| is_thousand);
    Some(rest.map_or((value, end), |(rest, end)| (value * 1_000 + rest, end)))
}

/// Reads hundreds, tens and units.
fn below_thousand(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let (mut value, mut end) = below_hundred(tokens, at)?;
    if value < 100 && tokens.get(end).is_some_and(|token| token.is_in(List::Hundred)) {
        value *= 100;
        end += 1;
    }
    match below_hundred(tokens, end) {
        Some((more, after)) if value >= 100 && value % 100 == 0 && more < 100 => Some((value + more, after)),
        _ => Some((value, end)),
    }
}

/// Reads tens and units ("eighty-five", "treinta y cinco", "quatre-vingts", "خمسة وعشرون"), or one word for hundreds.
fn below_hundred(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let value = spelled(tokens.get(at)?)?;
    if value < 10
        && let Some(tens) = with_arabic_tens(tokens, at + 1)
    {
        return Some((value + tens, at + 2));
    }
    let glue = tokens.get(at + 1);
    let joint = glue.is_some_and(|it| (it.glued && it.is_sign(&['-'])) || it.is_word(&["y", "et"]));
    let next_at = at + 1 + usize::from(joint);
    let next = tokens.get(next_at).and_then(spelled);
    match next {
        // French counts in twenties: "quatre-vingts" is eighty.
        Some(20) if value == 4 => {
            let unit = below_hundred(tokens, next_at + 1 + usize::from(is_hyphen(tokens, next_at + 1)));
            Some(
                unit.filter(|(unit, _)| *unit < 20).map_or((80, next_at + 1), |(unit, end)| (80 + unit, end)),
            )
        }
        Some(unit) if (20..100).contains(&value) && unit < 10 => Some((value + unit, next_at + 1)),
        Some(teen) if value == 60 && joint && teen < 20 => Some((value + teen, next_at + 1)),
        _ => Some((value, at + 1)),
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
