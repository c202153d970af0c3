//! Serves the web application below `/app`. Its addresses are its own: every one of them gets the same page.

use ::dashboard::File;
use poem::http::header::{
    ACCEPT, ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
    HeaderName, IF_NONE_MATCH, VARY,
};
use poem::http::{HeaderMap, StatusCode};
use poem::{Request, Response, Result, Route, RouteMethod, endpoint};

use crate::problem::Problem;

/// Addresses of the web application, in the notation of the OpenAPI document.
pub const PATHS: [&str; 2] = ["/app", "/app/{path}"];

/// Scripts, styles and requests of this server only. The digest is of the style by which its components keep the page behind
/// an open dialog from scrolling on iOS.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' \
    'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='; img-src 'self'; font-src 'self'; connect-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'";
/// Names of assets change with their content.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// Adds the page and its files.
pub fn add_to(routes: Route) -> Route {
    let page = || RouteMethod::new().get(endpoint::make_sync(|request| serve(&request)));
    routes.at("/app", page()).at("/app/*path", page())
}

fn serve(request: &Request) -> Result<Response> {
    let path = request.uri().path().strip_prefix("/app/").unwrap_or_default();
    let headers = request.headers();
    let response = match path.starts_with("assets/") {
        // Never the page: a browser would run it as a script.
        true => ::dashboard::file(path).map(|file| asset(headers, file)),
        false if accepts(headers, ACCEPT, &["text/html", "*/*"]) => {
            ::dashboard::index().map(|file| page(headers, file))
        }
        false => None,
    };
    response.ok_or_else(|| Problem::of_status(StatusCode::NOT_FOUND).into())
}

fn page(headers: &HeaderMap, file: &'static File) -> Response {
    let tag = format!("\"{}\"", ::dashboard::build_id());
    let is_known = headers.get_all(IF_NONE_MATCH).iter().any(|known| known == tag.as_str());
    let builder = Response::builder()
        .header(CACHE_CONTROL, "no-cache")
        .header(ETAG, tag)
        .header(CONTENT_SECURITY_POLICY, POLICY)
        .header("cross-origin-opener-policy", "same-origin")
        .header("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    match is_known {
        true => builder.status(StatusCode::NOT_MODIFIED).finish(),
        false => builder.header(CONTENT_TYPE, file.media_type()).body(file.bytes),
    }
}

fn asset(headers: &HeaderMap, file: &'static File) -> Response {
    let builder = Response::builder()
        .header(CACHE_CONTROL, FOREVER)
        .header(CONTENT_TYPE, file.media_type())
        .header(VARY, "accept-encoding");
    match accepts(headers, ACCEPT_ENCODING, &["gzip"]) {
        true => builder.header(CONTENT_ENCODING, "gzip").body(file.compressed()),
        false => builder.body(file.bytes),
    }
}

/// Whether the header lists one of the values. Weights are not looked at: clients that refuse what they list are rare.
fn accepts(headers: &HeaderMap, name: HeaderName, values: &[&str]) -> bool {
    let listed = headers.get_all(name).iter().filter_map(|header| header.to_str().ok());
    let mut names =
        listed.flat_map(|list| list.split(',')).map(|item| item.split(';').next().unwrap_or(item).trim());
    names.any(|name| values.contains(&name))
}
