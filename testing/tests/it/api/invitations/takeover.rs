//! Attempts to get into an organization, or into an account, by naming an address first.

use serde_json::json;
use tests::{PASSWORD, with_app};

use super::invite;

/// The finding that invitations replace: an attacker named the victim's address with a password of their own, and the
/// victim's organization later made that account an admin.
#[tokio::test]
async fn the_first_to_name_an_address_gains_nothing() {
    with_app(async |app| {
        let (attacker, corp) = (app.owner("attacker").await, app.owner("corp").await);
        let victim = "victim@corp.example";
        let first = json!({ "email": victim, "role": "viewer", "name": "V", "password": PASSWORD });
        attacker.post("/v1/members", first.clone()).await.problem(405);
        attacker.post("/v1/invitations", first).await.problem(422);
        assert_eq!(invite(&attacker, victim, "viewer").await.status, 201);
        let token = app.invite(&corp, victim, "admin").await;
        let sign_in = async |organization: &str| {
            let body = json!({ "email": victim, "password": PASSWORD, "organization_id": organization });
            app.anonymous().post("/v1/auth/sign-in", body).await.status
        };
        assert_eq!(sign_in(&corp.organization_id).await, 401);
        let body = json!({ "token": token, "name": "V", "password": "a password of the victim alone" });
        assert_eq!(app.anonymous().post("/v1/auth/accept-invitation", body).await.status, 201);
        assert_eq!(sign_in(&corp.organization_id).await, 401);
        let members = attacker.get("/v1/members").await;
        assert!(!members.text.contains(victim), "{members:?}");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_changes_nothing_in_an_account_until_it_is_accepted() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let before = eve.get("/v1/me").await.json();
        app.invite(&ada, &eve.email, "owner").await;
        assert_eq!(eve.get("/v1/me").await.json(), before);
        let elsewhere =
            json!({ "email": eve.email, "password": PASSWORD, "organization_id": ada.organization_id });
        let refused = app.anonymous().post("/v1/auth/sign-in", elsewhere).await;
        assert_eq!(refused.problem(403), "not_a_member");
        let members = ada.get("/v1/members").await;
        assert!(!members.text.contains(&eve.user_id) && !members.text.contains("eve"), "{members:?}");
    })
    .await;
}

#[tokio::test]
async fn the_password_of_a_link_changes_no_account() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let token = app.invite(&ada, &eve.email, "member").await;
        let another = json!({ "token": token, "name": "Eve", "password": "a password of somebody else" });
        let refused = app.anonymous().post("/v1/auth/accept-invitation", another).await;
        assert_eq!(refused.problem(401), "wrong_credentials");
        app.sign_in(&eve.email).await;
        assert_eq!(app.anonymous().accept_invitation(&token, "Eve").await.status, 201);
    })
    .await;
}

/// The link of an address that its account has left must not join that account.
#[tokio::test]
async fn an_invitation_belongs_to_the_address_not_to_the_account() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let old_address = eve.email.clone();
        let token = app.invite(&ada, &old_address, "member").await;
        let change = json!({ "email": "eve2@example.com", "current_password": PASSWORD });
        assert_eq!(eve.post("/v1/me/email", change).await.status, 202);
        let confirm = app.outbox().token("confirm_email", "eve2@example.com").await;
        let confirmed = app.anonymous().post("/v1/auth/confirm-email", json!({ "token": confirm })).await;
        assert_eq!(confirmed.status, 204, "{confirmed:?}");
        let opened = app.anonymous().post("/v1/auth/read-invitation", json!({ "token": token })).await;
        assert_eq!(opened.at("/has_account"), false);
        assert_eq!(app.anonymous().accept_invitation(&token, "new").await.status, 201);
        assert_eq!(eve.get("/v1/me").await.at("/organizations").as_array().unwrap().len(), 1);
    })
    .await;
}
