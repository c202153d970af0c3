//! Numbers as people write them: 65,000, 72.000, 1'234, 29 500, 1,50,000, ٦٥٠٠٠, and "eighty-five".

use std::str::FromStr;

use rust_decimal::Decimal;

use super::tokens::{Kind, Token};

/// The value of a decimal digit of the scripts our users write in.
pub(super) fn digit(letter: char) -> Option<u32> {
    const ZEROS: [u32; 6] = ['0' as u32, 0x0660, 0x06F0, 0x0966, 0x09E6, 0xFF10];
    let code = letter as u32;
    ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10))
}

/// Reads the number that starts at `start`: what it can mean, and where it ends.
pub(super) fn scan(text: &str, start: usize) -> (Vec<Decimal>, usize) {
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

/// A space joins groups of three only, and only after a short first group: "29 500", not "2024 100".
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

/// The digits without their separators, if these can only be separators of thousands (or of lakhs).
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

/// What a word after a number multiplies it by, and whether it must stand right behind it.
pub(super) fn multiplier(token: &Token) -> Option<Decimal> {
    let power = match token.word()? {
        "k" | "tsd" | "thousand" | "thousands" | "grand" | "tausend" | "mil" | "mille" | "tys" | "ألف"
        | "الف" | "آلاف" | "千" => 1_000,
        "万" | "萬" | "만" => 10_000,
        "lakh" | "lakhs" | "lac" | "lacs" | "lpa" => 100_000,
        "m" if token.glued => 1_000_000,
        "mm" | "mio" | "mn" | "million" | "millions" | "millionen" | "millones" | "مليون" => 1_000_000,
        "crore" | "crores" | "cr" => 10_000_000,
        "bn" | "billion" | "billions" | "milliarden" => 1_000_000_000,
        _ => return None,
    };
    Some(Decimal::from(power))
}

/// The value of a number word: units up to nineteen and tens, English, German, French and Spanish where unambiguous.
fn spelled(word: &str) -> Option<u32> {
    Some(match word {
        "one" | "eins" => 1,
        "two" | "zwei" | "deux" | "dos" => 2,
        "three" | "drei" | "trois" | "tres" => 3,
        "four" | "vier" | "quatre" | "cuatro" => 4,
        "five" | "fünf" | "cinq" | "cinco" => 5,
        "six" | "sechs" | "seis" => 6,
        "seven" | "sieben" | "siete" => 7,
        "eight" | "acht" | "huit" | "ocho" => 8,
        "nine" | "neun" | "nueve" => 9,
        "ten" | "zehn" | "dix" | "diez" => 10,
        "eleven" | "elf" => 11,
        "twelve" | "zwölf" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" | "fünfzehn" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" | "zwanzig" => 20,
        "thirty" | "dreißig" => 30,
        "forty" | "vierzig" => 40,
        "fifty" | "fünfzig" => 50,
        "sixty" | "sechzig" => 60,
        "seventy" | "siebzig" => 70,
        "eighty" | "achtzig" => 80,
        "ninety" | "neunzig" => 90,
        _ => return None,
    })
}

/// Makes numbers of number words, so that "eighty-five" is one number and "two hundred" is 200.
pub(super) fn join_spelled(tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut rest = tokens.into_iter().peekable();
    while let Some(mut token) = rest.next() {
        let Some(mut value) = token.word().and_then(spelled) else {
            joined.push(token);
            continue;
        };
        let mut hyphen = None;
        if value >= 20 {
            hyphen = rest.next_if(|next| next.glued && next.is_sign(&['-']));
            if let Some(unit) =
                rest.next_if(|next| next.word().and_then(spelled).is_some_and(|unit| unit < 10))
            {
                value += unit.word().and_then(spelled).unwrap_or_default();
                token.span.end = unit.span.end;
                hyphen = None;
            }
        }
        if let Some(hundred) = rest.next_if(|next| next.is_word(&["hundred", "hundert"])) {
            value *= 100;
            token.span.end = hundred.span.end;
        }
        token.kind = Kind::Number(vec![Decimal::from(value)]);
        joined.push(token);
        joined.extend(hyphen);
    }
    joined
}
