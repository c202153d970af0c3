//! A login by single sign-on reaches its organization, and nothing else of the person.

use serde_json::json;
use tests::{PASSWORD, with_app};

#[tokio::test]
async fn a_provider_speaks_for_its_organization_only() {
    with_app(async |app| {
        let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
        let at_ada = app.joins(&ada, &bob, "member").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        // As an owner of a provider could who signs in as a member.
        issuer.is("bob", &bob.email);
        let begin = json!({ "organization_id": ada.organization_id, "fresh": true });
        let tokens = app.anonymous().single_sign_on_with(&issuer, begin).await;
        let provider = app.signed_in(bob.email.clone(), &tokens).await;
        let me = provider.get("/v1/me").await;
        assert_eq!(me.at("/organizations").as_array().unwrap().len(), 1);
        assert_eq!(at_ada.get("/v1/me").await.at("/organizations").as_array().unwrap().len(), 2);
        let moved =
            json!({ "refresh_token": provider.refresh_token, "organization_id": bob.organization_id });
        assert_eq!(
            app.anonymous().post("/v1/auth/refresh", moved).await.problem(403),
            "password_sign_in_required"
        );
        let stays = json!({ "refresh_token": provider.refresh_token });
        assert_eq!(app.anonymous().post("/v1/auth/refresh", stays).await.status, 200);
        let logins = provider.get("/v1/me/logins").await;
        assert!(!logins.text.contains(&bob.organization_id), "{logins:?}");
        for (method, path, body) in [
            ("PATCH", "/v1/me", json!({ "name": "Eve" })),
            ("DELETE", "/v1/me", json!(null)),
            ("GET", "/v1/me/export", json!(null)),
            ("POST", "/v1/me/email", json!({ "email": "eve@example.com", "current_password": PASSWORD })),
            (
                "POST",
                "/v1/me/password",
                json!({ "current_password": PASSWORD, "new_password": "another tall ship at dawn" }),
            ),
            ("POST", "/v1/me/totp", json!({ "password": PASSWORD })),
            ("POST", "/v1/me/totp/confirm", json!({ "code": "123456" })),
            ("POST", "/v1/me/totp/remove", json!({ "password": PASSWORD, "code": "123456" })),
            ("POST", "/v1/me/recovery-codes", json!({ "password": PASSWORD, "code": "123456" })),
        ] {
            let request = provider.request(method.parse().unwrap(), path);
            let request = if body.is_null() { request } else { request.json(&body) };
            let refused = tests::Reply::of(request).await;
            assert_eq!(refused.problem(403), "password_sign_in_required", "{method} {path}");
        }
        assert_eq!(provider.delete("/v1/me/logins").await.status, 204);
        assert_eq!(provider.get("/v1/me").await.problem(401), "token_revoked");
        assert_eq!(at_ada.get("/v1/me").await.problem(401), "token_revoked");
        assert_eq!(bob.get("/v1/me").await.status, 200, "the login of the other organization");
        assert_eq!(
            app.sign_in(&bob.email).await.patch("/v1/me", json!({ "name": "Robert" })).await.status,
            200
        );
    })
    .await;
}

#[tokio::test]
async fn the_password_makes_such_a_login_whole() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        app.colleague(&ada, "bob", "member").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        let bob = app.by_single_sign_on(&ada, &issuer, "bob").await;
        let proved = bob.post("/v1/auth/reauthenticate", json!({ "password": PASSWORD })).await;
        let whole = app.anonymous().with_token(proved.text_at("/access_token"));
        assert_eq!(whole.patch("/v1/me", json!({ "name": "Robert" })).await.status, 200);
    })
    .await;
}
