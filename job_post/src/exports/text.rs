//! The export as plain text.

use crate::exports::sheet::Sheet;

pub(crate) fn write(sheet: &Sheet) -> String {
    let mut blocks = vec![sheet.headline()];
    let facts: Vec<_> = sheet.facts.iter().map(|fact| sheet.labelled(fact)).collect();
    blocks.extend((!facts.is_empty()).then(|| facts.join("\n")));
    blocks.extend(sheet.description.iter().cloned());
    for section in &sheet.sections {
        let items = section.items.iter().map(|item| format!("\n• {item}")).collect::<String>();
        blocks.push(format!("{}:{items}", section.heading));
    }
    blocks.join("\n\n") + "\n"
}
