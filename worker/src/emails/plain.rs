//! An e-mail as plain text.

use super::content::{Content, END_OF_ISOLATE, ISOLATE};
use super::phrases::phrase;

pub fn write(content: &Content) -> String {
    let mut paragraphs = vec![content.text.clone()];
    paragraphs.extend(content.warning.clone());
    if let Some(link) = &content.link {
        paragraphs.push(format!("{}:\n{}", link.action, link.url));
        paragraphs.extend(link.validity.clone());
    }
    paragraphs.extend(content.note.clone());
    paragraphs.push(format!("-- \n{}", phrase(content.language, "footer", &[])));
    let text = paragraphs.join("\n\n") + "\n";
    // Between letters of one direction the isolates do nothing, and some programs show them as boxes.
    if content.language.is_right_to_left() { text } else { text.replace([ISOLATE, END_OF_ISOLATE], "") }
}
