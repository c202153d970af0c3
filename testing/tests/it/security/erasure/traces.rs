//! What the audit log keeps of an erased person.

use reqwest::Method;
use serde_json::json;
use tests::{App, PASSWORD, Person, Reply, wait_until, with_app};

/// The tables with this text.
async fn places(app: &App, text: &str) -> Vec<String> {
    app.places_of(text).await.into_keys().collect()
}

async fn erase(person: &Person) {
    assert_eq!(person.delete("/v1/me").await.status, 204);
}

#[tokio::test]
async fn the_audit_log_keeps_what_an_erased_person_did_and_not_who_they_were() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "admin").await;
        let request = bob.request(Method::PATCH, "/v1/organization").json(&json!({ "name": "Renamed" }));
        let request = request.header("User-Agent", "Canary-agent").header("X-Request-Id", "Canary-request");
        assert_eq!(request.send().await.unwrap().status(), 200);
        let before = app.count("select count(*) from audit_entry").await;
        for text in ["Canary-agent", "Canary-request", &bob.email] {
            assert!(app.places_of(text).await.contains_key("audit_entry"), "{text}");
        }
        assert_eq!(bob.delete("/v1/me").await.status, 204);
        for text in ["Canary-agent", "Canary-request", &bob.email] {
            assert!(app.places_of(text).await.is_empty(), "{text}");
        }
        let path = format!("/v1/audit-log?actor_id={}&limit=100", bob.user_id);
        let entries = ada.get(&path).await.at("/items");
        let actions: Vec<_> =
            entries.as_array().unwrap().iter().map(|entry| entry["action"].clone()).collect();
        for action in ["organization.updated", "account.deletion_requested", "member.removed"] {
            assert!(actions.contains(&action.into()), "{actions:?}");
        }
        assert!(app.count("select count(*) from audit_entry").await > before, "no entry was deleted");
    })
    .await;
}

#[tokio::test]
async fn the_client_of_a_refused_sign_in_is_removed_too() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let guess = app.anonymous().request(Method::POST, "/v1/auth/sign-in");
        let guess = guess.header("User-Agent", "Canary-guess");
        let guess = guess.json(&json!({ "email": bob.email, "password": "not the right one" }));
        Reply::of(guess).await.problem(401);
        wait_until("the refusal is recorded", async || !places(app, "Canary-guess").await.is_empty()).await;
        erase(&bob).await;
        assert!(places(app, "Canary-guess").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn entries_about_a_similar_address_stay_as_they_are() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (bob, jacob) =
            (app.colleague(&ada, "bob", "member").await, app.colleague(&ada, "jacobob", "member").await);
        let invited = json!({ "email": bob.email.replace("bob", "not-bob"), "role": "viewer" });
        assert_eq!(ada.post("/v1/invitations", invited).await.status, 201);
        let similar = [jacob.email.clone(), "not-bob@example.com".to_owned()];
        for email in &similar {
            assert!(places(app, email).await.contains(&"audit_entry".to_owned()), "{email}");
        }
        erase(&bob).await;
        for email in &similar {
            assert!(places(app, email).await.contains(&"audit_entry".to_owned()), "{email}");
        }
        let quoted = format!("\"{}\"", bob.email);
        assert!(places(app, &quoted).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_address_that_the_person_had_before_is_nowhere_also_after_the_sweep() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "old", "member").await;
        let old = bob.email.clone();
        app.move_clock("38 days").await;
        app.sweep().await;
        assert_eq!(app.count("select count(*) from invitation").await, 0);
        let change = json!({ "email": "new@example.com", "current_password": PASSWORD });
        assert_eq!(bob.post("/v1/me/email", change).await.status, 202);
        let token = app.outbox().token("confirm_email", "new@example.com").await;
        assert_eq!(
            app.anonymous().post("/v1/auth/confirm-email", json!({ "token": token })).await.status,
            204
        );
        assert!(places(app, &old).await.contains(&"audit_entry".to_owned()));
        erase(&bob).await;
        for email in [&*old, "new@example.com"] {
            assert!(places(app, email).await.is_empty(), "{email}: {:?}", app.places_of(email).await);
        }
        let deleted = ada.get("/v1/audit-log?action=invitation.deleted").await;
        assert_eq!(deleted.text_at("/items/0/before/email"), "(erased)");
    })
    .await;
}

#[tokio::test]
async fn stored_responses_of_others_forget_an_erased_person() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let request = ada.request(Method::POST, "/v1/invitations").header("Idempotency-Key", "invite-bob");
        let invited = json!({ "email": "bob@example.com", "role": "member" });
        assert_eq!(request.json(&invited).send().await.unwrap().status(), 201);
        assert!(places(app, "bob@example.com").await.contains(&"idempotency_key".to_owned()));
        let token = app.outbox().token("invitation", "bob@example.com").await;
        let joined = app.anonymous().accept_invitation(&token, "bob").await;
        assert_eq!(joined.status, 201, "{joined:?}");
        erase(&app.signed_in("bob@example.com".into(), &joined).await).await;
        assert!(places(app, "bob@example.com").await.is_empty());
    })
    .await;
}
