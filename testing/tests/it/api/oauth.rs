//! Client credentials (RFC 6749, section 4.4), their errors (section 5.2) and the metadata (RFC 8414).

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{App, Key, Options, Reply, with_app, with_app_of};

const GRANT: (&str, &str) = ("grant_type", "client_credentials");

async fn token(app: &App, form: &[(&str, &str)], basic: Option<(&str, &str)>) -> Reply {
    let request = app.anonymous().request(Method::POST, "/v1/oauth/token").form(form);
    let reply = Reply::of(match basic {
        Some((id, secret)) => {
            request.header("Authorization", format!("Basic {}", STANDARD.encode(format!("{id}:{secret}"))))
        }
        None => request,
    })
    .await;
    assert_eq!(reply.header("cache-control"), "no-store", "{reply:?}");
    reply
}

fn claims(reply: &Reply) -> Value {
    let token = reply.text_at("/access_token");
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(token.split('.').nth(1).unwrap()).unwrap()).unwrap()
}

fn refused(reply: &Reply, status: u16, error: &str) {
    assert_eq!((reply.status, reply.text_at("/error")), (status, error.to_owned()), "{reply:?}");
    assert_eq!(reply.header("content-type"), "application/json", "{reply:?}");
    assert!(reply.at("/error_description").is_string(), "{reply:?}");
}

async fn key(app: &App) -> Key {
    let ada = app.owner("ada").await;
    app.live_key(&ada, &["sessions:read", "job_posts:read"]).await
}

#[tokio::test]
async fn credentials_in_form_or_header_give_a_token() {
    with_app(async |app| {
        let key = key(app).await;
        let secret = &key.key[41..];
        let (id, plain) = (key.id.as_str(), key.id.replace('-', ""));
        let in_form = token(app, &[GRANT, ("client_id", id), ("client_secret", &key.key)], None).await;
        let in_header = token(app, &[GRANT], Some((id, &key.key))).await;
        let shorter = token(app, &[GRANT, ("client_id", id), ("client_secret", secret)], None).await;
        let escaped =
            token(app, &[GRANT, ("client_id", id)], Some((&id.replace('-', "%2D"), &key.key))).await;
        let unhyphened = token(app, &[GRANT], Some((&plain, secret))).await;
        for reply in [&in_form, &in_header, &shorter, &escaped, &unhyphened] {
            assert_eq!(reply.status, 200, "{reply:?}");
            assert_eq!(reply.text_at("/token_type"), "Bearer");
            assert_eq!(
                (reply.at("/expires_in"), reply.text_at("/scope")),
                (900.into(), "sessions:read job_posts:read".into())
            );
            let bearer = app.anonymous().with_token(reply.text_at("/access_token"));
            assert_eq!(bearer.get("/v1/job-posts").await.status, 200);
            assert_eq!(bearer.get("/v1/me").await.text_at("/api_key_id"), key.id);
        }
    })
    .await;
}

#[tokio::test]
async fn a_keys_token_has_the_claims_of_a_persons_token() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let key = app.test_key(&ada, &["sessions:read", "job_posts:read"]).await;
        let form = [GRANT, ("client_id", &key.id), ("client_secret", &key.key), ("scope", "job_posts:read")];
        let narrow = token(app, &form, None).await;
        let claims = claims(&narrow);
        let persons: Value =
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(ada.token().split('.').nth(1).unwrap()).unwrap())
                .unwrap();
        for (claim, value) in persons.as_object().unwrap() {
            assert!(claims.get(claim).is_some(), "no {claim} in {claims}");
            if ["iss", "aud", "org"].contains(&claim.as_str()) {
                assert_eq!(claims[claim], *value, "{claim}");
            }
        }
        // RFC 9068, section 2.2: without a person the subject is the client.
        assert_eq!((&claims["client_id"], &claims["sub"]), (&json!(key.id), &json!(key.id)));
        assert_eq!((&claims["scope"], &claims["livemode"]), (&json!("job_posts:read"), &json!(false)));
        let bearer = app.anonymous().with_token(narrow.text_at("/access_token"));
        assert_eq!(bearer.get("/v1/job-posts").await.status, 200);
        assert_eq!(bearer.get("/v1/sessions").await.problem(403), "insufficient_scope");
    })
    .await;
}

#[tokio::test]
async fn a_token_does_not_outlive_its_key() {
    with_app(async |app| {
        let key = key(app).await;
        sqlx::query("update api_key set expires_at = now() + interval '5 minutes'")
            .execute(app.superuser())
            .await
            .unwrap();
        let reply = token(app, &[GRANT], Some((&key.id, &key.key))).await;
        let left = reply.at("/expires_in").as_i64().unwrap();
        assert!((200..=300).contains(&left), "{reply:?}");
    })
    .await;
}

#[tokio::test]
async fn errors_follow_rfc_6749() {
    with_app(async |app| {
        let key = key(app).await;
        let (id, secret) = (key.id.as_str(), key.key.as_str());
        let basic = Some((id, secret));
        let wrong = [("client_id", id), ("client_secret", "pw_live_x")];
        for reply in [
            token(app, &[GRANT, wrong[0], wrong[1]], None).await,
            token(app, &[GRANT, wrong[0]], None).await,
            token(app, &[GRANT, ("client_secret", secret)], None).await,
            token(app, &[GRANT], None).await,
            token(app, &[GRANT], Some((id, "x"))).await,
            token(app, &[GRANT], Some(("x", secret))).await,
            token(app, &[GRANT], Some((&uuid::Uuid::now_v7().to_string(), secret))).await,
        ] {
            refused(&reply, 401, "invalid_client");
            assert_eq!(reply.header("www-authenticate"), "Basic realm=\"postwright\"");
        }
        refused(&token(app, &[("grant_type", "password")], basic).await, 400, "unsupported_grant_type");
        refused(&token(app, &[], basic).await, 400, "invalid_request");
        refused(&token(app, &[("grant_type", "")], basic).await, 400, "invalid_request");
        refused(&token(app, &[GRANT, GRANT], basic).await, 400, "invalid_request");
        refused(&token(app, &[GRANT, ("client_secret", secret)], basic).await, 400, "invalid_request");
        refused(&token(app, &[GRANT, ("client_id", "another")], basic).await, 400, "invalid_request");
        for scope in ["sessions:write", "sessions:read nonsense", " "] {
            refused(&token(app, &[GRANT, ("scope", scope)], basic).await, 400, "invalid_scope");
        }
        let unknown = token(app, &[GRANT, ("audience", "whoever"), ("scope", "")], basic).await;
        assert_eq!(unknown.status, 200, "{unknown:?}");
        let json =
            app.anonymous().post("/v1/oauth/token", json!({ "grant_type": "client_credentials" })).await;
        refused(&json, 400, "invalid_request");
        let large = "x".repeat(200_000);
        refused(&token(app, &[GRANT, ("scope", &large)], basic).await, 413, "invalid_request");
    })
    .await;
}

#[tokio::test]
async fn the_metadata_names_the_endpoints() {
    with_app(async |app| {
        let path = "/.well-known/oauth-authorization-server";
        // Request headers do not change the addresses in the metadata.
        let forged = app.anonymous().request(Method::GET, path).header("Host", "evil.example");
        let forged = Reply::of(forged.header("X-Forwarded-Proto", "https")).await;
        assert_eq!(forged.text_at("/issuer"), app.base_url, "{forged:?}");
        let found = app.anonymous().get(path).await;
        assert_eq!(found.status, 200, "{found:?}");
        assert_eq!(found.text_at("/issuer"), app.base_url);
        assert_eq!(found.text_at("/token_endpoint"), format!("{}/v1/oauth/token", app.base_url));
        assert_eq!(found.at("/scopes_supported"), json!(tests::every_scope()));
        let keys = found.text_at("/jwks_uri").replace(&app.base_url, "");
        assert_eq!(app.anonymous().get(&keys).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_public_url_is_the_issuer() {
    let settings = Options::default().api;
    let api = api::Settings { public_url: Some("https://jobs.example/".to_owned()), ..settings };
    with_app_of(Options { api, ..Options::default() }, async |app| {
        let found = app.anonymous().get("/.well-known/oauth-authorization-server").await;
        assert_eq!(found.text_at("/issuer"), "https://jobs.example");
        assert_eq!(found.text_at("/token_endpoint"), "https://jobs.example/v1/oauth/token");
    })
    .await;
}

/// The same rule for header and form: the client id and the key that is the secret must belong together.
#[tokio::test]
async fn client_id_and_key_must_belong_together() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (key, other) =
            (app.live_key(&ada, &["sessions:read"]).await, app.live_key(&ada, &["sessions:read"]).await);
        let plain = key.id.replace('-', "");
        let other_id_with_own_secret = key.key.replace(&plain, &other.id.replace('-', ""));
        for secret in [&other_id_with_own_secret, &other.key] {
            refused(&token(app, &[GRANT], Some((&key.id, secret))).await, 401, "invalid_client");
            let form = [GRANT, ("client_id", &key.id), ("client_secret", secret)];
            refused(&token(app, &form, None).await, 401, "invalid_client");
        }
        let spaced = format!(" {} ", key.id);
        let form = [GRANT, ("client_id", spaced.as_str()), ("client_secret", key.key.as_str())];
        refused(&token(app, &form, None).await, 401, "invalid_client");
        refused(&token(app, &[GRANT], Some((&spaced, &key.key))).await, 401, "invalid_client");
        let both = token(app, &[GRANT, ("client_id", &plain)], Some((&key.id, &key.key))).await;
        assert_eq!(both.status, 200, "{both:?}");
        let both = token(app, &[GRANT, ("client_id", &other.id)], Some((&key.id, &key.key))).await;
        refused(&both, 400, "invalid_request");
    })
    .await;
}

#[tokio::test]
async fn repeated_wrong_secrets_are_throttled() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (key, other) =
            (app.live_key(&ada, &["sessions:read"]).await, app.live_key(&ada, &["sessions:read"]).await);
        // A malformed request does not count as a failed guess.
        for _ in 0..8 {
            let scope = token(app, &[GRANT, ("scope", "nonsense")], Some((&key.id, &key.key))).await;
            refused(&scope, 400, "invalid_scope");
        }
        for _ in 0..5 {
            refused(&token(app, &[GRANT], Some((&key.id, "guess"))).await, 401, "invalid_client");
        }
        for secret in ["guess", &key.key] {
            let slowed = token(app, &[GRANT], Some((&key.id, secret))).await;
            refused(&slowed, 429, "temporarily_unavailable");
            assert_eq!(slowed.header("retry-after"), "1", "{slowed:?}");
        }
        // Other keys can still get a token, and the key itself can still be used.
        assert_eq!(token(app, &[GRANT], Some((&other.id, &other.key))).await.status, 200);
        assert_eq!(key.get("/v1/sessions").await.status, 200);
        tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
        let again = token(app, &[GRANT], Some((&key.id, &key.key))).await;
        assert_eq!(again.status, 200, "{again:?}");
        assert!(again.header("ratelimit").starts_with(r#""key";r="#), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn other_bodies_than_forms_are_invalid_requests() {
    with_app(async |app| {
        for (media_type, body) in [
            ("text/xml", "<a/>"),
            ("application/json", "{"),
            ("application/x-www-form-urlencoded", "grant_type=%ff"),
            ("", ""),
        ] {
            let request = app.anonymous().request(Method::POST, "/v1/oauth/token").body(body);
            let request =
                if media_type.is_empty() { request } else { request.header("Content-Type", media_type) };
            refused(&Reply::of(request).await, 400, "invalid_request");
        }
    })
    .await;
}
