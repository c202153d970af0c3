//! Change of an e-mail address.

use futures_util::future::join_all;
use serde_json::json;
use tests::{App, PASSWORD, Person, Reply, with_app};

use super::{NEW_PASSWORD, sign_in};

async fn request(person: &Person, email: &str, password: &str) -> Reply {
    person.post("/v1/me/email", json!({ "email": email, "current_password": password })).await
}

async fn confirm(app: &App, token: &str) -> Reply {
    app.anonymous().post("/v1/auth/confirm-email", json!({ "token": token })).await
}

#[tokio::test]
async fn an_address_changes_when_it_is_confirmed_and_both_get_an_email() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        assert_eq!(request(&ada, "Ada.New@example.com", PASSWORD).await.status, 202);
        assert_eq!(ada.get("/v1/me").await.text_at("/email"), "ada@example.com");
        assert_eq!(app.outbox().kinds("ada@example.com").await.last().unwrap(), "email_change_requested");
        let token = app.outbox().token("confirm_email", "ada.new@example.com").await;
        assert_eq!(confirm(app, &token).await.status, 204);
        assert_eq!(ada.get("/v1/me").await.text_at("/email"), "ada.new@example.com");
        for email in ["ada@example.com", "ada.new@example.com"] {
            assert_eq!(app.outbox().kinds(email).await.last().unwrap(), "email_changed");
        }
        assert_eq!(sign_in(app, "ada@example.com", PASSWORD).await.problem(401), "wrong_credentials");
        assert_eq!(sign_in(app, "ada.new@example.com", PASSWORD).await.status, 200);
        assert_eq!(confirm(app, &token).await.problem(409), "link_ended");
    })
    .await;
}

#[tokio::test]
async fn a_taken_address_looks_like_a_free_one_and_stays_with_its_owner() {
    with_app(async |app| {
        let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
        for email in [&bob.email, "free@example.com"] {
            let reply = request(&ada, email, PASSWORD).await;
            assert_eq!((reply.status, reply.text.as_str()), (202, ""));
        }
        let token = app.outbox().token("confirm_email", &bob.email).await;
        assert_eq!(confirm(app, &token).await.problem(409), "email_taken");
        assert_eq!(bob.get("/v1/me").await.text_at("/email"), bob.email);
        assert_eq!(ada.get("/v1/me").await.text_at("/email"), ada.email);
    })
    .await;
}

#[tokio::test]
async fn an_address_does_not_change_without_the_password() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let refused = request(&ada, "eve@example.com", "not the password at all").await;
        assert_eq!(refused.problem(403), "wrong_password");
        let same = request(&ada, "ADA@example.com", PASSWORD).await;
        same.problem(422);
        assert_eq!(same.text_at("/errors/0/pointer"), "/email");
        assert_eq!(app.outbox().to("eve@example.com").await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_confirmation_used_twenty_times_at_once_works_once() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        request(&ada, "new@example.com", PASSWORD).await;
        let token = app.outbox().token("confirm_email", "new@example.com").await;
        let replies = join_all((0..20).map(|_| confirm(app, &token))).await;
        assert_eq!(replies.iter().filter(|reply| reply.status == 204).count(), 1, "{replies:?}");
        let kinds = app.outbox().kinds("new@example.com").await;
        assert_eq!(kinds.iter().filter(|kind| *kind == "email_changed").count(), 1);
    })
    .await;
}

/// The holder of the old mailbox does not get the account back with a link from before.
#[tokio::test]
async fn a_change_of_address_voids_links_that_the_old_address_got() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let reset = json!({ "email": ada.email });
        assert_eq!(app.anonymous().post("/v1/auth/request-password-reset", reset).await.status, 202);
        let reset = app.outbox().token("password_reset", &ada.email).await;
        for email in ["one@example.com", "two@example.com"] {
            assert_eq!(request(&ada, email, PASSWORD).await.status, 202);
        }
        let [one, two] = ["one@example.com", "two@example.com"]
            .map(|email| async move { app.outbox().token("confirm_email", email).await });
        let (one, two) = (one.await, two.await);
        assert_eq!(confirm(app, &two).await.status, 204);
        assert_eq!(confirm(app, &one).await.problem(409), "link_ended");
        let body = json!({ "token": reset, "password": NEW_PASSWORD });
        assert_eq!(app.anonymous().post("/v1/auth/reset-password", body).await.problem(409), "link_ended");
        assert_eq!(ada.get("/v1/me").await.text_at("/email"), "two@example.com");
    })
    .await;
}

#[tokio::test]
async fn a_person_floods_no_mailboxes_with_links_for_a_new_address() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for stranger in 0..10 {
            let reply = request(&ada, &format!("stranger{stranger}@example.com"), PASSWORD).await;
            assert_eq!(reply.status, 202, "{reply:?}");
        }
        let refused = request(&ada, "victim@example.com", PASSWORD).await;
        assert_eq!(refused.problem(429), "too_many_requests");
        assert!(refused.header("retry-after").parse::<u32>().unwrap() > 0);
        // Another address of one's own does not begin a new count.
        let token = app.outbox().token("confirm_email", "stranger0@example.com").await;
        assert_eq!(confirm(app, &token).await.status, 204);
        assert_eq!(request(&ada, "victim@example.com", PASSWORD).await.status, 429);
        assert_eq!(app.outbox().to("victim@example.com").await.len(), 0);
    })
    .await;
}

/// Also when the address got enough links: that would show that others, or its holder, have requested some.
#[tokio::test]
async fn neither_the_limit_nor_the_note_to_the_old_address_shows_whether_the_new_one_has_an_account() {
    with_app(async |app| {
        let bob = app.owner("bob").await;
        let mut seen = Vec::new();
        for (name, same) in [("ada", Some(&*bob.email)), ("eve", Some("free@example.com")), ("kim", None)] {
            let person = app.owner(name).await;
            let mut statuses = Vec::new();
            for number in 0..13 {
                let fresh = format!("{name}{number}@example.com");
                statuses.push(request(&person, same.unwrap_or(&fresh), PASSWORD).await.status);
            }
            let notes = app.outbox().kinds(&person.email).await;
            seen.push((statuses, notes.iter().filter(|kind| *kind == "email_change_requested").count()));
        }
        assert_eq!(seen[0], ([[202; 10].as_slice(), &[429; 3]].concat(), 10));
        assert!(seen.iter().all(|each| *each == seen[0]), "{seen:?}");
    })
    .await;
}
