//! The whole API as one endpoint, and the server around it.

use domain::Db;
use poem::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use poem::http::{HeaderValue, Method};
use poem::listener::TcpAcceptor;
use poem::middleware::SetHeader;
use poem::{Endpoint, EndpointExt, Response, Route, RouteMethod, Server, endpoint};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::document;
use crate::frame::{Allow, Frame};
use crate::routes::Routes;
use crate::settings::Settings;

/// What is served beside the routes of the document.
const BESIDE: [&str; 4] = ["/openapi.json", "/openapi.yaml", "/docs", document::SCRIPT_PATH];

/// The API as an endpoint, without a server. It never answers with an `Err`.
pub fn app(settings: Settings, db: Db) -> impl Endpoint<Output = Response> + 'static {
    let routes = Route::new()
        .at("/openapi.json", file("application/json", &document::JSON))
        .at("/openapi.yaml", file("application/yaml", &document::YAML))
        .at("/docs", docs())
        .at(document::SCRIPT_PATH, file("text/javascript; charset=utf-8", &document::SCRIPT))
        .nest("/", document::service())
        .data(db)
        .data(settings.clone());
    let allow = BESIDE.iter().fold(Allow::of::<Routes>(), |allow, path| allow.and(path, &[Method::GET]));
    Frame::new(routes, allow, settings)
}

/// Serves the API on `listener` until `shutdown`; requests in flight then get [`Settings::shutdown_grace`] to end.
///
/// # Errors
/// When the listener cannot be used.
pub async fn serve(
    settings: Settings,
    db: Db,
    listener: TcpListener,
    shutdown: CancellationToken,
) -> std::io::Result<()> {
    let (idle, grace) = (settings.idle_timeout, settings.shutdown_grace);
    Server::new_with_acceptor(TcpAcceptor::from_tokio(listener)?)
        .idle_timeout(idle)
        .run_with_graceful_shutdown(app(settings, db), shutdown.cancelled_owned(), Some(grace))
        .await
}

fn file(media_type: &'static str, text: &'static str) -> RouteMethod {
    RouteMethod::new().get(endpoint::make_sync(move |_| {
        Response::builder().header(CONTENT_TYPE, media_type).header(CACHE_CONTROL, "no-cache").body(text)
    }))
}

fn docs() -> impl Endpoint {
    let page = file("text/html; charset=utf-8", document::HTML);
    let policy = HeaderValue::from_static(document::CONTENT_SECURITY_POLICY);
    page.with(SetHeader::new().overriding(CONTENT_SECURITY_POLICY, policy))
}
