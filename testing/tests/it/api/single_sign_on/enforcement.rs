//! Organizations that require single sign-on.

use serde_json::json;
use tests::{App, PASSWORD, Reply, with_app};

async fn sign_in(app: &App, email: &str, organization: &str) -> Reply {
    let body = json!({ "email": email, "password": PASSWORD, "organization_id": organization });
    app.anonymous().post("/v1/auth/sign-in", body).await
}

async fn refresh(app: &App, token: &str, organization: Option<&str>) -> Reply {
    app.anonymous()
        .post("/v1/auth/refresh", json!({ "refresh_token": token, "organization_id": organization }))
        .await
}

#[tokio::test]
async fn a_password_opens_nothing_where_single_sign_on_is_required() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "admin").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        assert_eq!(sign_in(app, &bob.email, &ada.organization_id).await.status, 200);
        app.configure(&ada, &issuer, json!({ "enforced": true })).await;
        let organization = &ada.organization_id;
        assert_eq!(sign_in(app, &bob.email, organization).await.problem(403), "single_sign_on_required");
        let wrong = json!({ "email": bob.email, "password": "not the password at all" });
        assert_eq!(app.anonymous().post("/v1/auth/sign-in", wrong).await.problem(401), "wrong_credentials");
        assert_eq!(refresh(app, &bob.refresh_token, None).await.problem(403), "single_sign_on_required");
        let proved = bob.post("/v1/auth/reauthenticate", json!({ "password": PASSWORD })).await;
        assert_eq!(proved.problem(403), "single_sign_on_required");
        let by_provider = app.by_single_sign_on(&ada, &issuer, "bob").await;
        assert_eq!(by_provider.user_id, bob.user_id);
        assert_eq!(refresh(app, &by_provider.refresh_token, None).await.status, 200);
        let moved = "update user_account set email = 'bob@elsewhere.example' where email = 'bob@example.com'";
        app.superuser_runs(moved).await;
        let elsewhere = sign_in(app, "bob@elsewhere.example", organization).await;
        assert_eq!(elsewhere.problem(403), "single_sign_on_required", "the identity is linked");
        app.configure(&ada, &issuer, json!({ "enforced": false })).await;
        assert_eq!(refresh(app, &bob.refresh_token, None).await.status, 200, "the refusal cost no login");
    })
    .await;
}

/// A provider that fails does not lock everybody out.
#[tokio::test]
async fn owners_and_members_of_other_domains_keep_their_passwords() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let guest = app.invite(&ada, "guest@elsewhere.example", "member").await;
        assert_eq!(app.anonymous().accept_invitation(&guest, "guest").await.status, 201);
        let issuer = app.issuer_of(&ada, json!({ "enforced": true })).await;
        for email in [ada.email.as_str(), "guest@elsewhere.example"] {
            assert_eq!(sign_in(app, email, &ada.organization_id).await.status, 200, "{email}");
        }
        drop(issuer);
        let removed = app.sign_in(&ada.email).await.delete("/v1/organization/identity-provider").await;
        assert_eq!(removed.status, 204, "{removed:?}");
    })
    .await;
}

#[tokio::test]
async fn nobody_moves_or_joins_with_a_password() {
    with_app(async |app| {
        let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
        app.joins(&ada, &bob, "member").await;
        let issuer = app.issuer_of(&ada, json!({ "enforced": true })).await;
        let moved = refresh(app, &bob.refresh_token, Some(&ada.organization_id)).await;
        assert_eq!(moved.problem(403), "single_sign_on_required");
        assert_eq!(
            refresh(app, &bob.refresh_token, None).await.status,
            200,
            "the other organization is not concerned"
        );
        let link = app.invite(&ada, "cid@example.com", "member").await;
        let refused = app.anonymous().accept_invitation(&link, "cid").await;
        assert_eq!(refused.problem(403), "single_sign_on_required");
        assert_eq!(app.count("select count(*) from user_account where email = 'cid@example.com'").await, 0);
        app.by_single_sign_on(&ada, &issuer, "cid").await;
        let owner = app.invite(&ada, "dan@example.com", "owner").await;
        assert_eq!(app.anonymous().accept_invitation(&owner, "dan").await.status, 201);
    })
    .await;
}

#[tokio::test]
async fn an_unverified_domain_and_another_organization_are_not_concerned() {
    with_app(async |app| {
        let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
        let cid = app.colleague(&bob, "cid", "member").await;
        app.issuer_of(&ada, json!({ "enforced": true })).await;
        assert_eq!(sign_in(app, &cid.email, &bob.organization_id).await.status, 200);
        let dan = app.colleague(&bob, "dan", "member").await;
        let issuer = tests::Issuer::start().await;
        app.configure(&bob, &issuer, json!({ "enforced": true })).await;
        assert_eq!(sign_in(app, &dan.email, &bob.organization_id).await.status, 200);
    })
    .await;
}
