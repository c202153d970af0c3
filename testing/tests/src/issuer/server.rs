//! The endpoints of the issuer: discovery, keys, authorization and tokens.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use reqwest::Url;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use super::forgery::token;
use super::keys::Key;
use super::{CLIENT_ID, CLIENT_SECRET, Failure, Grant, State};
use crate::raw_http::{RawRequest, read_request, write_response};

type Shared = Arc<Mutex<State>>;
/// Status, `Location`, and body.
type Answer = (u16, String, String);

pub async fn serve(listener: TcpListener, issuer: String, state: Shared) {
    // A JoinSet, so that the connections end with this task.
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                let Ok((socket, _)) = accepted else { continue };
                connections.spawn(handle(socket, issuer.clone(), state.clone()));
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn handle(mut socket: TcpStream, issuer: String, state: Shared) {
    let mut buffer = Vec::new();
    while let Ok(Some(request)) = read_request(&mut socket, &mut buffer).await {
        let target = request.line.split(' ').nth(1).unwrap_or_default().to_owned();
        let url = Url::parse(&format!("{issuer}{target}")).expect("a URL");
        let endpoint = url.path().rsplit('/').next().unwrap_or_default().to_owned();
        let failure = {
            let mut state = state.lock().expect("the state");
            state.requests.push(url.path().to_owned());
            state.failures.get(&*endpoint).cloned()
        };
        let (status, location, body) = match failure {
            Some(Failure::Cut) => return,
            Some(Failure::Status(status, body)) => (status, String::new(), body.to_owned()),
            Some(Failure::Slow(time)) => {
                tokio::time::sleep(time).await;
                answer(&issuer, &url, &endpoint, &request, &state)
            }
            None => answer(&issuer, &url, &endpoint, &request, &state),
        };
        let headers = match location.is_empty() {
            true => "content-type: application/json\r\n".to_owned(),
            false => format!("location: {location}\r\n"),
        };
        if write_response(&mut socket, status, &headers, body.as_bytes()).await.is_err() {
            return;
        }
    }
}

fn answer(issuer: &str, url: &Url, endpoint: &str, request: &RawRequest, state: &Shared) -> Answer {
    let mut state = state.lock().expect("the state");
    match endpoint {
        "openid-configuration" => ok(&json!({
            "issuer": issuer,
            "authorization_endpoint": format!("{issuer}/authorize"),
            "token_endpoint": format!("{issuer}/token"),
            "jwks_uri": format!("{issuer}/keys"),
        })),
        "keys" => ok(&json!({ "keys": [{ "kty": "unheard of" }, Key::of(state.key).jwk] })),
        "authorize" => authorize(url, &mut state),
        "token" => exchange(issuer, request, &mut state),
        _ => (404, String::new(), String::new()),
    }
}

fn ok(body: &Value) -> Answer {
    (200, String::new(), body.to_string())
}

fn refused(error: &str) -> Answer {
    (400, String::new(), json!({ "error": error }).to_string())
}

/// Grants a code at once: the person is signed in at the issuer.
fn authorize(url: &Url, state: &mut State) -> Answer {
    let query: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
    let text = |name: &str| query.get(name).cloned().unwrap_or_default();
    assert_eq!((text("response_type").as_str(), text("client_id").as_str()), ("code", CLIENT_ID));
    assert_eq!(text("code_challenge_method"), "S256");
    assert!(text("scope").split(' ').any(|scope| scope == "openid"), "{query:?}");
    state.granted += 1;
    let code = format!("code/{}", state.granted);
    let grant = Grant {
        nonce: text("nonce"),
        challenge: text("code_challenge"),
        redirect_uri: text("redirect_uri"),
        is_fresh: text("prompt") == "login" && text("max_age") == "0",
    };
    state.grants.insert(code.clone(), grant);
    let mut location = Url::parse(&text("redirect_uri")).expect("a redirect URI");
    location.query_pairs_mut().append_pair("code", &code).append_pair("state", &text("state"));
    (302, location.into(), String::new())
}

/// Exchanges a code once, as RFC 6749 and RFC 7636 require.
fn exchange(issuer: &str, request: &RawRequest, state: &mut State) -> Answer {
    let form = Url::parse(&format!("form:?{}", String::from_utf8_lossy(&request.body))).expect("a form");
    let form: BTreeMap<String, String> = form.query_pairs().into_owned().collect();
    if !is_authenticated(request) {
        return (401, String::new(), json!({ "error": "invalid_client" }).to_string());
    }
    let text = |name: &str| form.get(name).cloned().unwrap_or_default();
    let Some(grant) = state.grants.remove(&text("code")) else { return refused("invalid_grant") };
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(text("code_verifier")));
    if challenge != grant.challenge || text("redirect_uri") != grant.redirect_uri {
        return refused("invalid_grant");
    }
    let claims = claims(issuer, &grant, &state.claims);
    let (key, foreign) = (Key::of(state.key), Key::of(state.key + 1));
    let id_token = token(&claims, key, foreign, state.forgery);
    ok(&json!({ "id_token": id_token, "access_token": "unused", "token_type": "Bearer" }))
}

fn is_authenticated(request: &RawRequest) -> bool {
    let header = request.headers.iter().find(|(name, _)| name == "authorization");
    let basic = header.and_then(|(_, value)| value.strip_prefix("Basic ")).unwrap_or_default();
    let decoded = String::from_utf8(STANDARD.decode(basic).unwrap_or_default()).unwrap_or_default();
    let decoded = Url::parse(&format!("form:?{}", decoded.replacen(':', "=", 1))).expect("credentials");
    decoded.query_pairs().any(|(id, secret)| id == CLIENT_ID && secret == CLIENT_SECRET)
}

#[expect(clippy::disallowed_methods, reason = "an issuer has a clock of its own")]
fn claims(issuer: &str, grant: &Grant, said: &Map<String, Value>) -> Map<String, Value> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time after 1970").as_secs();
    // Without `prompt=login` the person signed in to the issuer long ago.
    let authenticated_at = if grant.is_fresh { now } else { now - 3_600 };
    let made = json!({
        "iss": issuer,
        "aud": CLIENT_ID,
        "iat": now,
        "exp": now + 300,
        "nonce": grant.nonce,
        "auth_time": authenticated_at,
    });
    let mut claims = made.as_object().cloned().expect("an object");
    for (name, value) in said {
        match value {
            Value::Null => drop(claims.remove(name)),
            value => drop(claims.insert(name.clone(), value.clone())),
        }
    }
    claims
}
