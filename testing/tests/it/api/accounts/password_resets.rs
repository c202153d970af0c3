//! Reset of a forgotten password.

use futures_util::future::join_all;
use serde_json::json;
use tests::{App, PASSWORD, Reply, with_app};

use super::{NEW_PASSWORD, refresh, sign_in};

async fn request(app: &App, email: &str) -> Reply {
    app.anonymous().post("/v1/auth/request-password-reset", json!({ "email": email })).await
}

async fn token(app: &App, email: &str) -> String {
    assert_eq!(request(app, email).await.status, 202);
    app.outbox().token("password_reset", email).await
}

async fn reset(app: &App, token: &str, password: &str) -> Reply {
    let body = json!({ "token": token, "password": password });
    app.anonymous().post("/v1/auth/reset-password", body).await
}

#[tokio::test]
async fn a_reset_sets_the_password_ends_all_logins_and_sends_an_email() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let elsewhere = app.sign_in(&ada.email).await;
        let token = token(app, "ada@example.com").await;
        assert_eq!(ada.get("/v1/me").await.status, 200, "a request alone changes nothing");
        assert_eq!(reset(app, &token, NEW_PASSWORD).await.status, 204);
        for login in [&ada, &elsewhere] {
            assert_eq!(login.get("/v1/me").await.problem(401), "token_revoked");
            assert_eq!(refresh(app, &login.refresh_token).await.problem(401), "token_revoked");
        }
        assert_eq!(sign_in(app, &ada.email, PASSWORD).await.problem(401), "wrong_credentials");
        assert_eq!(sign_in(app, &ada.email, NEW_PASSWORD).await.status, 200);
        assert_eq!(app.outbox().kinds(&ada.email).await.last().unwrap(), "password_changed");
    })
    .await;
}

#[tokio::test]
async fn a_reset_ends_logins_in_every_organization_and_nobody_elses() {
    with_app(async |app| {
        let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
        let colleague = app.colleague(&ada, "carla", "member").await;
        let at_adas = app.joins(&ada, &bob, "member").await;
        let token = token(app, &bob.email).await;
        assert_eq!(reset(app, &token, NEW_PASSWORD).await.status, 204);
        for client in [&*at_adas, &*bob] {
            assert_eq!(client.get("/v1/me").await.problem(401), "token_revoked");
        }
        for other in [&ada, &colleague] {
            assert_eq!(other.get("/v1/me").await.status, 200);
        }
    })
    .await;
}

#[tokio::test]
async fn a_known_and_an_unknown_address_get_the_same_response() {
    with_app(async |app| {
        app.owner("ada").await;
        for email in ["ada@example.com", "nobody@example.com"] {
            let reply = request(app, email).await;
            assert_eq!((reply.status, reply.text.as_str()), (202, ""));
            assert_eq!(app.outbox().kinds(email).await.last().unwrap(), "password_reset");
        }
        // The link for an address without an account is never sent, and its token does nothing.
        let token = app.outbox().token("password_reset", "nobody@example.com").await;
        assert_eq!(reset(app, &token, NEW_PASSWORD).await.problem(409), "link_ended");
    })
    .await;
}

#[tokio::test]
async fn a_reset_link_used_twenty_times_at_once_works_once() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let token = token(app, &ada.email).await;
        let passwords: Vec<String> = (0..20).map(|number| format!("{NEW_PASSWORD} {number}")).collect();
        let replies = join_all(passwords.iter().map(|password| reset(app, &token, password))).await;
        let winners: Vec<_> =
            std::iter::zip(&replies, &passwords).filter(|(reply, _)| reply.status == 204).collect();
        assert_eq!(winners.len(), 1, "{replies:?}");
        for reply in replies.iter().filter(|reply| reply.status != 204) {
            assert_eq!(reply.problem(409), "link_ended");
        }
        assert_eq!(sign_in(app, &ada.email, winners[0].1).await.status, 200);
        let notices = app.outbox().kinds(&ada.email).await;
        assert_eq!(notices.iter().filter(|kind| *kind == "password_changed").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_reset_voids_the_other_links_of_the_person() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (first, second) = (token(app, &ada.email).await, token(app, &ada.email).await);
        assert_ne!(first, second);
        assert_eq!(reset(app, &second, NEW_PASSWORD).await.status, 204);
        assert_eq!(reset(app, &first, PASSWORD).await.problem(409), "link_ended");
        assert_eq!(reset(app, &second, PASSWORD).await.problem(409), "link_ended");
    })
    .await;
}

/// A thief who knows the password has asked for another address; the owner gets the notice and sets a new password.
#[tokio::test]
async fn a_reset_voids_a_change_of_address_that_waits_for_its_confirmation() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let body = json!({ "email": "thief@example.com", "current_password": PASSWORD });
        assert_eq!(ada.post("/v1/me/email", body).await.status, 202);
        let confirm = json!({ "token": app.outbox().token("confirm_email", "thief@example.com").await });
        let token = token(app, &ada.email).await;
        assert_eq!(reset(app, &token, NEW_PASSWORD).await.status, 204);
        assert_eq!(app.anonymous().post("/v1/auth/confirm-email", confirm).await.problem(409), "link_ended");
        assert_eq!(sign_in(app, &ada.email, NEW_PASSWORD).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn of_a_reset_and_a_confirmation_at_once_the_first_voids_the_other() {
    with_app(async |app| {
        for round in 0..10 {
            let ada = app.owner(&format!("ada-{round}")).await;
            let new = format!("new-{round}@example.com");
            let body = json!({ "email": new, "current_password": PASSWORD });
            assert_eq!(ada.post("/v1/me/email", body).await.status, 202);
            let confirm = json!({ "token": app.outbox().token("confirm_email", &new).await });
            let token = token(app, &ada.email).await;
            let anonymous = app.anonymous();
            let confirmation = anonymous.post("/v1/auth/confirm-email", confirm);
            let (reset, confirmed) = tokio::join!(reset(app, &token, NEW_PASSWORD), confirmation);
            let mut statuses = [reset.status, confirmed.status];
            statuses.sort_unstable();
            assert_eq!(statuses, [204, 409], "{reset:?} {confirmed:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_expired_link_and_a_weak_password_change_nothing() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let token = token(app, &ada.email).await;
        let refused = reset(app, &token, "passwordpassword").await;
        refused.problem(422);
        assert_eq!(refused.text_at("/errors/0/pointer"), "/password");
        let organization = ada.get("/v1/organization").await.text_at("/name");
        let named = format!("{organization} {organization} 2026");
        assert_eq!(reset(app, &token, &named).await.status, 422, "{named}");
        app.move_clock("61 minutes").await;
        assert_eq!(reset(app, &token, NEW_PASSWORD).await.problem(409), "link_ended");
        assert_eq!(ada.get("/v1/me").await.status, 200);
        assert_eq!(sign_in(app, &ada.email, PASSWORD).await.status, 200);
    })
    .await;
}

/// A sign-in that checked the old password, and a reset that commits before the login begins.
#[tokio::test]
async fn sign_ins_during_a_reset_leave_no_login_with_the_old_password() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let token = token(app, &ada.email).await;
        let sign_ins = join_all((0..12).map(|_| sign_in(app, &ada.email, PASSWORD)));
        let (tokens, reset) = tokio::join!(sign_ins, reset(app, &token, NEW_PASSWORD));
        assert_eq!(reset.status, 204);
        for reply in tokens.iter().filter(|reply| reply.status == 200) {
            let client = app.anonymous().with_token(reply.text_at("/access_token"));
            assert_eq!(client.get("/v1/me").await.problem(401), "token_revoked");
        }
        assert_eq!(app.count("select count(*) from login where revoked_at is null").await, 0);
    })
    .await;
}
