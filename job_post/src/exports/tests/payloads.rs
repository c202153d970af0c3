//! Payloads of cross-site scripting in every field at once.

use regex::Regex;
use serde_json::Value;

use crate::exports::tests::posts::{Dice, Post};
use crate::{Content, text};

const PAYLOADS: [&str; 50] = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.test/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "</title><script>alert(1)</script>",
    "</p></li></ul><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>-->alert(1)</script>",
    "--><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<img src=x onerror=alert(1)>",
    "<img/src=`x`onerror=alert(1)//",
    "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<svg><script>alert&#40;1&#41;</script>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=javascript:alert(1)>",
    "<embed src=data:text/html,<script>alert(1)</script>>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
    "<form action=javascript:alert(1)><button>x",
    "<button formaction=javascript:alert(1)>x</button>",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
    "<link rel=stylesheet href=//evil.test/x.css>",
    "<style>@import'//evil.test/x.css';</style>",
    "<base href=//evil.test/>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea></textarea><script>alert(1)</script>",
    "<x contenteditable onblur=alert(1)>lose focus",
    "\"><script>alert(1)</script>",
    "'><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' autofocus onfocus='alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\u{ff1c}script\u{ff1e}alert(1)\u{ff1c}/script\u{ff1e}",
    "<scr\u{0}ipt>alert(1)</scr\u{0}ipt>",
    "<\nscript\n>alert(1)</script\n>",
    "[x](javascript:alert(1)) <javascript:alert(1)>",
    "\u{2028}</script>\u{2029}<script>alert(1)</script>{{constructor.constructor('alert(1)')()}}",
];

fn everywhere(text: &str) -> Post {
    let list = || vec![text.to_owned(), format!("x {text}")];
    let content = Content {
        title: Some(text.to_owned()),
        description: Some(format!("{text}\n{text}")),
        requirements: list(),
        responsibilities: list(),
        benefits: list(),
        skills: list(),
        location: Some(text.to_owned()),
        department: Some(text.to_owned()),
        ..Content::default()
    };
    Post { company_name: text.to_owned(), content }
}

/// Everything that a browser reads as a tag, a comment or a declaration.
fn tags(html: &str) -> Vec<&str> {
    Regex::new("<[^>]*>?").unwrap().find_iter(html).map(|tag| tag.as_str()).collect()
}

/// The text that a browser shows between tags.
fn shown(html: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(html.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

/// The tags equal those of the same post without the special signs, so none came from a text.
fn survivors(payload: &str, export: impl Fn(&Post) -> String) -> bool {
    let harmless = payload.replace(['<', '>', '&', '"', '\'', '`'], "x");
    let (attacked, quiet) = (export(&everywhere(payload)), export(&everywhere(&harmless)));
    tags(&attacked) != tags(&quiet)
}

#[test]
fn no_payload_survives_in_html() {
    let survived: Vec<_> =
        PAYLOADS.iter().filter(|payload| survivors(payload, |post| post.posting().html())).collect();
    assert!(survived.is_empty(), "{survived:?}");
    let plain = |post: &Post| post.content.title.clone().unwrap();
    // The check would find them: of the 50 payloads, these have no tag.
    assert_eq!(PAYLOADS.iter().filter(|payload| !survivors(payload, plain)).count(), 5);
}

#[test]
fn the_shown_text_is_the_written_text() {
    for payload in PAYLOADS {
        let page = everywhere(payload).posting().html();
        let line = text::clean(payload.lines().next().unwrap());
        let items = page.lines().filter_map(|line| line.strip_prefix("<p>")?.strip_suffix("</p>"));
        assert!(items.map(shown).any(|item| item == line), "{line} is not in {page}");
        assert!(!page.contains('\0') && !page.contains('\u{ff1c}') || payload.contains('\u{ff1c}'));
    }
}

#[test]
fn json_ld_can_stand_in_a_script_element() {
    for payload in PAYLOADS {
        let post = everywhere(payload);
        let text = post.posting().json_ld();
        assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{text}");
        let document: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(document["hiringOrganization"]["name"], text::clean(payload));
        assert!(!survivors(payload, |post| {
            let document: Value = serde_json::from_str(&post.posting().json_ld()).unwrap();
            document["description"].as_str().unwrap().to_owned()
        }));
    }
}

#[test]
fn markdown_has_no_html_and_no_link() {
    let opens = Regex::new(r"(^|[^\\])(\\\\)*[<\[&`]").unwrap();
    let mut dice = Dice::new(11);
    let random = (0..200).map(|_| dice.post());
    for post in PAYLOADS.iter().map(|payload| everywhere(payload)).chain(random) {
        let text = post.posting().markdown();
        assert!(!opens.is_match(&text), "{text}");
    }
}
