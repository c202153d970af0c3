//! The export as HTML. Texts of the post are escaped, and occur between tags only, never in attributes.

use crate::exports::sheet::{Line, Sheet, in_blocks};
use crate::writing::layout::Kind;

pub(crate) fn page(sheet: &Sheet) -> String {
    let language = sheet.language.code();
    let direction = if sheet.language.is_right_to_left() { " dir=\"rtl\"" } else { "" };
    let head = format!("<meta charset=\"utf-8\">\n<title>{}</title>", escaped(&sheet.headline()));
    let company = match sheet.company.is_empty() {
        true => String::new(),
        false => element("p", &sheet.company),
    };
    let (title, body) = (element("h1", &sheet.title), body(sheet, "h2"));
    format!(
        "<!doctype html>\n<html lang=\"{language}\"{direction}>\n<head>\n{head}\n</head>\n<body dir=\"auto\">\n{title}{company}{body}</body>\n</html>\n"
    )
}

/// The post without its title, with only the elements that Google's job search reads: `p`, `ul` and `li`.
pub(crate) fn fragment(sheet: &Sheet) -> String {
    element("p", &sheet.headline()) + &body(sheet, "p")
}

fn body(sheet: &Sheet, heading: &str) -> String {
    let facts: Vec<_> = sheet.facts.iter().map(|fact| sheet.labelled(fact)).collect();
    let mut out = list(&facts);
    for lines in in_blocks(&sheet.description) {
        match lines {
            [Line { kind: Kind::Heading, text }] => out.push_str(&element(heading, text)),
            [Line { kind: Kind::Text, text }] => out.push_str(&element("p", text)),
            items => out.push_str(&list(&items.iter().map(|item| item.text.clone()).collect::<Vec<_>>())),
        }
    }
    for section in &sheet.sections {
        out.push_str(&element(heading, &section.heading));
        out.push_str(&list(&section.items));
    }
    out
}

fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        _ => format!("<ul>\n{}</ul>\n", items.iter().map(|item| element("li", item)).collect::<String>()),
    }
}

/// An element; `name` is fixed, `text` is escaped.
fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>\n", escaped(text))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(letter),
        }
    }
    out
}
