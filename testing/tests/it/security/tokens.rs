//! Access tokens that are forged, foreign, expired or revoked.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reqwest::Method;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use tests::{App, Person, Reply, with_app};

fn encode(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

fn decode(part: &str) -> Value {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

async fn refused(app: &App, token: &str) {
    let reply = app.anonymous().with_token(token).get("/v1/me").await;
    assert_eq!(reply.problem(401), "invalid_token", "{token}");
    assert!(reply.header("www-authenticate").starts_with("Bearer"), "{reply:?}");
}

fn parts(ada: &Person) -> (Value, Value, String) {
    let parts: Vec<&str> = ada.token().split('.').collect();
    (decode(parts[0]), decode(parts[1]), parts[2].to_owned())
}

#[tokio::test]
async fn forged_and_malformed_tokens_are_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (header, claims, signature) = parts(&ada);
        let own = format!("{}.{}", encode(&header), encode(&claims));
        for token in
            ["", "x", "a.b", "a.b.c", "....", &own, &format!("{own}."), &format!("{own}.{}", &signature[1..])]
        {
            refused(app, token).await;
        }
        for change in [
            json!({ "alg": "none" }),
            json!({ "alg": "None" }),
            json!({ "alg": "HS256" }),
            json!({ "typ": "JWT" }),
            json!({ "kid": "unknown" }),
            json!({ "kid": "../../etc/passwd" }),
            json!({ "kid": null }),
            json!({ "jku": "https://evil.example/jwks" }),
            json!({ "x5u": "https://evil.example" }),
            json!({ "crit": ["x"] }),
        ] {
            let mut forged = header.clone();
            forged.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
            refused(app, &format!("{}.{}.{signature}", encode(&forged), encode(&claims))).await;
            refused(app, &format!("{}.{}.", encode(&forged), encode(&claims))).await;
        }
        for change in
            [json!({ "role": "owner", "org": uuid::Uuid::now_v7() }), json!({ "exp": 9_999_999_999_i64 })]
        {
            let mut forged = claims.clone();
            forged.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
            refused(app, &format!("{}.{}.{signature}", encode(&header), encode(&forged))).await;
        }
        refused(app, &"a".repeat(7_000)).await;
    })
    .await;
}

#[tokio::test]
async fn a_token_of_another_installation_is_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let pem = postwright::keys::signing::generate().unwrap();
        let foreign_key = jsonwebtoken::EncodingKey::from_ed_pem(first_key(&pem).as_bytes()).unwrap();
        let (header, claims, _) = parts(&ada);
        let header: jsonwebtoken::Header = serde_json::from_value(header).unwrap();
        refused(app, &jsonwebtoken::encode(&header, &claims, &foreign_key).unwrap()).await;
    })
    .await;
}

fn first_key(pem: &SecretString) -> String {
    const END: &str = "-----END PRIVATE KEY-----";
    pem.expose_secret().split_inclusive(END).next().unwrap().to_owned()
}

#[tokio::test]
async fn an_expired_token_is_reported_as_expired() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let sign_in = domain::accounts::SignIn {
            email: ada.email.clone(),
            password: tests::PASSWORD.into(),
            organization_id: None,
            device: domain::accounts::Device::default(),
        };
        let tokens =
            domain::accounts::sign_in_for(&app.db, sign_in, chrono::TimeDelta::seconds(-60)).await.unwrap();
        let expired = app.anonymous().with_token(tokens.access_token.expose_secret());
        assert_eq!(expired.get("/v1/me").await.problem(401), "token_expired");
        // The expired token is reported before the foreign company.
        let foreign = [("message", "baker"), ("company_id", "another")];
        let refused = expired.form("/create-job-post", &foreign).await;
        assert_eq!((refused.status, refused.text_at("/code").as_str()), (401, "token_expired"));
    })
    .await;
}

#[tokio::test]
async fn a_stale_or_revoked_token_is_reported_before_its_role() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let vic = app.colleague(&ada, "vic", "viewer").await;
        let begin = async || vic.post("/v1/sessions", json!({})).await;
        assert_eq!(begin().await.problem(403), "forbidden");
        // The new role needs a new token, so the old one is refused as stale.
        let path = format!("/v1/members/{}", vic.user_id);
        assert_eq!(ada.patch(&path, json!({ "role": "member" })).await.status, 200);
        assert_eq!(begin().await.problem(401), "token_stale");
        let vic = app.sign_in(&vic.email).await;
        assert_eq!(vic.post("/v1/auth/sign-out", Value::Null).await.status, 204);
        assert_eq!(vic.post("/v1/members", json!({})).await.problem(401), "token_revoked");
    })
    .await;
}

#[tokio::test]
async fn two_authorization_headers_are_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let request =
            app.anonymous().request(Method::GET, "/v1/me").bearer_auth(ada.token()).bearer_auth("x");
        Reply::of(request).await.problem(401);
    })
    .await;
}

#[tokio::test]
async fn the_public_keys_are_published() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let keys = app.anonymous().get("/.well-known/jwks.json").await;
        assert_eq!(keys.at("/keys").as_array().map(Vec::len), Some(2));
        assert_eq!(keys.at("/keys/0/kid"), parts(&ada).0["kid"]);
        for key in keys.at("/keys").as_array().unwrap() {
            assert_eq!((key["kty"].as_str(), key["crv"].as_str()), (Some("OKP"), Some("Ed25519")));
            assert!(key.get("d").is_none());
        }
    })
    .await;
}
