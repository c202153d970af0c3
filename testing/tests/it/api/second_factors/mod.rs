//! Authenticator apps and recovery codes: enrolment, sign-in, removal.

mod attempts;
mod keys;
mod requirement;

use serde_json::{Value, json};
use tests::{App, Authenticator, PASSWORD, Person, Reply, with_app};

/// Signs in with the right password and this code.
async fn sign_in(app: &App, person: &Person, code: impl Into<Value>) -> Reply {
    let body = json!({ "email": person.email, "password": PASSWORD, "code": code.into() });
    app.anonymous().post("/v1/auth/sign-in", body).await
}

#[tokio::test]
async fn signing_in_asks_for_a_code_once_the_app_is_confirmed() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let enrolment = ada.post("/v1/me/totp", json!({ "password": PASSWORD })).await;
        assert_eq!(enrolment.status, 201, "{enrolment:?}");
        assert_eq!(sign_in(app, &ada, Value::Null).await.status, 200, "not confirmed yet");
        assert_eq!(ada.get("/v1/me/totp").await.json(), json!({ "recovery_codes": 0 }));
        let phone = Authenticator::read(&enrolment.text_at("/uri"));
        let confirmed = ada.post("/v1/me/totp/confirm", json!({ "code": phone.code() })).await;
        assert_eq!(confirmed.at("/recovery_codes").as_array().map(Vec::len), Some(10), "{confirmed:?}");
        assert!(ada.get("/v1/me/totp").await.text_at("/confirmed_at").ends_with('Z'));

        assert_eq!(sign_in(app, &ada, Value::Null).await.problem(401), "second_factor_required");
        assert_eq!(sign_in(app, &ada, phone.wrong_code()).await.problem(401), "wrong_code");
        let wrong =
            json!({ "email": ada.email, "password": "not the password at all", "code": phone.next_code() });
        let wrong = app.anonymous().post("/v1/auth/sign-in", wrong).await;
        assert_eq!(wrong.problem(401), "wrong_credentials");
        let signed_in = sign_in(app, &ada, phone.next_code()).await;
        assert_eq!(signed_in.status, 200, "{signed_in:?}");
        // Logins from before the enrolment stay.
        assert_eq!(ada.get("/v1/me").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn enrolling_needs_the_password_and_ends_with_a_code_of_the_new_seed() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let confirm = async |code: String| ada.post("/v1/me/totp/confirm", json!({ "code": code })).await;
        let wrong = ada.post("/v1/me/totp", json!({ "password": "not the password at all" })).await;
        assert_eq!(wrong.problem(403), "wrong_password");
        assert_eq!(confirm("123456".into()).await.problem(409), "no_enrolment");
        let enrol = async || ada.post("/v1/me/totp", json!({ "password": PASSWORD })).await;
        let (first, second) = (enrol().await.text_at("/uri"), enrol().await.text_at("/uri"));
        let refused = confirm(Authenticator::read(&first).code()).await;
        refused.problem(422);
        assert_eq!(refused.text_at("/errors/0/pointer"), "/code");
        let phone = Authenticator::read(&second);
        assert_eq!(confirm(phone.code()).await.status, 200);
        assert_eq!(confirm(phone.next_code()).await.problem(409), "second_factor_enrolled");
        // A second app would be a way in for who has the password and an open browser.
        assert_eq!(enrol().await.problem(409), "second_factor_enrolled");
        assert_eq!(sign_in(app, &ada, phone.next_code()).await.status, 200, "the first app is still the one");
    })
    .await;
}

#[tokio::test]
async fn one_of_several_confirmations_at_once_gives_recovery_codes() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let enrolment = ada.post("/v1/me/totp", json!({ "password": PASSWORD })).await;
        let code = json!({ "code": Authenticator::read(&enrolment.text_at("/uri")).code() });
        let confirmations = (0..10).map(|_| ada.post("/v1/me/totp/confirm", code.clone()));
        let replies = futures_util::future::join_all(confirmations).await;
        let confirmed = replies.iter().filter(|reply| reply.status == 200).count();
        assert_eq!(confirmed, 1, "{replies:?}");
        assert_eq!(app.count("select count(*) from recovery_code").await, 10);
    })
    .await;
}

#[tokio::test]
async fn removing_the_app_needs_password_and_code() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let remove = async |password: &str, code: &str| {
            ada.post("/v1/me/totp/remove", json!({ "password": password, "code": code })).await
        };
        assert_eq!(remove(PASSWORD, "123456").await.problem(404), "not_found");
        let phone = Authenticator::enrol(&ada).await;
        assert_eq!(
            remove("not the password at all", &phone.next_code()).await.problem(403),
            "wrong_password"
        );
        assert_eq!(remove(PASSWORD, &phone.wrong_code()).await.problem(403), "wrong_code");
        let without = ada.post("/v1/me/totp/remove", json!({ "password": PASSWORD })).await;
        without.problem(422);
        assert_eq!(remove(PASSWORD, &phone.next_code()).await.status, 204);
        assert_eq!(sign_in(app, &ada, Value::Null).await.status, 200);
        assert_eq!(app.count("select count(*) from recovery_code").await, 0);
        // A recovery code serves as well, for who lost the app.
        let phone = Authenticator::enrol(&ada).await;
        assert_eq!(remove(PASSWORD, &phone.recovery_codes[0]).await.status, 204);
    })
    .await;
}

#[tokio::test]
async fn new_recovery_codes_end_the_earlier_ones() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let phone = Authenticator::enrol(&ada).await;
        let renew = json!({ "password": PASSWORD, "code": phone.recovery_codes[0] });
        let renewed = ada.post("/v1/me/recovery-codes", renew.clone()).await;
        assert_eq!(renewed.status, 200, "{renewed:?}");
        assert_eq!(ada.post("/v1/me/recovery-codes", renew).await.problem(403), "wrong_code");
        assert_eq!(sign_in(app, &ada, phone.recovery_codes[1].as_str()).await.problem(401), "wrong_code");
        assert_eq!(sign_in(app, &ada, renewed.text_at("/recovery_codes/0")).await.status, 200);
        assert_eq!(ada.get("/v1/me/totp").await.at("/recovery_codes"), 9);
    })
    .await;
}

#[tokio::test]
async fn a_code_of_somebody_else_is_wrong() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let (_, eves) = (Authenticator::enrol(&ada).await, Authenticator::enrol(&eve).await);
        assert_eq!(sign_in(app, &ada, eves.next_code()).await.problem(401), "wrong_code");
        assert_eq!(sign_in(app, &ada, eves.recovery_codes[0].as_str()).await.problem(401), "wrong_code");
        assert_eq!(
            sign_in(app, &eve, eves.recovery_codes[0].as_str()).await.status,
            200,
            "it was not used up"
        );
    })
    .await;
}

#[tokio::test]
async fn the_database_shows_neither_seeds_nor_recovery_codes() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let phone = Authenticator::enrol(&ada).await;
        let rows =
            "select f::text || (select string_agg(c::text, ' ') from recovery_code c) from second_factor f";
        let rows: String = sqlx::query_scalar(rows).fetch_one(app.superuser()).await.unwrap();
        for code in &phone.recovery_codes {
            let plain = code.replace('-', "");
            let hexadecimal: String = plain.bytes().map(|byte| format!("{byte:02x}")).collect();
            assert!(!rows.contains(&plain) && !rows.contains(&hexadecimal), "{rows}");
        }
        assert!(!rows.contains(&phone.seed_in_hexadecimal()), "{rows}");
    })
    .await;
}

#[tokio::test]
async fn a_change_of_the_second_factor_sends_an_email_and_wrong_codes_are_audited() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let phone = Authenticator::enrol(&ada).await;
        assert_eq!(sign_in(app, &ada, phone.wrong_code()).await.problem(401), "wrong_code");
        assert_eq!(sign_in(app, &ada, phone.recovery_codes[0].as_str()).await.status, 200);
        let proof = |code: &str| json!({ "password": PASSWORD, "code": code });
        let renewed = ada.post("/v1/me/recovery-codes", proof(&phone.recovery_codes[1])).await;
        assert_eq!(renewed.status, 200, "{renewed:?}");
        assert_eq!(ada.post("/v1/me/totp/remove", proof(&phone.next_code())).await.status, 204);
        let kinds = app.outbox().kinds(&ada.email).await;
        for (kind, count) in [
            ("second_factor_added", 1),
            ("recovery_code_used", 2),
            ("recovery_codes_replaced", 1),
            ("second_factor_removed", 1),
        ] {
            assert_eq!(kinds.iter().filter(|sent| *sent == kind).count(), count, "{kind}: {kinds:?}");
        }
        let refused = ada.get("/v1/audit-log?action=sign_in.code_refused").await.at("/items");
        assert_eq!(refused.as_array().map(Vec::len), Some(1), "{refused}");
        assert_eq!(refused[0]["object"]["id"], json!(ada.user_id));
    })
    .await;
}
