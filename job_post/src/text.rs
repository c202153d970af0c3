//! Cleans and shortens texts that people and LLMs wrote.

/// One line without control and invisible characters, with single spaces.
pub(crate) fn clean(raw: &str) -> String {
    let visible = |letter: char| if letter.is_control() { ' ' } else { letter };
    let hidden = |letter: &char| !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let text: String = raw.chars().map(visible).filter(hidden).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// At most `most` characters, cut at a word if there is one in the second half.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let head = &text[..end];
    let whole_words = head.rfind(' ').filter(|at| *at > end / 2).map_or(head, |at| &head[..at]);
    whole_words.trim_end().to_owned()
}
