//! Reading and accepting.

use domain::accounts::{self, NewOwner, SignUpPolicy};
use serde_json::{Value, json};
use tests::{App, Options, PASSWORD, Reply, with_app, with_app_of};

use super::invite;

async fn open(app: &App, token: &str) -> Reply {
    app.anonymous().post("/v1/auth/read-invitation", json!({ "token": token })).await
}

async fn accept(app: &App, body: Value) -> Reply {
    app.anonymous().post("/v1/auth/accept-invitation", body).await
}

#[tokio::test]
async fn a_new_person_accepts_with_a_name_and_a_password() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let token = app.invite(&ada, "bob@example.com", "member").await;
        let opened = open(app, &token).await;
        assert_eq!(opened.text_at("/organization_name"), "ada trading");
        assert_eq!(
            (opened.text_at("/email"), opened.text_at("/role")),
            ("bob@example.com".into(), "member".into())
        );
        assert_eq!(opened.at("/has_account"), false);
        let nameless = accept(app, json!({ "token": token, "password": PASSWORD })).await;
        nameless.problem(422);
        assert_eq!(nameless.text_at("/errors/0/pointer"), "/name");
        for weak in ["short", "passwordpassword", "bob@example.com"] {
            let refused = accept(app, json!({ "token": token, "name": "Bob", "password": weak })).await;
            refused.problem(422);
            assert_eq!(refused.text_at("/errors/0/pointer"), "/password");
        }
        let tokens = accept(app, json!({ "token": token, "name": "Bob", "password": PASSWORD })).await;
        assert_eq!((tokens.status, tokens.text_at("/organization_id")), (201, ada.organization_id.clone()));
        let me = app.anonymous().with_token(tokens.text_at("/access_token")).get("/v1/me").await;
        assert_eq!((me.text_at("/name"), me.text_at("/role")), ("Bob".into(), "member".into()));
        assert_eq!(app.sign_in("bob@example.com").await.organization_id, ada.organization_id);
        assert_eq!(open(app, &token).await.problem(409), "link_ended");
        assert_eq!(app.outbox().kinds(&ada.email).await.last().unwrap(), "invitation_accepted");
    })
    .await;
}

#[tokio::test]
async fn a_person_with_an_account_accepts_with_its_password() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let token = app.invite(&ada, &eve.email, "admin").await;
        assert_eq!(open(app, &token).await.at("/has_account"), true);
        let wrong =
            accept(app, json!({ "token": token, "name": "x", "password": "another long password" })).await;
        assert_eq!(wrong.problem(401), "wrong_credentials");
        assert_eq!(ada.get("/v1/members").await.at("/items").as_array().unwrap().len(), 1);
        let tokens = app.anonymous().accept_invitation(&token, "Another name").await;
        let me = app.anonymous().with_token(tokens.text_at("/access_token")).get("/v1/me").await;
        assert_eq!((me.text_at("/user_id"), me.text_at("/name")), (eve.user_id.clone(), "eve".into()));
        assert_eq!(me.at("/organizations").as_array().unwrap().len(), 2);
        assert_eq!(eve.get("/v1/me").await.status, 200, "her other login goes on");
    })
    .await;
}

#[tokio::test]
async fn wrong_passwords_are_throttled_as_in_a_sign_in() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let token = app.invite(&ada, &eve.email, "admin").await;
        let mut statuses = Vec::new();
        for _ in 0..8 {
            let body = json!({ "token": token, "password": "another long password" });
            statuses.push(accept(app, body).await.status);
        }
        assert_eq!((statuses[0], statuses[7]), (401, 429), "{statuses:?}");
        let sign_in = json!({ "email": eve.email, "password": "another long password" });
        assert_eq!(app.anonymous().post("/v1/auth/sign-in", sign_in).await.status, 429);
    })
    .await;
}

#[tokio::test]
async fn a_member_who_accepts_keeps_their_role() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let token = app.invite(&ada, "bob@example.com", "owner").await;
        // The person becomes a member on another way meanwhile.
        let bob = app.owner("bob").await;
        let insert =
            "insert into membership (organization_id, user_id, role) values ($1::uuid, $2::uuid, 'viewer')";
        let insert = sqlx::query(insert).bind(&ada.organization_id).bind(&bob.user_id);
        insert.execute(app.superuser()).await.unwrap();
        let tokens = app.anonymous().accept_invitation(&token, "bob").await;
        let me = app.anonymous().with_token(tokens.text_at("/access_token")).get("/v1/me").await;
        assert_eq!(me.text_at("/role"), "viewer");
    })
    .await;
}

#[tokio::test]
async fn text_that_is_no_token_opens_nothing() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let token = app.invite(&ada, "bob@example.com", "member").await;
        let other = app.invite(&app.owner("eve").await, "bob@example.com", "member").await;
        let (organization, _) = token.split_at(22);
        let mixed = format!("{organization}{}", &other[22..]);
        let wrong = ["x", &token[1..], &token[..60], &token.to_uppercase(), &format!("{token}x"), &mixed];
        for text in wrong {
            assert_eq!(open(app, text).await.problem(409), "link_ended", "{text}");
            let refused = app.anonymous().accept_invitation(text, "bob").await;
            assert_eq!(refused.problem(409), "link_ended", "{text}");
        }
        assert_eq!(open(app, &token).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn where_sign_up_is_closed_only_people_with_accounts_accept() {
    let options = Options { sign_up: SignUpPolicy::Closed, ..Options::default() };
    with_app_of(options, async |app| {
        for name in ["ada", "eve"] {
            let owner = NewOwner {
                organization_name: format!("{name} trading"),
                name: name.to_owned(),
                email: format!("{name}@example.com"),
            };
            accounts::create_owner(&app.db, owner, PASSWORD.into(), chrono::TimeDelta::hours(1))
                .await
                .unwrap();
        }
        let (ada, eve) = (app.sign_in("ada@example.com").await, app.sign_in("eve@example.com").await);
        let token = app.invite(&ada, "bob@example.com", "member").await;
        assert_eq!(app.anonymous().accept_invitation(&token, "bob").await.problem(403), "sign_up_closed");
        let token = app.invite(&ada, &eve.email, "member").await;
        assert_eq!(app.anonymous().accept_invitation(&token, "eve").await.status, 201);
    })
    .await;
}

#[tokio::test]
async fn the_e_mail_of_an_invitation_says_who_invites_where_and_how() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let body = json!({ "email": "bob@example.com", "role": "admin", "language": "de" });
        assert_eq!(ada.post("/v1/invitations", body).await.text_at("/language"), "de");
        let email = app.outbox().to("bob@example.com").await.pop().unwrap();
        assert_eq!((&email["kind"], &email["language"]), (&json!("invitation"), &json!("de")));
        assert_eq!(
            (&email["organization_name"], &email["invited_by"]),
            (&json!("ada trading"), &json!("ada"))
        );
        assert_eq!(email["role"], "admin");
        let token = email["token"].as_str().unwrap();
        let tokens = app.anonymous().accept_invitation(token, "Bob").await;
        let me = app.anonymous().with_token(tokens.text_at("/access_token")).get("/v1/me").await;
        assert_eq!(me.text_at("/language"), "de");
        invite(&ada, "other@example.com", "member").await;
        assert_eq!(app.outbox().to("other@example.com").await[0]["language"], Value::Null);
    })
    .await;
}
