//! The middleware around small routes.

use poem::http::{HeaderMap, Method, StatusCode};
use poem::{Endpoint, EndpointExt, Request, Response, Route, RouteMethod, endpoint};
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use super::{Allow, Pipeline};
use crate::settings::Settings;
use crate::shutdown::Shutdown;
use crate::timeouts::Timeouts;

fn pipeline(shutdown: CancellationToken) -> impl Endpoint<Output = Response> {
    pipeline_of(Settings::default(), shutdown)
}

fn pipeline_of(settings: Settings, shutdown: CancellationToken) -> impl Endpoint<Output = Response> {
    let echo = RouteMethod::new().post(endpoint::make(|request: Request| async {
        Ok::<_, poem::Error>(request.into_body().into_string().await?)
    }));
    let bad = endpoint::make_sync(|_| -> Response { panic!("on purpose") });
    let routes = Route::new().at("/v1/things/:id", echo).at("/bad", bad).map_to_response();
    let allow = Allow::default().and("/v1/things/{id}", &[Method::POST]);
    let settings = Settings { body_limit: 100, ..settings };
    let shutdown = Shutdown::new(&settings, shutdown);
    Pipeline::new(routes, allow, Timeouts::new(&settings), settings, shutdown)
}

async fn call(request: Request) -> (StatusCode, HeaderMap, Value) {
    let response = pipeline(CancellationToken::new()).get_response(request).await;
    let (status, headers) = (response.status(), response.headers().clone());
    let body = response.into_body().into_string().await.unwrap();
    (status, headers, serde_json::from_str(&body).unwrap_or(Value::String(body)))
}

fn post(path: &str, body: &str) -> Request {
    Request::builder().method(Method::POST).uri_str(path).body(body.to_owned())
}

#[tokio::test]
async fn a_good_request_passes_with_an_id_and_safe_headers() {
    let (status, headers, body) = call(post("/v1/things/1", "hello")).await;
    assert_eq!((status.as_u16(), body), (200, "hello".into()));
    assert_eq!(headers["x-request-id"].len(), 36);
    assert_eq!(headers["cache-control"], "no-store");
    assert_eq!(headers["x-content-type-options"], "nosniff");
    assert!(headers["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
}

#[tokio::test]
async fn only_an_api_with_tls_asks_browsers_for_tls() {
    for (url, expected) in [("https://api.example.com", true), ("http://127.0.0.1:8000", false)] {
        let settings = Settings { public_url: Some(url.to_owned()), ..Settings::default() };
        let response =
            pipeline_of(settings, CancellationToken::new()).get_response(post("/nowhere", "")).await;
        assert_eq!(response.header("strict-transport-security").is_some(), expected, "{url}");
    }
}

#[tokio::test]
async fn every_request_has_an_id_of_ours_beside_a_valid_one_of_the_caller() {
    for (given, kept) in [("abc-1.2_3", true), ("a b", false), (&"x".repeat(65), false), ("", false)] {
        let mut request = post("/nowhere", "");
        request.headers_mut().insert("x-request-id", given.parse().unwrap());
        let (_, headers, body) = call(request).await;
        assert!(headers["x-request-id"].to_str().unwrap().parse::<uuid::Uuid>().is_ok(), "{given}");
        assert_eq!(headers.get("x-caller-request-id").is_some_and(|id| id == given), kept, "{given}");
        assert_eq!(body["request_id"], headers["x-request-id"].to_str().unwrap());
    }
}

#[tokio::test]
async fn an_error_is_a_problem() {
    let get = || Request::builder().uri_str("/v1/things/1").finish();
    let cases = [
        (post("/nowhere", ""), 404, "route_not_found"),
        (get(), 405, "method_not_allowed"),
        (post("/v1/things/1", &"x".repeat(101)), 413, "payload_too_large"),
        (post("/v1/things/1", &"x".repeat(1024 * 1024)), 413, "payload_too_large"),
        (post("/bad", ""), 500, "internal_error"),
    ];
    for (request, expected, code) in cases {
        let (status, headers, body) = call(request).await;
        assert_eq!((status.as_u16(), body["code"].as_str().unwrap()), (expected, code));
        assert_eq!(headers["content-type"], "application/problem+json");
        assert_eq!(body["status"], expected);
        assert_eq!(body["type"], format!("urn:postwright:problem:{code}"));
    }
    let (_, headers, _) = call(get()).await;
    assert_eq!(headers["allow"], "POST");
}

#[tokio::test]
async fn the_original_routes_keep_the_shape_of_their_errors() {
    let (status, headers, body) = call(post("/create-job-post", &"x".repeat(101))).await;
    assert_eq!(status.as_u16(), 413);
    assert_eq!(headers["content-type"], "application/json");
    assert_eq!((&body["status"], &body["code"]), (&"error".into(), &"payload_too_large".into()));
}

#[tokio::test]
async fn headers_have_a_size_limit() {
    let mut request = post("/v1/things/1", "");
    request.headers_mut().insert("authorization", "x".repeat(17 * 1024).parse().unwrap());
    assert_eq!(call(request).await.0.as_u16(), 431);
}

#[tokio::test]
async fn a_stopping_server_asks_clients_to_close_the_connection() {
    let shutdown = CancellationToken::new();
    let pipeline = pipeline(shutdown.clone());
    assert!(pipeline.get_response(post("/v1/things/1", "")).await.header("connection").is_none());
    shutdown.cancel();
    let response = pipeline.get_response(post("/v1/things/1", "hello")).await;
    assert_eq!((response.status().as_u16(), response.header("connection")), (200, Some("close")));
}
