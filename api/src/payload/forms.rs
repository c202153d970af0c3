//! Parses `application/x-www-form-urlencoded`, as browsers write it.

use poem::http::StatusCode;

use crate::problem::Problem;

/// The names and values of a form, in their order.
///
/// # Errors
/// 400 when a name or value is not UTF-8.
pub fn pairs(bytes: &[u8]) -> Result<Vec<(String, String)>, Problem> {
    let text = std::str::from_utf8(bytes).map_err(malformed)?;
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.map(|(name, value)| Ok((decode(name)?, decode(value)?))).collect()
}

/// Decodes percent signs and plus signs. A percent sign without two hexadecimal digits stands for itself.
///
/// # Errors
/// 400 when the result is not UTF-8.
pub fn decode(text: &str) -> Result<String, Problem> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|hex| first == b'%' && hex.iter().all(u8::is_ascii_hexdigit));
        let byte = hex.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        rest = if byte.is_some() { &after[2..] } else { after };
        bytes.push(byte.unwrap_or(if first == b'+' { b' ' } else { first }));
    }
    String::from_utf8(bytes).map_err(malformed)
}

fn malformed<E>(_: E) -> Problem {
    Problem::of_status(StatusCode::BAD_REQUEST)
}
