//! Who becomes a member by signing in.

use domain::accounts::SignUpPolicy;
use serde_json::json;
use tests::{Options, PASSWORD, with_app, with_app_of};

#[tokio::test]
async fn a_newcomer_becomes_a_member_if_the_organization_admits_them() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        issuer.is("new", "new@example.com");
        let refused = app.anonymous().single_sign_on(&issuer, &ada.organization_id).await;
        assert_eq!(refused.problem(403), "not_a_member");
        assert_eq!(app.count("select count(*) from user_account").await, 1, "nothing was created");
        app.configure(&ada, &issuer, json!({ "just_in_time": true, "default_role": "viewer" })).await;
        let new = app.by_single_sign_on(&ada, &issuer, "new").await;
        let me = new.get("/v1/me").await;
        assert_eq!((me.at("/role"), me.at("/name")), (json!("viewer"), json!("Name of new")));
        let again = app.by_single_sign_on(&ada, &issuer, "new").await;
        assert_eq!(again.user_id, new.user_id);
        // Nobody knows a password until the holder of the address sets one.
        let guess = json!({ "email": "new@example.com", "password": PASSWORD });
        assert_eq!(
            app.anonymous().post("/v1/auth/sign-in", guess.clone()).await.problem(401),
            "wrong_credentials"
        );
        app.anonymous().post("/v1/auth/request-password-reset", json!({ "email": "new@example.com" })).await;
        let token = app.outbox().token("password_reset", "new@example.com").await;
        let set = json!({ "token": token, "password": PASSWORD });
        assert_eq!(app.anonymous().post("/v1/auth/reset-password", set).await.status, 204);
        assert_eq!(app.anonymous().post("/v1/auth/sign-in", guess).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn two_first_sign_ins_at_once_make_one_member() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({ "just_in_time": true })).await;
        issuer.is("new", "new@example.com");
        let client = app.anonymous();
        let all = (0..4).map(|_| client.single_sign_on(&issuer, &ada.organization_id));
        let replies = futures_util::future::join_all(all).await;
        assert!(replies.iter().any(|reply| reply.status == 200), "{replies:?}");
        assert!(
            replies.iter().all(|reply| reply.status == 200 || reply.problem(409) == "email_taken"),
            "{replies:?}"
        );
        assert_eq!(app.count("select count(*) from membership").await, 2);
        assert_eq!(app.count("select count(*) from external_identity").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_known_account_joins_too_and_keeps_its_password() {
    with_app(async |app| {
        let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
        let issuer = app.issuer_of(&ada, json!({ "just_in_time": true })).await;
        let joined = app.by_single_sign_on(&ada, &issuer, "bob").await;
        assert_eq!(
            (joined.user_id.as_str(), joined.organization_id.as_str()),
            (bob.user_id.as_str(), ada.organization_id.as_str())
        );
        let own = app.sign_in(&bob.email).await;
        assert_eq!(own.organization_id, bob.organization_id);
    })
    .await;
}

#[tokio::test]
async fn who_was_removed_comes_back_by_an_invitation_only() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({ "just_in_time": true })).await;
        let bob = app.by_single_sign_on(&ada, &issuer, "bob").await;
        assert_eq!(ada.delete(&format!("/v1/members/{}", bob.user_id)).await.status, 204);
        assert_eq!(bob.get("/v1/me").await.problem(401), "token_revoked");
        for email in ["bob@example.com", "another@example.com"] {
            issuer.is("bob", email);
            let refused = app.anonymous().single_sign_on(&issuer, &ada.organization_id).await;
            assert_eq!(refused.problem(403), "member_removed", "{email}");
        }
        issuer.is("another id", "bob@example.com");
        let refused = app.anonymous().single_sign_on(&issuer, &ada.organization_id).await;
        assert_eq!(refused.problem(403), "member_removed");
        app.invite(&ada, "bob@example.com", "viewer").await;
        let back = app.by_single_sign_on(&ada, &issuer, "bob").await;
        assert_eq!(
            (back.user_id.clone(), back.get("/v1/me").await.at("/role")),
            (bob.user_id.clone(), json!("viewer"))
        );
        assert_eq!(app.count("select count(*) from removed_member").await, 0);
        // The provider has made the person anew.
        assert_eq!(ada.delete(&format!("/v1/members/{}", bob.user_id)).await.status, 204);
        app.invite(&ada, "bob@example.com", "viewer").await;
        issuer.is("bob made anew", "bob@example.com");
        let anew = app.anonymous().single_sign_on(&issuer, &ada.organization_id).await;
        assert_eq!(anew.status, 200, "{anew:?}");
        assert_eq!(
            app.count("select count(*) from external_identity where subject = 'bob made anew'").await,
            1
        );
        assert_eq!(ada.get("/v1/invitations").await.at("/items/0/status"), "accepted");
    })
    .await;
}

#[tokio::test]
async fn who_leaves_may_come_back() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({ "just_in_time": true })).await;
        let bob = app.by_single_sign_on(&ada, &issuer, "bob").await;
        assert_eq!(bob.delete("/v1/me/membership").await.status, 204);
        assert_eq!(app.by_single_sign_on(&ada, &issuer, "bob").await.user_id, bob.user_id);
    })
    .await;
}

/// The role is the invitation's, also where newcomers get another one or are not admitted.
#[tokio::test]
async fn an_invitation_is_accepted_by_signing_in() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        let link = app.invite(&ada, "bob@example.com", "admin").await;
        let bob = app.by_single_sign_on(&ada, &issuer, "bob").await;
        assert_eq!(bob.get("/v1/me").await.at("/role"), "admin");
        assert_eq!(app.anonymous().accept_invitation(&link, "bob").await.problem(409), "link_ended");
        assert_eq!(
            app.outbox().kinds(&ada.email).await.last().map(String::as_str),
            Some("invitation_accepted")
        );
    })
    .await;
}

#[tokio::test]
async fn where_no_accounts_are_made_only_people_with_an_account_join() {
    let options = Options { sign_up: SignUpPolicy::Closed, ..Options::default() };
    with_app_of(options, async |app| {
        for name in ["ada", "bob"] {
            let email = format!("{name}@example.com");
            let organization_name = format!("{name} trading");
            let new = domain::accounts::NewOwner { organization_name, name: name.to_owned(), email };
            domain::accounts::create_owner(&app.db, new, PASSWORD.into(), chrono::TimeDelta::hours(1))
                .await
                .unwrap();
        }
        let ada = app.sign_in("ada@example.com").await;
        let issuer = app.issuer_of(&ada, json!({ "just_in_time": true })).await;
        issuer.is("new", "new@example.com");
        let refused = app.anonymous().single_sign_on(&issuer, &ada.organization_id).await;
        assert_eq!(refused.problem(403), "sign_up_closed");
        app.by_single_sign_on(&ada, &issuer, "bob").await;
    })
    .await;
}
