//! Signing up through the link of an e-mail.

use futures_util::future::join_all;
use serde_json::json;
use tests::{App, PASSWORD, Reply, with_app};

use super::NEW_PASSWORD;

async fn sign_up(app: &App, email: &str) -> Reply {
    app.anonymous().post("/v1/auth/sign-up", json!({ "email": email })).await
}

async fn token(app: &App, email: &str) -> String {
    assert_eq!(sign_up(app, email).await.status, 202);
    app.outbox().token("complete_sign_up", email).await
}

async fn complete(app: &App, token: &str, password: &str) -> Reply {
    let names = ("Papaya Trading", "Ada");
    let body = json!({ "token": token, "organization_name": names.0, "name": names.1, "password": password });
    app.anonymous().post("/v1/auth/complete-sign-up", body).await
}

async fn accounts(app: &App) -> (i64, i64) {
    (
        app.count("select count(*) from user_account").await,
        app.count("select count(*) from organization").await,
    )
}

#[tokio::test]
async fn the_link_of_a_sign_up_creates_an_organization_and_its_owner() {
    with_app(async |app| {
        let token = token(app, "ada@example.com").await;
        assert_eq!(accounts(app).await, (0, 0), "nothing exists before the link is used");
        let tokens = complete(app, &token, PASSWORD).await;
        assert_eq!(tokens.status, 201, "{tokens:?}");
        let me = app.anonymous().with_token(tokens.text_at("/access_token")).get("/v1/me").await;
        assert_eq!((me.text_at("/email"), me.text_at("/role")), ("ada@example.com".into(), "owner".into()));
        assert_eq!(me.text_at("/organization_id"), tokens.text_at("/organization_id"));
        assert_eq!(me.text_at("/organizations/0/name"), "Papaya Trading");
        assert_eq!(me.header("cache-control"), "no-store");
        assert_eq!(super::sign_in(app, "ada@example.com", PASSWORD).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_known_address_gets_the_response_of_an_unknown_one_and_no_account_changes() {
    with_app(async |app| {
        app.owner("ada").await;
        let before: Vec<String> = sqlx::query_scalar("select to_jsonb(a)::text from user_account a")
            .fetch_all(app.superuser())
            .await
            .unwrap();
        let (known, unknown) = (sign_up(app, "ADA@example.com").await, sign_up(app, "bob@example.com").await);
        for reply in [&known, &unknown] {
            assert_eq!((reply.status, reply.text.as_str()), (202, ""));
        }
        let names = |reply: &Reply| reply.headers.keys().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(names(&known), names(&unknown));
        // The link of a known address is never sent; its token creates no second account.
        let token = app.outbox().token("complete_sign_up", "ada@example.com").await;
        assert_eq!(complete(app, &token, NEW_PASSWORD).await.problem(409), "email_taken");
        let after: Vec<String> = sqlx::query_scalar("select to_jsonb(a)::text from user_account a")
            .fetch_all(app.superuser())
            .await
            .unwrap();
        assert_eq!(after, before);
    })
    .await;
}

#[tokio::test]
async fn nobody_takes_an_address_by_signing_up_first() {
    with_app(async |app| {
        // An attacker names the address of somebody else. There is nothing to sign in to, and nothing to find.
        for _ in 0..4 {
            assert_eq!(sign_up(app, "victim@example.com").await.status, 202);
        }
        assert_eq!(
            super::sign_in(app, "victim@example.com", PASSWORD).await.problem(401),
            "wrong_credentials"
        );
        // The victim's own request sends no further link, and each of those before will do.
        let victim = app.owner("victim").await;
        assert_eq!(app.outbox().to("victim@example.com").await.len(), 3);
        let me = victim.get("/v1/me").await;
        assert_eq!(
            (me.text_at("/name"), me.text_at("/organizations/0/name")),
            ("victim".to_owned(), "victim trading".to_owned())
        );
        assert_eq!(accounts(app).await, (1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_link_used_twenty_times_at_once_creates_one_account() {
    with_app(async |app| {
        let token = token(app, "ada@example.com").await;
        let replies = join_all((0..20).map(|_| complete(app, &token, PASSWORD))).await;
        let created = replies.iter().filter(|reply| reply.status == 201).count();
        assert_eq!(created, 1, "{replies:?}");
        for reply in replies.iter().filter(|reply| reply.status != 201) {
            assert_eq!(reply.problem(409), "link_ended");
        }
        assert_eq!(accounts(app).await, (1, 1));
    })
    .await;
}

#[tokio::test]
async fn two_people_who_sign_up_with_one_address_get_one_account() {
    with_app(async |app| {
        let tokens = [token(app, "ada@example.com").await, token(app, "ada@example.com").await];
        let replies = join_all(tokens.iter().map(|token| complete(app, token, PASSWORD))).await;
        let mut statuses: Vec<_> = replies.iter().map(|reply| reply.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409], "{replies:?}");
        assert_eq!(accounts(app).await, (1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_refused_password_leaves_the_link_valid() {
    with_app(async |app| {
        let token = token(app, "ada@example.com").await;
        for password in ["short", "passwordpassword", "aaaaaaaaaaaaaaaa", "ada@example.com", "Papaya Trading"]
        {
            let refused = complete(app, &token, password).await;
            refused.problem(422);
            assert_eq!(refused.text_at("/errors/0/pointer"), "/password");
        }
        assert_eq!(complete(app, &token, PASSWORD).await.status, 201);
    })
    .await;
}

#[tokio::test]
async fn a_link_that_is_unknown_expired_or_of_another_purpose_creates_nothing() {
    with_app(async |app| {
        let token = token(app, "ada@example.com").await;
        for other in ["x", &token[1..], &format!("{token}A"), &token.to_lowercase(), "%00"] {
            assert_eq!(complete(app, other, PASSWORD).await.problem(409), "link_ended", "{other:?}");
        }
        let reset = json!({ "token": token, "password": PASSWORD });
        assert_eq!(app.anonymous().post("/v1/auth/reset-password", reset).await.problem(409), "link_ended");
        let confirm = json!({ "token": token });
        assert_eq!(app.anonymous().post("/v1/auth/confirm-email", confirm).await.problem(409), "link_ended");
        app.move_clock("24 hours 1 second").await;
        assert_eq!(complete(app, &token, PASSWORD).await.problem(409), "link_ended");
        assert_eq!(accounts(app).await, (0, 0));
    })
    .await;
}

#[tokio::test]
async fn bad_addresses_are_refused_with_a_pointer() {
    with_app(async |app| {
        for email in
            ["no address", "a@b@c", "ada@example.com\r\nBcc: all@example.com", "a\u{202e}b@example.com"]
        {
            let refused = sign_up(app, email).await;
            refused.problem(422);
            assert_eq!(refused.text_at("/errors/0/pointer"), "/email", "{email:?}");
        }
        assert_eq!(app.count("select count(*) from email").await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_address_gets_three_links_an_hour_and_the_response_stays_the_same() {
    with_app(async |app| {
        app.owner("known").await;
        for email in ["known@example.com", "unknown@example.com"] {
            let before = app.outbox().to(email).await.len();
            for _ in 0..5 {
                assert_eq!(sign_up(app, email).await.status, 202);
            }
            assert_eq!(app.outbox().to(email).await.len(), before + 3, "{email}");
        }
        app.move_clock("61 minutes").await;
        assert_eq!(sign_up(app, "unknown@example.com").await.status, 202);
        assert_eq!(app.outbox().to("unknown@example.com").await.len(), 4);
    })
    .await;
}

#[tokio::test]
async fn the_database_alone_does_not_show_a_link() {
    with_app(async |app| {
        let token = token(app, "ada@example.com").await;
        let rows =
            "select to_jsonb(e)::text from email e union all select to_jsonb(t)::text from account_token t";
        let rows: Vec<String> = sqlx::query_scalar(rows).fetch_all(app.superuser()).await.unwrap();
        assert_eq!(rows.len(), 2);
        let hex: String = token.bytes().map(|byte| format!("{byte:02x}")).collect();
        for row in rows {
            assert!(!row.contains(&token) && !row.contains(&hex), "{row}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_request_for_a_link_names_nothing() {
    with_app(async |app| {
        let named = json!({ "email": "victim@example.com", "name": "Eve", "organization_name": "Eve Inc." });
        app.anonymous().post("/v1/auth/sign-up", named).await.problem(422);
        let token = token(app, "victim@example.com").await;
        let unnamed = json!({ "token": token, "password": PASSWORD });
        app.anonymous().post("/v1/auth/complete-sign-up", unnamed).await.problem(422);
        for (name, organization, pointer) in [(" ", "Papaya", "/name"), ("Ada", "\u{200b}", "/organization_name")] {
            let body = json!({ "token": token, "name": name, "organization_name": organization, "password": PASSWORD });
            let refused = app.anonymous().post("/v1/auth/complete-sign-up", body).await;
            refused.problem(422);
            assert_eq!(refused.text_at("/errors/0/pointer"), pointer);
        }
        assert_eq!(complete(app, &token, PASSWORD).await.status, 201);
    })
    .await;
}
