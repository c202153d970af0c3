//! Finds the quotes of an LLM in a message of the user.

/// Longest quote that is kept, in characters.
const MAX_QUOTE: usize = 500;

/// Cuts a text to the length of a quote.
pub(super) fn capped(text: &str) -> &str {
    text.char_indices().nth(MAX_QUOTE).map_or(text, |(end, _)| text[..end].trim_end())
}

/// The part of `text` that equals `quote` without regard to case and white space.
pub(super) fn find_quote<'a>(text: &'a str, quote: &str) -> Option<&'a str> {
    find(text, &wanted(quote)?)
}

/// What [`find`] looks for, without the marks around a quote; `None` if nothing is left.
pub(super) fn wanted(quote: &str) -> Option<String> {
    let wanted = plain(quote.trim().trim_matches(['"', '“', '”', '„', '…', '«', '»']));
    let wanted = wanted.trim();
    (!wanted.is_empty()).then(|| wanted.to_owned())
}

/// The text in lower-case letters with single spaces.
pub(super) fn plain(text: &str) -> String {
    normalized(text).into_iter().map(|(_, letter)| letter).collect()
}

/// The part of `text` that equals `wanted`.
pub(super) fn find<'a>(text: &'a str, wanted: &str) -> Option<&'a str> {
    let letters = normalized(text);
    let normalized_text: String = letters.iter().map(|(_, letter)| *letter).collect();
    let start_byte = normalized_text.find(wanted)?;
    let first = normalized_text[..start_byte].chars().count();
    let last = first + wanted.chars().count() - 1;
    let start = letters.get(first)?.0;
    let (last_at, _) = *letters.get(last)?;
    let end = last_at + text[last_at..].chars().next().map_or(0, char::len_utf8);
    Some(capped(&text[start..end]))
}

/// Lower-case letters with the byte of each; white space becomes one space.
fn normalized(text: &str) -> Vec<(usize, char)> {
    #[cfg(test)]
    crate::bytes_read::count(text);
    let mut letters: Vec<(usize, char)> = Vec::new();
    for (at, letter) in text.char_indices() {
        if letter.is_whitespace() {
            if letters.last().is_some_and(|(_, last)| *last != ' ') {
                letters.push((at, ' '));
            }
        } else {
            letters.extend(letter.to_lowercase().map(|lower| (at, lower)));
        }
    }
    letters
}
