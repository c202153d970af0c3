//! Signing in and out.

use postwright_client::Client;
use serde_json::json;
use tests::{PASSWORD, refused, with_app};
use uuid::Uuid;

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
