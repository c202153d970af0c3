//! Cleans and shortens texts that people and LLMs wrote.

/// One line without control and invisible characters, with single spaces.
pub(crate) fn clean(raw: &str) -> String {
    let visible = |letter: char| if letter.is_control() { ' ' } else { letter };
    let letters: Vec<char> = raw.chars().map(visible).collect();
    let is_kept = |at: &usize| !is_hidden(letters[*at]) || joins(&letters, *at);
    let text: String = (0..letters.len()).filter(is_kept).map(|at| letters[at]).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines, each as [`clean`] gives it, with at most one empty line between two of them.
pub(crate) fn clean_lines(raw: &str) -> String {
    let mut kept: Vec<String> = Vec::new();
    for line in raw.lines().map(clean) {
        if !line.is_empty() || kept.last().is_some_and(|last| !last.is_empty()) {
            kept.push(line);
        }
    }
    kept.join("\n").trim_end().to_owned()
}

fn is_hidden(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{2060}'..='\u{2064}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Is it a joiner or non-joiner inside a word or an emoji? There it is part of the spelling: "برنامه‌نویس", "👩‍🍳".
fn joins(letters: &[char], at: usize) -> bool {
    let spells = |beside: Option<&char>| {
        beside.is_some_and(|letter| !letter.is_ascii() && !letter.is_whitespace() && !is_hidden(*letter))
    };
    matches!(letters[at], '\u{200c}' | '\u{200d}')
        && spells(at.checked_sub(1).and_then(|before| letters.get(before)))
        && spells(letters.get(at + 1))
}

/// At most `most` characters, cut at a word if there is one in the second half.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let head = &text[..end];
    let whole_words = head.rfind(' ').filter(|at| *at > end / 2).map_or(head, |at| &head[..at]);
    whole_words.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_letters_that_spell_a_word_stay() {
        let table = [
            ("برنامه\u{200c}نویس پایتون", "برنامه\u{200c}نویس پایتون"),
            ("👩\u{200d}🍳 Pastry Chef", "👩\u{200d}🍳 Pastry Chef"),
            ("👷🏽\u{200d}♀\u{fe0f} Maurer", "👷🏽\u{200d}♀\u{fe0f} Maurer"),
            ("क्\u{200d}ष", "क्\u{200d}ष"),
            ("Co\u{200d}ok\u{200c}", "Cook"),
            ("\u{200c}مهندس\u{200c} برق", "مهندس برق"),
            ("نرم\u{200c}افزار نویس", "نرم\u{200c}افزار نویس"),
            ("می\u{200c}خواهیم", "می\u{200c}خواهیم"),
            ("🏳\u{fe0f}\u{200d}🌈 Barkeeper", "🏳\u{fe0f}\u{200d}🌈 Barkeeper"),
            ("👨🏿\u{200d}🔧 Mechaniker", "👨🏿\u{200d}🔧 Mechaniker"),
            ("ශ්\u{200d}රී", "ශ්\u{200d}රී"),
            ("Pflege\u{ad}fach\u{ad}kraft", "Pflegefachkraft"),
            ("ku\u{2060}charz", "kucharz"),
            ("\u{61c}طباخ", "طباخ"),
            ("ab\u{200b}c\u{feff}\u{202e}d\u{0}e\tf", "abcd e f"),
        ];
        for (raw, cleaned) in table {
            assert_eq!(clean(raw), cleaned, "{raw:?}");
        }
    }
}
