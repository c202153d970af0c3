//! The cookie of a browser's login, and the defence against requests that another site's page makes with it.

use poem::Request;
use poem::http::HeaderMap;
use poem::http::header::{AUTHORIZATION, COOKIE, ORIGIN};
use secrecy::{ExposeSecret, SecretString};

use crate::problem::Problem;
use crate::settings::Settings;

/// What the browser says about where a request comes from (Fetch Metadata); scripts cannot set it.
const FETCH_SITE: &str = "sec-fetch-site";
/// Programs only; it takes a form.
const TOKEN_PATH: &str = "/v1/oauth/token";

/// Whether a cookie counts at a path. The original routes and the token endpoint take forms, which any site's page can send.
pub fn takes_cookie(path: &str) -> bool {
    path.starts_with("/v1/") && path != TOKEN_PATH
}

/// The name and the attributes of the cookie. With HTTPS its name binds it to this host (RFC 6265bis, section 4.1.3.2). Which
/// of both it is follows from the settings, never from a request.
#[derive(Clone, Copy, Debug)]
pub struct BrowserCookie {
    is_secure: bool,
}

impl BrowserCookie {
    pub fn of(settings: &Settings) -> Self {
        Self { is_secure: settings.public_url.as_ref().is_some_and(|url| url.starts_with("https://")) }
    }

    fn name(self) -> &'static str {
        if self.is_secure { "__Host-postwright" } else { "postwright" }
    }

    /// The value of `Set-Cookie` that gives the browser this secret.
    pub fn set(self, secret: &SecretString) -> String {
        self.header(secret.expose_secret(), domain::accounts::browser::MAX_LIFETIME.as_secs())
    }

    /// The value of `Set-Cookie` that removes it.
    pub fn remove(self) -> String {
        self.header("", 0)
    }

    fn header(self, value: &str, max_age: u64) -> String {
        let secure = if self.is_secure { "; Secure" } else { "" };
        format!("{}={value}; Path=/; Max-Age={max_age}; HttpOnly; SameSite=Strict{secure}", self.name())
    }

    /// The secret that the request sends. Of several cookies with the name none counts.
    fn find(self, headers: &HeaderMap) -> Option<SecretString> {
        let texts = headers.get_all(COOKIE).iter().filter_map(|header| header.to_str().ok());
        let pairs = texts.flat_map(|text| text.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let mut values = pairs.filter(|(name, _)| *name == self.name()).map(|(_, value)| value);
        let value = values.next().filter(|value| !value.is_empty())?;
        values.next().is_none().then(|| value.into())
    }
}

/// The secret of the request's cookie, where one counts. A request with a token is the token's alone.
///
/// # Errors
/// 403 `cross_site_request` when another site's page may have made the request.
pub fn cookie_of(request: &Request, settings: &Settings) -> Result<Option<SecretString>, Problem> {
    if request.headers().contains_key(AUTHORIZATION) || !takes_cookie(request.uri().path()) {
        return Ok(None);
    }
    let Some(secret) = BrowserCookie::of(settings).find(request.headers()) else { return Ok(None) };
    if request.method().is_safe() || is_same_origin(request.headers(), settings) {
        return Ok(Some(secret));
    }
    Err(Problem::cross_site())
}

/// Checks a request that sets the cookie: another site's page could otherwise sign somebody in as somebody else.
///
/// # Errors
/// 403 `cross_site_request`.
pub fn require_same_origin(request: &Request, settings: &Settings) -> Result<(), Problem> {
    is_same_origin(request.headers(), settings).then_some(()).ok_or_else(Problem::cross_site)
}

/// Whether the browser says that a page of our own made the request. Browsers leave Fetch Metadata out on plain HTTP, where
/// `Origin` says it. A request that says neither is refused.
fn is_same_origin(headers: &HeaderMap, settings: &Settings) -> bool {
    let single = |name: &str| {
        let mut sent = headers.get_all(name).iter();
        sent.next().filter(|_| sent.next().is_none()).and_then(|value| value.to_str().ok())
    };
    if headers.contains_key(FETCH_SITE) {
        return single(FETCH_SITE) == Some("same-origin");
    }
    let own = settings.public_url.as_deref().map(|url| url.trim_end_matches('/'));
    own.is_some() && single(ORIGIN.as_str()) == own
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(public_url: &str) -> Settings {
        Settings { public_url: Some(public_url.to_owned()), ..Settings::default() }
    }

    fn cookie(path: &str, headers: &[(&str, &str)]) -> Result<Option<String>, String> {
        let method = if path.ends_with("/read") { "GET" } else { "POST" };
        let mut request = Request::builder().method(method.parse().unwrap()).uri_str(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        cookie_of(&request.finish(), &settings("https://api.example.com"))
            .map(|found| found.map(|secret| secret.expose_secret().to_owned()))
            .map_err(|problem| problem.code.to_string())
    }

    const SENT: (&str, &str) = ("cookie", "a=b; __Host-postwright=secret; c=d");

    #[test]
    fn a_page_of_ours_is_accepted_and_no_other() {
        let accepted = Ok(Some("secret".to_owned()));
        assert_eq!(cookie("/v1/me", &[SENT, ("sec-fetch-site", "same-origin")]), accepted);
        assert_eq!(cookie("/v1/me", &[SENT, ("origin", "https://api.example.com")]), accepted);
        let refused = Err("cross_site_request".to_owned());
        for sent in [
            ("sec-fetch-site", "same-site"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "none"),
            ("sec-fetch-site", ""),
            ("origin", "https://evil.example"),
            ("origin", "https://sub.api.example.com"),
            ("origin", "http://api.example.com"),
            ("origin", "null"),
            ("x-nothing", "is said"),
        ] {
            assert_eq!(cookie("/v1/me", &[SENT, sent]), refused, "{sent:?}");
        }
        let both = [SENT, ("sec-fetch-site", "cross-site"), ("origin", "https://api.example.com")];
        assert_eq!(cookie("/v1/me", &both), refused);
        // It changes nothing, and the page cannot read the answer.
        assert_eq!(cookie("/v1/read", &[SENT]), accepted);
    }

    #[test]
    fn a_cookie_counts_only_where_no_form_is_taken_and_no_token_is_sent() {
        let own = ("sec-fetch-site", "same-origin");
        for path in ["/create-job-post", "/job-post-chat", "/job-post-session/1/read", "/v1/oauth/token"] {
            assert_eq!(cookie(path, &[SENT, own]), Ok(None), "{path}");
        }
        assert_eq!(cookie("/v1/me", &[SENT, own, ("authorization", "Bearer x")]), Ok(None));
        assert_eq!(cookie("/v1/me", &[("cookie", "postwright=secret"), own]), Ok(None));
        let twice = ("cookie", "__Host-postwright=one; __Host-postwright=two");
        assert_eq!(cookie("/v1/me", &[twice, own]), Ok(None));
    }

    #[test]
    fn the_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
        let secret = SecretString::from("x");
        let secure = BrowserCookie::of(&settings("https://api.example.com")).set(&secret);
        assert_eq!(secure, "__Host-postwright=x; Path=/; Max-Age=1209600; HttpOnly; SameSite=Strict; Secure");
        let local = BrowserCookie::of(&settings("http://127.0.0.1:8080")).remove();
        assert_eq!(local, "postwright=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict");
    }
}
