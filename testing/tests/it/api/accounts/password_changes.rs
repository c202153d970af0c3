//! Change of a password by its owner.

use serde_json::json;
use tests::{Authenticator, PASSWORD, Person, Reply, with_app};

use super::{NEW_PASSWORD, sign_in};

async fn change(person: &Person, current: &str, new: &str) -> Reply {
    person.post("/v1/me/password", json!({ "current_password": current, "new_password": new })).await
}

#[tokio::test]
async fn a_change_ends_the_other_logins_and_sends_an_email() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let elsewhere = app.sign_in(&ada.email).await;
        assert_eq!(change(&ada, PASSWORD, NEW_PASSWORD).await.status, 204);
        assert_eq!(ada.get("/v1/me").await.status, 200);
        assert_eq!(elsewhere.get("/v1/me").await.problem(401), "token_revoked");
        assert_eq!(sign_in(app, &ada.email, PASSWORD).await.status, 401);
        assert_eq!(sign_in(app, &ada.email, NEW_PASSWORD).await.status, 200);
        assert_eq!(app.outbox().kinds(&ada.email).await.last().unwrap(), "password_changed");
    })
    .await;
}

#[tokio::test]
async fn a_change_voids_reset_links() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let request = json!({ "email": ada.email });
        assert_eq!(app.anonymous().post("/v1/auth/request-password-reset", request).await.status, 202);
        let token = app.outbox().token("password_reset", &ada.email).await;
        assert_eq!(change(&ada, PASSWORD, NEW_PASSWORD).await.status, 204);
        let reset = json!({ "token": token, "password": PASSWORD });
        assert_eq!(app.anonymous().post("/v1/auth/reset-password", reset).await.problem(409), "link_ended");
    })
    .await;
}

#[tokio::test]
async fn a_wrong_or_a_weak_password_changes_nothing() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        assert_eq!(
            change(&ada, "not the password at all", NEW_PASSWORD).await.problem(403),
            "wrong_password"
        );
        let weak = change(&ada, PASSWORD, "passwordpassword").await;
        weak.problem(422);
        assert_eq!(weak.text_at("/errors/0/pointer"), "/new_password");
        assert_eq!(sign_in(app, &ada.email, PASSWORD).await.status, 200);
        assert!(!app.outbox().kinds(&ada.email).await.contains(&"password_changed".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn an_account_with_an_authenticator_app_needs_a_code() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let phone = Authenticator::enrol(&ada).await;
        assert_eq!(change(&ada, PASSWORD, NEW_PASSWORD).await.problem(403), "second_factor_required");
        let with =
            |code: &str| json!({ "current_password": PASSWORD, "code": code, "new_password": NEW_PASSWORD });
        let wrong = ada.post("/v1/me/password", with(&phone.wrong_code())).await;
        assert_eq!(wrong.problem(403), "wrong_code");
        assert_eq!(ada.post("/v1/me/password", with(&phone.recovery_codes[0])).await.status, 204);
    })
    .await;
}

#[tokio::test]
async fn a_stolen_access_token_does_not_guess_the_password() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let mut refused = 0;
        for _ in 0..8 {
            let reply = change(&ada, "not the password at all", NEW_PASSWORD).await;
            refused += usize::from(reply.status == 429);
        }
        assert!(refused > 0);
    })
    .await;
}

#[tokio::test]
async fn of_two_changes_at_once_one_wins_and_its_password_is_valid() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let others = ["walnut orbit kettle thirty", "copper lemon tractor nine"];
        let (one, two) = tokio::join!(change(&ada, PASSWORD, others[0]), change(&ada, PASSWORD, others[1]));
        let statuses = [one.status, two.status];
        let winner = statuses.iter().position(|status| *status == 204).unwrap();
        assert!([403, 409].contains(&statuses[1 - winner]), "{statuses:?}");
        assert_eq!(sign_in(app, &ada.email, others[winner]).await.status, 200);
        assert_eq!(sign_in(app, &ada.email, others[1 - winner]).await.status, 401);
    })
    .await;
}
