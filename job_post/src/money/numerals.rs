//! Reads numbers in digits as people write them: 65,000, 72.000, 1'234, 29 500, 1,50,000, ٦٥٠٠٠, １，２００.

use std::str::FromStr;

use rust_decimal::Decimal;

use crate::money::lists::{List, meaning};
use crate::money::token::Token;

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
    matches!(sign, '.' | ',' | '\'' | '’' | '٬' | '٫' | '，' | '．') || is_space(sign)
}

fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn canonical(sign: char) -> char {
    match sign {
        '’' => '\'',
        '٬' => '\'',
        '٫' | '．' => '.',
        '，' => ',',
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
    let power = match word {
        "m" if token.glued => Some(1_000_000),
        // "₹4.5L"
        "l" if token.glued && token.capitals => Some(100_000),
        _ => meaning(word, &POWERS),
    };
    power.map(Decimal::from)
}
