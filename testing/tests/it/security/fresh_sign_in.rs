//! Dangerous operations need a fresh sign-in.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::{App, Authenticator, Client, PASSWORD, Person, Reply, with_app};

/// Dangerous requests by their operation, with method, path and body. In a path and a body `{member}` and `{admin}` are
/// colleagues, `{key}` is an API key, `{login}` another login of the caller, and `{invitation}` one to become an admin.
const DANGEROUS: [(&str, &str, &str, &str); 20] = [
    ("request_organization_deletion", "POST", "/v1/organization/deletion", "{}"),
    (
        "request_email_change",
        "POST",
        "/v1/me/email",
        r#"{"email":"moved@example.com","current_password":"tall ships leave at dawn"}"#,
    ),
    ("update_organization", "PATCH", "/v1/organization", r#"{"second_factor_required":true}"#),
    (
        "put_identity_provider",
        "PUT",
        "/v1/organization/identity-provider",
        r#"{"issuer":"https://1.1.1.1/","client_id":"x","client_secret":"y"}"#,
    ),
    ("delete_identity_provider", "DELETE", "/v1/organization/identity-provider", ""),
    (
        "add_email_domain",
        "POST",
        "/v1/organization/email-domains",
        r#"{"domain":"papaya.example","recipient":"admin"}"#,
    ),
    ("remove_email_domain", "DELETE", "/v1/organization/email-domains/{login}", ""),
    ("delete_me", "DELETE", "/v1/me", ""),
    ("export_me", "GET", "/v1/me/export", ""),
    ("export_organization", "GET", "/v1/organization/export", ""),
    ("end_login", "DELETE", "/v1/me/logins/{login}", ""),
    ("end_all_logins", "DELETE", "/v1/me/logins", ""),
    ("transfer_ownership", "POST", "/v1/organization/transfer-ownership", r#"{"user_id":"{member}"}"#),
    ("update_member", "PATCH", "/v1/members/{member}", r#"{"role":"admin"}"#),
    ("remove_member", "DELETE", "/v1/members/{admin}", ""),
    ("create_invitation", "POST", "/v1/invitations", r#"{"email":"new@example.com","role":"admin"}"#),
    ("resend_invitation", "POST", "/v1/invitations/{invitation}/resend", "{}"),
    ("revoke_invitation", "DELETE", "/v1/invitations/{invitation}", ""),
    (
        "create_api_key",
        "POST",
        "/v1/api-keys",
        r#"{"name":"New","livemode":true,"scopes":["sessions:read"]}"#,
    ),
    ("update_api_key", "PATCH", "/v1/api-keys/{key}", r#"{"scopes":["sessions:read","sessions:write"]}"#),
];

async fn send(client: &Client, method: &str, path: &str, body: &str) -> Reply {
    let request = client.request(method.parse().unwrap(), path);
    let body: Option<Value> = (!body.is_empty()).then(|| serde_json::from_str(body).unwrap());
    Reply::of(match body {
        Some(body) => request.json(&body),
        None => request,
    })
    .await
}

/// As if all sign-ins had been sixteen minutes ago.
pub async fn age_logins(app: &App) {
    app.superuser_runs("update login set authenticated_at = authenticated_at - interval '16 minutes'").await;
}

async fn refresh(app: &App, refresh_token: &str, organization: &str) -> Reply {
    let body = json!({ "refresh_token": refresh_token, "organization_id": organization });
    let refreshed = app.anonymous().post("/v1/auth/refresh", body).await;
    assert_eq!(refreshed.status, 200, "{refreshed:?}");
    refreshed
}

async fn delete_organization(client: &Client) -> Reply {
    client.post("/v1/organization/deletion", json!({})).await
}

async fn prove(client: &Client, password: &str, code: Value) -> Reply {
    client.post("/v1/auth/reauthenticate", json!({ "password": password, "code": code })).await
}

/// Two owners; Ada is an owner of Bob's organization too.
async fn two_owners(app: &App) -> (Person, Person) {
    let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
    app.joins(&bob, &ada, "owner").await;
    (ada, bob)
}

#[tokio::test]
async fn refreshing_makes_nothing_fresh_also_in_another_organization() {
    with_app(async |app| {
        let (ada, bob) = two_owners(app).await;
        age_logins(app).await;
        let mut refresh_token = ada.refresh_token.clone();
        for organization in [&ada.organization_id, &bob.organization_id, &ada.organization_id] {
            let refreshed = refresh(app, &refresh_token, organization).await;
            refresh_token = refreshed.text_at("/refresh_token");
            let client = app.anonymous().with_token(refreshed.text_at("/access_token"));
            let refused = delete_organization(&client).await;
            assert_eq!(refused.problem(403), "fresh_sign_in_required", "{organization}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_fresh_sign_in_stays_fresh_in_another_organization() {
    with_app(async |app| {
        let (ada, bob) = two_owners(app).await;
        let moved = refresh(app, &ada.refresh_token, &bob.organization_id).await;
        let client = app.anonymous().with_token(moved.text_at("/access_token"));
        assert_eq!(delete_organization(&client).await.status, 200);
    })
    .await;
}

/// Who goes to and fro between organizations has to enter the password after 30 days, as everybody.
#[tokio::test]
async fn a_login_that_moves_to_another_organization_lives_no_longer() {
    with_app(async |app| {
        let (ada, bob) = two_owners(app).await;
        app.superuser_runs("update login set expires_at = expires_at - interval '29 days'").await;
        let moved = refresh(app, &ada.refresh_token, &bob.organization_id).await;
        refresh(app, &moved.text_at("/refresh_token"), &ada.organization_id).await;
        let longer = "select count(*) from login where expires_at > now() + interval '1 day'";
        assert_eq!(app.count(longer).await, 0);
    })
    .await;
}

#[tokio::test]
async fn signing_in_again_replaces_this_login_by_a_fresh_one_and_no_other() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let elsewhere = app.sign_in(&ada.email).await;
        age_logins(app).await;
        assert_eq!(prove(&ada, "not the password at all", Value::Null).await.problem(403), "wrong_password");
        assert_eq!(delete_organization(&ada).await.problem(403), "fresh_sign_in_required");
        let proved = prove(&ada, PASSWORD, Value::Null).await;
        assert_eq!(proved.status, 200, "{proved:?}");
        assert_eq!(proved.text_at("/organization_id"), ada.organization_id);
        let fresh = app.anonymous().with_token(proved.text_at("/access_token"));
        assert_eq!(delete_organization(&fresh).await.status, 200);
        assert_eq!(delete_organization(&elsewhere).await.problem(403), "fresh_sign_in_required");
        // A thief of the old tokens is signed out.
        assert_eq!(ada.get("/v1/me").await.problem(401), "token_revoked");
        let stolen = json!({ "refresh_token": ada.refresh_token });
        assert_eq!(app.anonymous().post("/v1/auth/refresh", stolen).await.problem(401), "token_revoked");
        let next = json!({ "refresh_token": proved.text_at("/refresh_token") });
        assert_eq!(app.anonymous().post("/v1/auth/refresh", next).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn with_a_second_factor_the_password_alone_makes_nothing_fresh() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let phone = Authenticator::enrol(&ada).await;
        age_logins(app).await;
        assert_eq!(prove(&ada, PASSWORD, Value::Null).await.problem(403), "second_factor_required");
        assert_eq!(prove(&ada, PASSWORD, phone.wrong_code().into()).await.problem(403), "wrong_code");
        assert_eq!(delete_organization(&ada).await.problem(403), "fresh_sign_in_required");
        let proved = prove(&ada, PASSWORD, phone.next_code().into()).await;
        let fresh = app.anonymous().with_token(proved.text_at("/access_token"));
        assert_eq!(delete_organization(&fresh).await.status, 200);
    })
    .await;
}

/// A stolen access token is no way around the limits of signing in: both count the same failures.
#[tokio::test]
async fn guesses_count_as_those_of_signing_in() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let wrong = "not the password at all";
        let guess = async |number: usize| match number.is_multiple_of(2) {
            true => prove(&ada, wrong, Value::Null).await,
            false => {
                let sign_in = json!({ "email": ada.email, "password": wrong });
                app.anonymous().post("/v1/auth/sign-in", sign_in).await
            }
        };
        let replies = futures_util::future::join_all((0..30).map(guess)).await;
        let refused = replies.iter().filter(|reply| reply.status == 429).count();
        // Five are checked; one or two more when the machine is so slow that their delay ends meanwhile.
        assert!((23..=25).contains(&refused), "{replies:?}");
        assert_eq!(ada.get("/v1/me").await.status, 200, "the login goes on");
    })
    .await;
}

/// As a sign-in that has checked the old password begins no login after a change.
#[tokio::test]
async fn of_changing_the_password_and_proving_the_old_one_at_once_no_login_remains() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let thief = app.sign_in(&ada.email).await;
        let change = json!({ "current_password": PASSWORD, "new_password": "another tall ship at dawn" });
        let (changed, proved) =
            tokio::join!(ada.post("/v1/me/password", change), prove(&thief, PASSWORD, Value::Null));
        assert_eq!(changed.status, 204, "{changed:?}");
        if proved.status == 200 {
            let fresh = app.anonymous().with_token(proved.text_at("/access_token"));
            assert_eq!(fresh.get("/v1/me").await.problem(401), "token_revoked");
        }
        assert_eq!(thief.get("/v1/me").await.problem(401), "token_revoked");
    })
    .await;
}

#[tokio::test]
async fn what_is_dangerous_is_refused_to_an_old_login_and_documented() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let cid = app.colleague(&ada, "cid", "admin").await;
        let invited = json!({ "email": "third@example.com", "role": "admin" });
        let invitation = ada.post("/v1/invitations", invited).await.text_at("/id");
        let key = app.live_key(&ada, &["sessions:read"]).await.id;
        app.sign_in(&ada.email).await;
        let logins = ada.get("/v1/me/logins").await.at("/items");
        let other = logins.as_array().unwrap().iter().find(|login| login["current"] == false);
        let login = other.unwrap()["id"].as_str().unwrap();
        age_logins(app).await;
        for (operation, method, path, body) in DANGEROUS {
            let fill = |text: &str| {
                let text = text.replace("{member}", &bob.user_id).replace("{admin}", &cid.user_id);
                text.replace("{invitation}", &invitation).replace("{key}", &key).replace("{login}", login)
            };
            let refused = send(&ada, method, &fill(path), &fill(body)).await;
            assert_eq!(refused.problem(403), "fresh_sign_in_required", "{operation}");
        }
        let document: Value = serde_json::from_str(&api::openapi_json()).unwrap();
        let paths = document["paths"].as_object().unwrap().values();
        let operations = paths.flat_map(|path| path.as_object().unwrap().values());
        let says_so = |operation: &&Value| {
            operation["description"].as_str().is_some_and(|text| text.contains("`fresh_sign_in_required`"))
        };
        let documented =
            operations.filter(says_so).map(|operation| operation["operationId"].as_str().unwrap());
        let tried = DANGEROUS.map(|(operation, ..)| operation);
        assert_eq!(documented.collect::<BTreeSet<_>>(), BTreeSet::from(tried), "documented, and tried here");
    })
    .await;
}

#[tokio::test]
async fn an_old_login_still_does_what_protects_and_what_concerns_members() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let key = app.live_key(&ada, &["sessions:read", "sessions:write"]).await;
        let path_of_key = format!("/v1/api-keys/{}", key.id);
        assert_eq!(ada.post("/v1/organization/deletion", json!({})).await.status, 200);
        age_logins(app).await;
        let path = format!("/v1/members/{}", bob.user_id);
        assert_eq!(ada.patch(&path, json!({ "role": "viewer" })).await.status, 200);
        assert_eq!(ada.delete(&path).await.status, 204);
        assert_eq!(ada.patch("/v1/organization", json!({ "name": "Renamed" })).await.status, 200);
        let less =
            json!({ "name": "Renamed", "scopes": ["sessions:read"], "expires_at": "2999-01-01T00:00:00Z" });
        assert_eq!(ada.patch(&path_of_key, less).await.status, 200);
        let longer = ada.patch(&path_of_key, json!({ "expires_at": "2999-01-02T00:00:00Z" })).await;
        assert_eq!(longer.problem(403), "fresh_sign_in_required");
        assert_eq!(ada.delete(&path_of_key).await.status, 204);
        assert_eq!(ada.delete("/v1/organization/deletion").await.status, 204);
        assert_eq!(ada.post("/v1/auth/sign-out", json!({})).await.status, 204);
    })
    .await;
}
