//! The export as plain text.

use crate::exports::sheet::{Line, Sheet, in_blocks};
use crate::writing::layout::Kind;

pub(crate) fn write(sheet: &Sheet) -> String {
    let mut blocks = vec![sheet.headline()];
    let facts: Vec<_> = sheet.facts.iter().map(|fact| sheet.labelled(fact)).collect();
    blocks.extend((!facts.is_empty()).then(|| facts.join("\n")));
    let line = |line: &Line| match line.kind {
        Kind::Heading => format!("{}:", line.text.trim_end_matches(':')),
        Kind::Item => format!("• {}", line.text),
        Kind::Text => line.text.clone(),
    };
    blocks.extend(
        in_blocks(&sheet.description).map(|lines| lines.iter().map(line).collect::<Vec<_>>().join("\n")),
    );
    for section in &sheet.sections {
        let items = section.items.iter().map(|item| format!("\n• {item}")).collect::<String>();
        blocks.push(format!("{}:{items}", section.heading));
    }
    blocks.join("\n\n") + "\n"
}
