//! Organizations that require a second factor.

use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::{App, Authenticator, Client, EventReader, PASSWORD, Person, Reply, every_scope, with_app};

use super::sign_in;
use crate::security::fresh_sign_in::age_logins;
use crate::security::scopes;

const CODE: &str = "second_factor_enrolment_required";

async fn set_rule(client: &Client, required: bool) -> Reply {
    client.patch("/v1/organization", json!({ "second_factor_required": required })).await
}

/// An organization that requires a second factor of its owner, Ada, and its member, Bob, who has none.
async fn strict(app: &App) -> (Person, Person) {
    let ada = app.owner("ada").await;
    let bob = app.colleague(&ada, "bob", "member").await;
    Authenticator::enrol(&ada).await;
    assert_eq!(set_rule(&ada, true).await.at("/second_factor_required"), true);
    (ada, bob)
}

async fn refresh(app: &App, tokens: &str, organization: &Person) -> Reply {
    let body = json!({ "refresh_token": tokens, "organization_id": organization.organization_id });
    let refreshed = app.anonymous().post("/v1/auth/refresh", body).await;
    assert_eq!(refreshed.status, 200, "{refreshed:?}");
    refreshed
}

#[tokio::test]
async fn only_an_owner_with_a_second_factor_and_a_fresh_sign_in_requires_one() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "admin").await;
        let key = app.live_key(&ada, &every_scope()).await;
        assert_eq!(set_rule(&bob, true).await.problem(403), "owner_required");
        assert_eq!(set_rule(&key, true).await.problem(403), "owner_required");
        assert_eq!(set_rule(&ada, true).await.problem(409), "no_second_factor");
        Authenticator::enrol(&ada).await;
        age_logins(app).await;
        assert_eq!(set_rule(&ada, true).await.problem(403), "fresh_sign_in_required");
        assert_eq!(ada.get("/v1/organization").await.at("/second_factor_required"), false);
    })
    .await;
}

#[tokio::test]
async fn a_member_without_one_can_only_add_one() {
    with_app(async |app| {
        let (_, bob) = strict(app).await;
        let new_login = app.sign_in(&bob.email).await;
        for login in [&bob, &new_login] {
            assert_eq!(login.get("/v1/sessions").await.problem(403), CODE);
            let refused = login.post("/v1/sessions", json!({})).await;
            assert!(refused.text_at("/detail").contains("POST /v1/me/totp"), "{refused:?}");
            assert_eq!(login.get("/v1/me").await.status, 200);
        }
        let phone = Authenticator::enrol(&bob).await;
        assert_eq!(bob.get("/v1/sessions").await.status, 200);
        // Nobody has shown a code for the other login: a thief of the password may have begun it.
        assert_eq!(new_login.get("/v1/me").await.problem(401), "token_revoked");
        assert_eq!(sign_in(app, &bob, Value::Null).await.problem(401), "second_factor_required");
        let proof = json!({ "password": PASSWORD, "code": phone.recovery_codes[0] });
        assert_eq!(bob.post("/v1/me/totp/remove", proof).await.status, 204);
        assert_eq!(bob.get("/v1/sessions").await.problem(403), CODE);
    })
    .await;
}

#[tokio::test]
async fn every_other_operation_is_refused() {
    with_app(async |app| {
        strict(app).await;
        // A login leaves the organization and is moved to another one with and without a factor.
        let leaving = ["sign_out", "sign_out_browser", "switch_browser_organization"];
        let allowed = [&["read_me", "read_totp", "enrol_totp", "confirm_totp"][..], &leaving].concat();
        let bob = app.sign_in("bob@example.com").await.in_browser();
        for operation in scopes::operations() {
            if allowed.contains(&operation.id.as_str()) {
                continue;
            }
            let reply = operation.call_with_example(&bob, |_| None).await;
            assert_eq!((reply.status, reply.at("/code")), (403, CODE.into()), "{}: {reply:?}", operation.id);
        }
        assert_eq!(bob.post("/v1/auth/sign-out", json!({})).await.status, 204);
    })
    .await;
}

#[tokio::test]
async fn api_keys_go_on_working_also_for_a_member_without_one() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let key = app.live_key(&ada, &every_scope()).await;
        let token = app.client_of(&key).await;
        Authenticator::enrol(&ada).await;
        assert_eq!(set_rule(&ada, true).await.status, 200);
        for client in [&*key, &token] {
            assert_eq!(client.get("/v1/organization").await.at("/second_factor_required"), true);
            let for_bob = client.request(reqwest::Method::GET, "/v1/sessions");
            let for_bob = Reply::of(for_bob.header("Postwright-User", &bob.user_id)).await;
            assert_eq!(for_bob.status, 200, "{for_bob:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_refusal_is_in_the_audit_log_and_an_enrolling_member_may_refresh() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let cid = app.colleague(&ada, "cid", "admin").await;
        Authenticator::enrol(&ada).await;
        assert_eq!(set_rule(&ada, true).await.status, 200);
        assert_eq!(cid.get("/v1/api-keys").await.problem(403), CODE);
        let refused = ada.get("/v1/audit-log?action=operation.refused").await;
        assert_eq!(refused.at("/items/0/details/code"), CODE, "{refused:?}");
        let refreshed = refresh(app, &cid.refresh_token, &ada).await;
        let cid = app.signed_in(cid.email.clone(), &refreshed).await;
        assert_eq!(cid.get("/v1/api-keys").await.problem(403), CODE);
        Authenticator::enrol(&cid).await;
        assert_eq!(cid.get("/v1/api-keys").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn the_rule_holds_in_its_organization_only_and_for_who_joins_or_moves_there() {
    with_app(async |app| {
        let (ada, _) = strict(app).await;
        let eve = app.owner("eve").await;
        let joined = app.joins(&ada, &eve, "member").await;
        assert_eq!(joined.get("/v1/sessions").await.problem(403), CODE);
        assert_eq!(eve.get("/v1/sessions").await.status, 200);
        let moved = refresh(app, &app.sign_in(&eve.email).await.refresh_token, &ada).await;
        let moved = app.anonymous().with_token(moved.text_at("/access_token"));
        assert_eq!(moved.get("/v1/sessions").await.problem(403), CODE);
        // Added or removed in one organization, it counts at once in all.
        let phone = Authenticator::enrol(&eve).await;
        for login in [&*joined, &moved] {
            assert_eq!(login.get("/v1/me").await.problem(401), "token_revoked");
        }
        let signed_in = sign_in(app, &eve, json!(phone.recovery_codes[1])).await;
        let moved = refresh(app, &signed_in.text_at("/refresh_token"), &ada).await;
        let moved = app.anonymous().with_token(moved.text_at("/access_token"));
        assert_eq!(moved.get("/v1/sessions").await.status, 200);
        let proof = json!({ "password": PASSWORD, "code": phone.recovery_codes[0] });
        assert_eq!(eve.post("/v1/me/totp/remove", proof).await.status, 204);
        assert_eq!(moved.get("/v1/sessions").await.problem(403), CODE);
        assert_eq!(eve.get("/v1/sessions").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_stream_of_a_member_without_one_ends() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let session = bob.begin().await;
        let mut events = EventReader::open(&bob, &session).await;
        events.take(1).await;
        Authenticator::enrol(&ada).await;
        assert_eq!(set_rule(&ada, true).await.status, 200);
        assert_eq!(ada.say(&session, "baker").await.status, 200);
        assert_eq!(events.reason().await, CODE);
    })
    .await;
}

#[tokio::test]
async fn without_the_rule_everybody_is_free_again() {
    with_app(async |app| {
        let (ada, bob) = strict(app).await;
        assert_eq!(bob.get("/v1/sessions").await.problem(403), CODE);
        assert_eq!(set_rule(&ada, false).await.status, 200);
        assert_eq!(bob.get("/v1/sessions").await.status, 200);
    })
    .await;
}

/// Of a sign-in and the new rule at once, one sees the other.
#[tokio::test]
async fn no_login_that_begins_or_is_refreshed_meanwhile_escapes_the_rule() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        Authenticator::enrol(&ada).await;
        // As many as are counted before a delay.
        let sign_ins = join_all((0..5).map(|_| app.sign_in(&bob.email)));
        let (anonymous, refresh) = (app.anonymous(), json!({ "refresh_token": bob.refresh_token }));
        let refreshes = join_all((0..10).map(|_| anonymous.post("/v1/auth/refresh", refresh.clone())));
        let rule = async {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            set_rule(&ada, true).await
        };
        let (logins, refreshed, set) = tokio::join!(sign_ins, refreshes, rule);
        assert_eq!(set.status, 200, "{set:?}");
        for login in &logins {
            assert_eq!(login.get("/v1/sessions").await.problem(403), CODE);
        }
        for tokens in refreshed.iter().filter(|tokens| tokens.status == 200) {
            let login = app.anonymous().with_token(tokens.text_at("/access_token"));
            assert_eq!(login.get("/v1/sessions").await.problem(403), CODE);
        }
        let free = "select count(*) from login l join user_account a on a.id = l.user_id
                     where a.email = 'bob@example.com' and l.revoked_at is null and not l.enrolment_required";
        assert_eq!(app.count(free).await, 0);
    })
    .await;
}
