//! The whole API as one endpoint, and the server around it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::OnceLock;

use bytes::Bytes;
use domain::Db;
use openid::RelyingParty;
use poem::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use poem::http::{HeaderValue, Method};
use poem::middleware::SetHeader;
use poem::{Endpoint, EndpointExt, Response, Route, RouteMethod, Server, endpoint};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::account_pages;
use crate::dashboard;
use crate::middleware::{Allow, Pipeline};
use crate::network_limits::{EmailLimits, SingleSignOnLimits};
use crate::openapi;
use crate::rate_limit::RateLimits;
use crate::routes::{ExportLimits, Routes};
use crate::settings::Settings;
use crate::shutdown::Shutdown;
use crate::streams::Streams;
use crate::tcp::LimitedAcceptor;
use crate::timeouts::Timeouts;

/// Requests at once of one HTTP/2 connection, as RFC 9113 recommends at least.
const HTTP2_STREAMS: u32 = 100;

/// Paths that are not in the OpenAPI document.
const OTHER_PATHS: [&str; 4] = ["/openapi.json", "/openapi.yaml", "/docs", openapi::SCRIPT_PATH];

/// The API as an endpoint, without a server. It never returns an `Err`. `shutdown` closes its streams.
pub fn app(
    settings: Settings,
    db: Db,
    shutdown: CancellationToken,
) -> impl Endpoint<Output = Response> + 'static {
    db.set_organization_share(settings.organization_database_share);
    db.set_quotas(settings.quotas.clone());
    let shutdown = Shutdown::new(&settings, shutdown);
    let routes = if settings.dashboard { dashboard::add_to(Route::new()) } else { Route::new() };
    let routes = account_pages::add_to(routes)
        .at("/openapi.json", document("application/json", openapi::json, &settings))
        .at("/openapi.yaml", document("application/yaml", openapi::yaml, &settings))
        .at("/docs", docs())
        .at(openapi::SCRIPT_PATH, file("text/javascript; charset=utf-8", openapi::SCRIPT.as_str()))
        .nest("/", openapi::service())
        .data(db)
        .data(settings.clone())
        .data(RateLimits::new(&settings))
        .data(ExportLimits::new(&settings))
        .data(EmailLimits::new(&settings))
        .data(SingleSignOnLimits::new(&settings))
        .data(RelyingParty::new(settings.outbound_allow.clone()))
        .data(shutdown.clone())
        .data(Streams::new(settings.clone(), shutdown.clone()));
    let others = OTHER_PATHS.iter().chain(&account_pages::PATHS).chain(&dashboard::PATHS);
    let allow = others.fold(Allow::of::<Routes>(), |allow, path| allow.and(path, &[Method::GET]));
    let timeouts = Timeouts::of::<Routes>(&settings);
    Pipeline::new(routes, allow, timeouts, settings, shutdown)
}

/// Serves the API on `listener` until `shutdown`. Then `/readyz` answers 503, streams are closed and clients are asked
/// to close their connections. After [`Settings::drain`] no new connection is accepted, and requests in flight get
/// [`Settings::shutdown_grace`] to end.
///
/// # Errors
/// When the listener cannot be used.
pub async fn serve(
    mut settings: Settings,
    db: Db,
    listener: TcpListener,
    shutdown: CancellationToken,
) -> std::io::Result<()> {
    if settings.public_url.is_none() {
        settings.public_url = loopback_url(&listener)?;
    }
    let acceptor = LimitedAcceptor::new(listener, &settings)?;
    // Not on the threads that serve requests.
    tokio::task::spawn_blocking(openapi::warm_up);
    let (idle, drain, grace) = (settings.idle_timeout, settings.drain, settings.shutdown_grace);
    let app = app(settings, db, shutdown.clone());
    let drained = async move {
        shutdown.cancelled().await;
        tokio::time::sleep(drain).await;
    };
    Server::new_with_acceptor(acceptor)
        .idle_timeout(idle)
        .http2_max_concurrent_streams(HTTP2_STREAMS)
        .run_with_graceful_shutdown(app, drained, Some(grace))
        .await
}

/// The URL of a listener that only this machine reaches. The URL of any other listener is unknown.
fn loopback_url(listener: &TcpListener) -> std::io::Result<Option<String>> {
    if listener.local_addr()?.ip().is_loopback() {
        return base_url(listener).map(Some);
    }
    tracing::warn!(
        "POSTWRIGHT_PUBLIC_URL is not set: OAuth metadata is not served, because it contains the API's URL"
    );
    Ok(None)
}

/// The URL at which this machine reaches the listener.
///
/// # Errors
/// When the listener has no address.
pub fn base_url(listener: &TcpListener) -> std::io::Result<String> {
    let mut address = listener.local_addr()?;
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    Ok(format!("http://{address}"))
}

/// A file that does not change while the process runs.
pub fn file(media_type: &'static str, text: impl Into<Bytes>) -> RouteMethod {
    let text = text.into();
    RouteMethod::new().get(endpoint::make_sync(move |_| file_response(media_type, text.clone())))
}

/// The API's document with this server's address. It is written at the first request, so that no start waits for it.
fn document(media_type: &'static str, write: fn(Option<&str>) -> String, settings: &Settings) -> RouteMethod {
    let (text, public_url) = (OnceLock::new(), settings.public_url.clone());
    RouteMethod::new().get(endpoint::make_sync(move |_| {
        let text: &Bytes = text.get_or_init(|| write(public_url.as_deref()).into());
        file_response(media_type, text.clone())
    }))
}

fn file_response(media_type: &'static str, text: Bytes) -> Response {
    Response::builder().header(CONTENT_TYPE, media_type).header(CACHE_CONTROL, "no-cache").body(text)
}

fn docs() -> impl Endpoint {
    let page = file("text/html; charset=utf-8", openapi::HTML);
    let policy = HeaderValue::from_static(openapi::CONTENT_SECURITY_POLICY);
    page.with(SetHeader::new().overriding(CONTENT_SECURITY_POLICY, policy))
}
