//! The export as Markdown (CommonMark 0.31). Every sign in a text that could be markup is escaped.

use crate::exports::sheet::{Line, Sheet, in_blocks};
use crate::language::phrases;

pub(crate) fn write(sheet: &Sheet) -> String {
    let mut blocks = vec![format!("# {}", escaped(&sheet.title))];
    blocks.extend((!sheet.company.is_empty()).then(|| format!("**{}**", escaped(&sheet.company))));
    let facts = sheet
        .facts
        .iter()
        .map(|fact| format!("- {}", phrases::labelled(sheet.language, &fact.label, &escaped(&fact.value))));
    blocks.extend(Some(facts.collect::<Vec<_>>().join("\n")).filter(|facts| !facts.is_empty()));
    let line = |line: &Line| line.kind.line(&escaped(&line.text));
    blocks.extend(
        in_blocks(&sheet.description).map(|lines| lines.iter().map(line).collect::<Vec<_>>().join("\n")),
    );
    for section in &sheet.sections {
        let items = section.items.iter().map(|item| format!("- {}", escaped(item))).collect::<Vec<_>>();
        blocks.push(format!("## {}\n\n{}", section.heading, items.join("\n")));
    }
    blocks.join("\n\n") + "\n"
}

/// A line with a backslash before every sign that could begin markup, an entity or a link (section 2.4), or a list or
/// heading at the start of the line.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let marker = list_marker(line);
    for (at, letter) in line.char_indices() {
        let next = line[at + letter.len_utf8()..].chars().next();
        let anywhere = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' => true,
            // Only "&amp;" and "![" are markup.
            '&' => next.is_some_and(|next| next == '#' || next.is_alphanumeric()),
            '!' => next == Some('['),
            _ => false,
        };
        // At the end of a heading, "#" would close it.
        let at_an_end = letter == '#' && (at == 0 || line[at..].trim_end_matches(['#', ' ']).is_empty());
        let begins_a_block = at == 0 && matches!(letter, '-' | '+' | '=' | ':');
        if anywhere || at_an_end || begins_a_block || Some(at) == marker {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// The position of the "." or ")" in "1. ", if the line begins like that.
fn list_marker(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].strip_prefix(['.', ')'])?;
    (digits > 0 && (rest.is_empty() || rest.starts_with(' '))).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn signs_stay_signs() {
        for (line, expected) in [
            ("C# and F#", r"C# and F\#"),
            ("# not a heading", r"\# not a heading"),
            ("1. not a list, 2. neither", r"1\. not a list, 2. neither"),
            ("- nor this", r"\- nor this"),
            ("snake_case *bold* [a](b)", r"snake\_case \*bold\* \[a\](b)"),
            ("<b>&lt;", r"\<b\>\&lt;"),
            ("3.5 years, 5+ teams", "3.5 years, 5+ teams"),
            (r"back\slash", r"back\\slash"),
            (".Net", ".Net"),
            ("Heating & Air, stairs!", "Heating & Air, stairs!"),
            ("![x] R&D", r"\!\[x\] R\&D"),
        ] {
            assert_eq!(escaped(line), expected);
        }
    }
}
