//! An e-mail as HTML: one column without images, scripts or anything else that is loaded from elsewhere.

use super::content::{Content, END_OF_ISOLATE, ISOLATE, Link};
use super::phrases::phrase;

const BODY: &str = "margin:0;padding:24px;background:#f4f5f7;color:#1f2933;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const CARD: &str = "max-width:520px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #e1e5ea;border-radius:8px";
const HEADING: &str = "margin:0 0 16px;font-size:20px;line-height:1.3";
const PARAGRAPH: &str = "margin:0 0 16px";
const BUTTON: &str = "display:inline-block;padding:12px 20px;background:#1d4ed8;color:#ffffff;border-radius:6px;text-decoration:none;font-weight:600";
const SMALL: &str = "margin:0 0 16px;font-size:14px;color:#52606d";
const ADDRESS: &str = "color:#52606d;word-break:break-all";
const FOOTER: &str = "max-width:520px;margin:16px auto 0;font-size:13px;color:#66707c;text-align:center";

pub fn write(content: &Content) -> String {
    let language = content.language.code();
    let direction = if content.language.is_right_to_left() { "rtl" } else { "ltr" };
    let (subject, text) = (escape(&content.subject), escape(&content.text));
    let link = content.link.as_ref().map(|link| button(content, link)).unwrap_or_default();
    let warning =
        content.warning.as_ref().map(|warning| paragraph(PARAGRAPH, &escape(warning))).unwrap_or_default();
    let note = content.note.as_ref().map(|note| paragraph(SMALL, &escape(note))).unwrap_or_default();
    let footer = escape(&phrase(content.language, "footer", &[]));
    format!(
        r#"<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{subject}</title></head>
<body style="{BODY}">
<div style="{CARD}">
<h1 style="{HEADING}">{subject}</h1>
{}{warning}{link}{note}</div>
<p style="{FOOTER}">{footer}</p>
</body>
</html>
"#,
        paragraph(PARAGRAPH, &text)
    )
}

fn button(content: &Content, link: &Link) -> String {
    let (url, action) = (escape(&link.url), escape(&link.action));
    let copy = escape(&phrase(content.language, "copy-link", &[]));
    let button = paragraph(PARAGRAPH, &format!(r#"<a href="{url}" style="{BUTTON}">{action}</a>"#));
    let address = format!(r#"{copy}<br><a href="{url}" dir="ltr" style="{ADDRESS}">{url}</a>"#);
    let validity = link.validity.as_ref().map(|text| paragraph(SMALL, &escape(text))).unwrap_or_default();
    button + &validity + &paragraph(SMALL, &address)
}

fn paragraph(style: &str, html: &str) -> String {
    format!("<p style=\"{style}\">{html}</p>\n")
}

/// Escapes text for elements and quoted attributes. What people wrote becomes a `bdi` element, which keeps its direction to
/// itself.
fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            ISOLATE => html.push_str("<bdi>"),
            END_OF_ISOLATE => html.push_str("</bdi>"),
            other => html.push(other),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use domain::emails::{EmailKind, Text};
    use job_post::Language;

    use super::*;

    #[test]
    fn names_are_text_and_nothing_is_loaded_from_elsewhere() {
        let name = "<img src=//evil.example/x.png onerror=\"alert(1)\">&'".to_owned();
        let kind = EmailKind::MemberRemoved { organization_name: name };
        let content = Content::new(&Text::Of(kind), Language::Arabic, "https://api.example.com");
        let html = write(&content);
        assert!(html.contains(
            "<bdi>&lt;img src=//evil. example/x. png onerror=&quot;alert(1)&quot;&gt;&amp;&#39;</bdi>"
        ));
        for loaded in ["<img", "src=\"", "<script", "<link", "url(", "@import"] {
            assert!(!html.contains(loaded), "{loaded}");
        }
        assert!(html.contains(r#"<html lang="ar" dir="rtl">"#));
    }
}
