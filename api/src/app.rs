//! The whole API as one endpoint, and the server around it.

use domain::Db;
use poem::http::Method;
use poem::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use poem::listener::TcpAcceptor;
use poem::{Endpoint, EndpointExt, Response, Route, RouteMethod, Server, endpoint};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::document;
use crate::frame::{Allow, Frame};
use crate::routes::Routes;
use crate::settings::Settings;

/// What is served beside the routes of the document.
const BESIDE: [&str; 3] = ["/openapi.json", "/openapi.yaml", "/docs"];

/// The API as an endpoint, without a server. It never answers with an `Err`.
pub fn app(settings: Settings, db: Db) -> impl Endpoint<Output = Response> + 'static {
    let routes = Route::new()
        .at("/openapi.json", text("application/json", document::openapi_json()))
        .at("/openapi.yaml", text("application/yaml", document::openapi_yaml()))
        .at("/docs", page())
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

fn text(media_type: &'static str, text: String) -> RouteMethod {
    RouteMethod::new().get(endpoint::make_sync(move |_| {
        Response::builder()
            .header(CONTENT_TYPE, media_type)
            .header(CACHE_CONTROL, "no-cache")
            .body(text.clone())
    }))
}

fn page() -> RouteMethod {
    let html = document::html();
    RouteMethod::new().get(endpoint::make_sync(move |_| {
        Response::builder()
            .header(CONTENT_TYPE, "text/html; charset=utf-8")
            .header(CONTENT_SECURITY_POLICY, document::CONTENT_SECURITY_POLICY)
            .header(CACHE_CONTROL, "no-cache")
            .body(html.clone())
    }))
}
