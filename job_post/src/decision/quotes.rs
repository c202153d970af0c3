//! Finds the quotes of an LLM in a message of the user.

/// Longest quote that is kept, in characters.
const MAX_QUOTE: usize = 500;

/// Cuts a text to the length of a quote.
pub(super) fn capped(text: &str) -> &str {
    text.char_indices().nth(MAX_QUOTE).map_or(text, |(end, _)| text[..end].trim_end())
}

/// The part of `text` that equals `quote` without regard to case and white space.
pub(super) fn find_quote<'a>(text: &'a str, quote: &str) -> Option<&'a str> {
    let wanted: String = normalized(quote.trim().trim_matches(['"', '“', '”', '„', '…', '«', '»']))
        .into_iter()
        .map(|(_, letter)| letter)
        .collect();
    let wanted = wanted.trim();
    if wanted.is_empty() {
        return None;
    }
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
