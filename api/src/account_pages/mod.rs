//! The pages behind the links of e-mails: one static page and its script, which sends the token of the link to the API. One page
//! is behind the answers of identity providers: it shows the sign-in code, for the program in which the sign-in began.
//!
//! The token is in the fragment of the address. Browsers send no fragments, so neither this server nor a proxy logs it.

use poem::http::HeaderValue;
use poem::http::header::CONTENT_SECURITY_POLICY;
use poem::middleware::SetHeader;
use poem::{EndpointExt as _, Route};

use crate::app::file;

const PAGE: &str = include_str!("page.html");
const SCRIPT: &str = include_str!("account.js");
const TEXTS: &str = include_str!("texts.js");
const STYLE: &str = include_str!("account.css");

/// Scripts, styles and requests of this server only; nothing may show the page in a frame.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";

/// The pages, each with the step that it is for, and their files.
pub const PATHS: [&str; 10] = [
    "/account/accept-invitation",
    "/account/complete-sign-up",
    "/account/confirm-email",
    "/account/request-password-reset",
    "/account/reset-password",
    "/account/single-sign-on",
    "/account/verify-domain",
    "/account/account.css",
    "/account/account.js",
    "/account/texts.js",
];

/// Adds the pages and their files.
pub fn add_to(routes: Route) -> Route {
    PATHS.into_iter().fold(routes, |routes, path| {
        let policy = HeaderValue::from_static(POLICY);
        let (media_type, text) = content(path);
        routes.at(
            path,
            file(media_type, text).with(SetHeader::new().overriding(CONTENT_SECURITY_POLICY, policy)),
        )
    })
}

fn content(path: &str) -> (&'static str, &'static str) {
    match path.rsplit('/').next() {
        Some("account.css") => ("text/css; charset=utf-8", STYLE),
        Some("account.js") => ("text/javascript; charset=utf-8", SCRIPT),
        Some("texts.js") => ("text/javascript; charset=utf-8", TEXTS),
        _ => ("text/html; charset=utf-8", PAGE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_no_inline_script_or_style_and_loads_nothing_from_elsewhere() {
        for text in [PAGE, SCRIPT, STYLE] {
            assert!(
                !text.contains("://") && !text.contains("style=\"") && !text.contains(" onclick"),
                "{text}"
            );
        }
        assert!(!SCRIPT.contains("innerHTML"), "names are shown as text");
        let scripts = PAGE.matches("<script").count();
        assert_eq!(scripts, PAGE.matches("<script type=\"module\" src=\"/account/").count());
    }

    #[test]
    fn every_step_has_its_texts_in_every_language() {
        const LANGUAGES: usize = job_post::Language::ALL.len();
        for step in PATHS.iter().filter(|path| !path.contains(".")) {
            let name = step.rsplit('/').next().unwrap();
            assert_eq!(TEXTS.matches(&format!("\"{name}\": {{ title:")).count(), LANGUAGES, "{name}");
            assert!(SCRIPT.contains(&format!("\"{name}\": {{ fields:")), "{name}");
        }
    }
}
