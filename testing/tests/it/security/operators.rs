//! What the operator of the service does: suspend organizations, and help people in.

use std::time::Duration;

use domain::audit::RequestOrigin;
use domain::operators;
use entity::id::OrganizationId;
use serde_json::{Value, json};
use tests::{EventReader, Options, Person, every_scope, with_app, with_app_of};

fn organization(person: &Person) -> OrganizationId {
    person.organization_id.parse().unwrap()
}

#[tokio::test]
async fn a_suspended_organization_refuses_every_caller_from_the_next_request_on() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let bob = app.colleague(&ada, "bob", "member").await;
        let key = app.live_key(&ada, &every_scope()).await;
        let token = app.client_of(&key).await;
        let invitation = app.invite(&ada, "new@example.com", "member").await;
        let session = ada.begin().await;
        operators::suspend(&app.db, organization(&ada), true).await.unwrap();
        for client in [&*ada, &*bob, &*key, &token, &key.acting_for(&bob.user_id)] {
            for path in ["/v1/me", "/v1/sessions", &format!("/v1/sessions/{session}"), "/v1/job-posts"] {
                assert_eq!(client.get(path).await.problem(403), "organization_suspended", "{path}");
            }
            let turn = client.start_turn(&session, "baker").await;
            assert_eq!(turn.problem(403), "organization_suspended");
        }
        let legacy = ada.form("/create-job-post", &[("message", "baker")]).await;
        assert_eq!((legacy.status, legacy.text_at("/status")), (403, "error".into()));
        let sign_in = json!({ "email": ada.email, "password": tests::PASSWORD });
        let refused = app.anonymous().post("/v1/auth/sign-in", sign_in).await;
        assert_eq!(refused.problem(403), "organization_suspended");
        let refresh = json!({ "refresh_token": ada.refresh_token });
        let refused = app.anonymous().post("/v1/auth/refresh", refresh.clone()).await;
        assert_eq!(refused.problem(403), "organization_suspended");
        let accepted = app.anonymous().accept_invitation(&invitation, "New").await;
        assert_eq!(accepted.problem(403), "organization_suspended");
        let form =
            [("grant_type", "client_credentials"), ("client_id", &key.id), ("client_secret", &key.key)];
        let refused = app.anonymous().form("/v1/oauth/token", &form).await;
        assert_eq!((refused.status, refused.text_at("/error")), (400, "unauthorized_client".into()));
        let refused = ada.patch("/v1/organization", json!({ "name": "Mine" })).await;
        assert_eq!(refused.problem(403), "organization_suspended");
        assert_eq!(eve.get("/v1/me").await.status, 200, "others are served");
        operators::suspend(&app.db, organization(&ada), false).await.unwrap();
        for client in [&*ada, &*bob, &*key, &token] {
            assert_eq!(client.get("/v1/me").await.status, 200);
        }
        assert_eq!(app.anonymous().post("/v1/auth/refresh", refresh).await.status, 200);
        assert_eq!(app.anonymous().accept_invitation(&invitation, "New").await.status, 201);
    })
    .await;
}

#[tokio::test]
async fn workers_claim_no_turn_of_a_suspended_organization() {
    with_app_of(Options::default().without_worker(), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let session = ada.begin().await;
        let turn = ada.start_turn(&session, "Backend engineer in Lisbon, hybrid.").await.text_at("/id");
        operators::suspend(&app.db, organization(&ada), true).await.unwrap();
        app.start_worker(worker::Settings::default()).await;
        // Another organization's turn is claimed meanwhile.
        assert_eq!(eve.say(&eve.begin().await, "baker").await.text_at("/status"), "succeeded");
        tokio::time::sleep(Duration::from_secs(2)).await;
        assert_eq!(app.count("select count(*) from turn where status = 'queued'").await, 1);
        operators::suspend(&app.db, organization(&ada), false).await.unwrap();
        let path = format!("/v1/sessions/{session}/turns/{turn}");
        tests::wait_until("the turn runs", async || ada.get(&path).await.text_at("/status") == "succeeded")
            .await;
    })
    .await;
}

#[tokio::test]
async fn an_event_stream_of_a_suspended_organization_ends() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let mut events = EventReader::open(&ada, &session).await;
        events.take(1).await;
        operators::suspend(&app.db, organization(&ada), true).await.unwrap();
        let reason = tokio::time::timeout(Duration::from_secs(5), events.reason()).await;
        assert_eq!(reason.unwrap(), "organization_suspended");
    })
    .await;
}

#[tokio::test]
async fn an_operator_creates_an_organization_and_its_owner_accepts() {
    with_app(async |app| {
        let id = operators::create(&app.db, "Papaya Trading", "Zoe@EXAMPLE.com", None).await.unwrap();
        let token = app.outbox().token("invitation", "zoe@example.com").await;
        let tokens = app.anonymous().accept_invitation(&token, "Zoe").await;
        let zoe = app.signed_in("zoe@example.com".to_owned(), &tokens).await;
        let me = zoe.get("/v1/me").await;
        assert_eq!((me.text_at("/role"), me.text_at("/organization_id")), ("owner".into(), id.to_string()));
        let invitation = zoe.get("/v1/invitations").await;
        assert_eq!(
            (invitation.at("/items/0/invited_by"), invitation.at("/items/0/role")),
            (Value::Null, "owner".into())
        );
        assert!(operators::create(&app.db, "", "zoe@example.com", None).await.is_err());
        let listed = operators::list(&app.db).await.unwrap();
        assert_eq!(listed.len(), 1, "a refused creation leaves nothing: {listed:?}");
        assert_eq!((listed[0].0, listed[0].1.members), (id, 1));
    })
    .await;
}

#[tokio::test]
async fn an_operator_promotes_a_member_and_ends_sign_ins() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let bob = app.colleague(&ada, "bob", "viewer").await;
        assert!(operators::promote(&app.db, organization(&ada), &eve.email).await.is_err());
        assert!(operators::promote(&app.db, OrganizationId::new(), &bob.email).await.is_err());
        operators::promote(&app.db, organization(&ada), &bob.email).await.unwrap();
        assert_eq!(bob.get("/v1/me").await.problem(401), "token_stale");
        let bob = app.sign_in(&bob.email).await;
        assert_eq!(bob.get("/v1/me").await.text_at("/role"), "owner");
        assert_eq!(operators::end_logins(&app.db, &bob.email).await.unwrap(), 2);
        assert_eq!(bob.get("/v1/me").await.problem(401), "token_revoked");
        assert_eq!(ada.get("/v1/me").await.status, 200);
        assert!(operators::end_logins(&app.db, "nobody@example.com").await.is_err());
        let members = operators::members(&app.db, organization(&ada)).await.unwrap();
        assert_eq!(members.len(), 2, "{members:?}");
    })
    .await;
}

/// A person with two organizations, of which one is suspended, keeps the other one.
#[tokio::test]
async fn a_suspension_costs_nobody_their_login_in_another_organization() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let at_eves = app.joins(&eve, &ada, "member").await;
        operators::suspend(&app.db, organization(&ada), true).await.unwrap();
        let refresh = async |token: &str, organization: &str| {
            let body = json!({ "refresh_token": token, "organization_id": organization });
            app.anonymous().post("/v1/auth/refresh", body).await
        };
        let refused = refresh(&at_eves.refresh_token, &ada.organization_id).await;
        assert_eq!(refused.problem(403), "organization_suspended");
        assert_eq!(at_eves.get("/v1/me").await.status, 200);
        assert_eq!(refresh(&at_eves.refresh_token, &eve.organization_id).await.status, 200);
        let sign_in = json!({
            "email": ada.email, "password": tests::PASSWORD, "organization_id": eve.organization_id,
        });
        assert_eq!(app.anonymous().post("/v1/auth/sign-in", sign_in).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn the_audit_log_names_the_operator_and_the_command() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for (is_suspended, command) in [(true, "suspend"), (true, "suspend"), (false, "resume")] {
            let origin = RequestOrigin::of_operator(format!("postwright admin {command}"));
            origin.scope(operators::suspend(&app.db, organization(&ada), is_suspended)).await.unwrap();
        }
        let log = ada.get("/v1/audit-log?action=organization.updated").await;
        let entries = log.at("/items").as_array().unwrap().clone();
        assert_eq!(entries.len(), 2, "what is suspended already is not suspended again: {log:?}");
        for (entry, command) in entries.iter().zip(["resume", "suspend"]) {
            let agent = format!("postwright admin {command}");
            assert_eq!(entry["actor"], json!({ "kind": "operator", "user_agent": agent }));
            assert_eq!(entry["before"]["suspended_at"].is_null(), command == "suspend", "{entry}");
            assert_eq!(entry["after"]["suspended_at"].is_null(), command == "resume", "{entry}");
        }
    })
    .await;
}
