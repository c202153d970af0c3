//! Signing up, in and out, and refresh tokens.

use futures_util::future::join_all;
use postwright_client::Client;
use serde_json::json;
use tests::{App, PASSWORD, Reply, refused, with_app};
use uuid::Uuid;

async fn refresh(app: &App, token: &str) -> Reply {
    app.anonymous().post("/v1/auth/refresh", json!({ "refresh_token": token })).await
}

#[tokio::test]
async fn signing_up_creates_an_organization_and_its_owner() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let me = ada.get("/v1/me").await;
        assert_eq!(me.status, 200);
        assert_eq!(me.text_at("/email"), "ada@example.com");
        assert_eq!(me.text_at("/role"), "owner");
        assert_eq!(me.text_at("/organization_id"), ada.organization_id);
        assert_eq!(me.text_at("/organizations/0/name"), "ada trading");
        assert_eq!(me.header("cache-control"), "no-store");
    })
    .await;
}

#[tokio::test]
async fn an_email_has_one_account_whatever_its_case() {
    with_app(async |app| {
        app.owner("ada").await;
        let again = json!({ "organization_name": "b", "name": "b", "email": "ADA@example.com", "password": PASSWORD });
        assert_eq!(app.anonymous().post("/v1/auth/sign-up", again).await.problem(409), "email_taken");
    })
    .await;
}

#[tokio::test]
async fn weak_passwords_and_bad_addresses_are_refused_with_a_pointer() {
    with_app(async |app| {
        let sign_up = async |email: &str, password: &str| {
            let body =
                json!({ "organization_name": "a", "name": "Ada", "email": email, "password": password });
            app.anonymous().post("/v1/auth/sign-up", body).await
        };
        for password in ["short", "passwordpassword", "aaaaaaaaaaaaaaaa"] {
            let refused = sign_up("ada@example.com", password).await;
            refused.problem(422);
            assert_eq!(refused.text_at("/errors/0/pointer"), "/password");
        }
        let refused = sign_up("no address", PASSWORD).await;
        refused.problem(422);
        assert_eq!(refused.text_at("/errors/0/pointer"), "/email");
    })
    .await;
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_email_get_the_same_response() {
    with_app(async |app| {
        app.owner("ada").await;
        let sign_in = async |email: &str| {
            let body = json!({ "email": email, "password": "not the password at all" });
            app.anonymous().post("/v1/auth/sign-in", body).await
        };
        let (wrong, unknown) = (sign_in("ada@example.com").await, sign_in("nobody@example.com").await);
        assert_eq!(wrong.problem(401), "wrong_credentials");
        assert_eq!(unknown.problem(401), "wrong_credentials");
        assert_eq!(wrong.at("/detail"), unknown.at("/detail"));
    })
    .await;
}

#[tokio::test]
async fn repeated_wrong_passwords_are_throttled() {
    with_app(async |app| {
        app.owner("guessed").await;
        let body = json!({ "email": "guessed@example.com", "password": "not the password at all" });
        for _ in 0..5 {
            app.anonymous().post("/v1/auth/sign-in", body.clone()).await.problem(401);
        }
        // White space around the address does not evade the throttle.
        let spaced = json!({ "email": " guessed@example.com ", "password": "not the password at all" });
        app.anonymous().post("/v1/auth/sign-in", spaced).await.problem(429);
        let refused = app.anonymous().post("/v1/auth/sign-in", body).await;
        refused.problem(429);
        assert!(refused.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 0), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_refresh_token_can_be_used_once() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let second = refresh(app, &ada.refresh_token).await;
        assert_eq!(second.status, 200, "{second:?}");
        let third = refresh(app, &second.text_at("/refresh_token")).await;
        assert_eq!(third.status, 200, "{third:?}");
        // A used token whose successor is used too: one of them was stolen, so the login ends.
        assert_eq!(refresh(app, &ada.refresh_token).await.problem(401), "token_revoked");
        assert_eq!(refresh(app, &third.text_at("/refresh_token")).await.problem(401), "token_revoked");
        assert_eq!(ada.get("/v1/me").await.problem(401), "token_revoked");
    })
    .await;
}

#[tokio::test]
async fn a_refresh_whose_response_was_lost_can_be_repeated() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let lost = refresh(app, &ada.refresh_token).await.text_at("/refresh_token");
        let again = refresh(app, &ada.refresh_token).await;
        assert_eq!(again.status, 200, "{again:?}");
        // The lost token was voided; its use ends the login.
        assert_eq!(refresh(app, &lost).await.problem(401), "token_revoked");
    })
    .await;
}

#[tokio::test]
async fn parallel_refreshes_leave_one_valid_token() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let responses = join_all((0..10).map(|_| refresh(app, &ada.refresh_token))).await;
        assert!(responses.iter().all(|response| response.status == 200), "{responses:?}");
        let unused =
            app.count("select count(*) from refresh_token where used_at is null and voided_at is null").await;
        let tokens: Vec<_> = responses.iter().map(|response| response.text_at("/refresh_token")).collect();
        let valid = "select token from unnest($1::text[]) as token join refresh_token
                        on token_hash = sha256(convert_to(token, 'UTF8')) and used_at is null and voided_at is null";
        let valid: Vec<String> =
            sqlx::query_scalar(valid).bind(&tokens).fetch_all(app.superuser()).await.unwrap();
        assert_eq!((unused, valid.len()), (1, 1), "one response has the valid token");
        let next = refresh(app, &valid[0]).await;
        assert_eq!(next.status, 200, "{next:?}");
        // The tokens of the other responses were voided.
        let voided = tokens.iter().find(|token| **token != valid[0]).unwrap();
        assert_eq!(refresh(app, voided).await.problem(401), "token_revoked");
        assert_eq!(refresh(app, &next.text_at("/refresh_token")).await.problem(401), "token_revoked");
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_all_tokens_of_the_login() {
    with_app(async |app| {
        let owner = app.owner("ada").await;
        let (ada, elsewhere) = (owner.partner(), app.sign_in(&owner.email).await.partner());
        ada.sign_out().send().await.unwrap();
        let revoked = (401, "token_revoked".to_owned());
        assert_eq!(refused(ada.read_me().send().await), revoked);
        let refresh = Client::anonymous(&app.base_url);
        let refresh = refresh.refresh_tokens().body_map(|body| body.refresh_token(&*owner.refresh_token));
        assert_eq!(refused(refresh.send().await), revoked);
        elsewhere.read_me().send().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_member_of_two_organizations_chooses_one_at_sign_in() {
    with_app(async |app| {
        let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
        let [adas, bobs] = [&ada, &bob].map(|owner| owner.organization_id.parse::<Uuid>().unwrap());
        let invite = ada.partner();
        let invite = invite.add_member().body_map(|body| body.email(&*bob.email).role("member"));
        invite.send().await.unwrap();
        let anonymous = Client::anonymous(&app.base_url);
        let sign_in = async |organization: Uuid| {
            let login = anonymous
                .sign_in()
                .body_map(|body| body.email(&*bob.email).password(PASSWORD).organization_id(organization));
            login.send().await
        };
        let at_adas = sign_in(adas).await.unwrap();
        assert_eq!(at_adas.organization_id, adas);
        let me = app.anonymous().with_token(&at_adas.access_token).partner().read_me().send().await.unwrap();
        assert_eq!((me.role.as_str(), me.organizations.len()), ("member", 2));
        assert_eq!(refused(sign_in(Uuid::now_v7()).await), (403, "not_a_member".into()));
        // A refresh can change the organization too.
        let moved = anonymous
            .refresh_tokens()
            .body_map(|body| body.refresh_token(&*at_adas.refresh_token).organization_id(bobs));
        assert_eq!(moved.send().await.unwrap().organization_id, bobs);
    })
    .await;
}
