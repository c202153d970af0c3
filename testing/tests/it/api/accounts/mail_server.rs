//! Mail servers that are down, slow, or refuse: e-mails are sent later, and nothing is lost.

use std::time::Duration;

use domain::emails;
use serde_json::json;
use tests::{App, Mail, MailBehaviour, MailServer, Options, with_app_of};

const ALL_SENT: &str = "select count(*) from email where status = 'sent'";
const TRIED: &str = "select count(*) from email where status = 'pending' and error is not null";

fn options(server: &str) -> Options {
    let mut options = Options { mail: Some(Mail::Server(server.to_owned())), ..Options::default() };
    options.worker.email_timeout = Duration::from_secs(2);
    options
}

async fn sign_up(app: &App, name: &str) {
    let email = format!("{name}@example.com");
    let body = json!({ "email": email });
    assert_eq!(app.anonymous().post("/v1/auth/sign-up", body).await.status, 202);
}

/// The reason of the latest failure.
async fn reason(app: &App) -> String {
    sqlx::query_scalar("select error from email").fetch_one(app.superuser()).await.unwrap()
}

#[tokio::test]
async fn an_email_arrives_with_a_link_that_works() {
    let server = MailServer::start(MailBehaviour::Accept).await;
    with_app_of(options(&server.url()), async |app| {
        sign_up(app, "ada").await;
        let email = server.wait_for(1).await.remove(0);
        assert_eq!(email.recipient, "ada@example.com");
        assert_eq!(email.header("Subject"), "Complete your sign-up at Postwright");
        assert_eq!(email.header("From"), "Postwright <no-reply@postwright.example>");
        assert_eq!(email.header("Auto-Submitted"), "auto-generated");
        assert!(email.header("Message-ID").ends_with("@postwright.example>"), "{email:?}");
        assert!(email.text.contains("text/plain") && email.text.contains("text/html"), "{email:?}");
        assert_eq!(app.anonymous().complete_sign_up(&email.token(), "ada").await.status, 201);
        assert_eq!(app.wait_for_count(ALL_SENT, 1).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_mail_server_that_was_down_gets_every_email_once_it_is_up() {
    let server = MailServer::start(MailBehaviour::Refuse(451)).await;
    with_app_of(options(&server.url()), async |app| {
        for number in 0..20 {
            sign_up(app, &format!("person-{number}")).await;
        }
        assert_eq!(app.wait_for_count(TRIED, 20).await, 20);
        assert_eq!(server.received().len(), 0);
        server.behave(MailBehaviour::Accept);
        app.move_clock("1 hour").await;
        let mut recipients: Vec<_> =
            server.wait_for(20).await.into_iter().map(|email| email.recipient).collect();
        assert_eq!(app.wait_for_count(ALL_SENT, 20).await, 20);
        recipients.sort();
        recipients.dedup();
        assert_eq!((recipients.len(), server.received().len()), (20, 20));
    })
    .await;
}

#[tokio::test]
async fn a_port_where_nobody_listens_loses_nothing() {
    with_app_of(options("smtp://127.0.0.1:9"), async |app| {
        sign_up(app, "ada").await;
        assert_eq!(app.wait_for_count(TRIED, 1).await, 1);
        assert_eq!(reason(app).await, "no connection");
    })
    .await;
}

#[tokio::test]
async fn a_mail_server_that_hangs_is_given_up_for_this_attempt_and_tried_again() {
    let server = MailServer::start(MailBehaviour::Hang).await;
    with_app_of(options(&server.url()), async |app| {
        sign_up(app, "ada").await;
        assert_eq!(app.wait_for_count(TRIED, 1).await, 1);
        assert_eq!(reason(app).await, "timeout");
        server.behave(MailBehaviour::Slow(Duration::from_millis(100)));
        app.move_clock("1 minute").await;
        assert_eq!(app.wait_for_count(ALL_SENT, 1).await, 1);
        assert_eq!(server.received().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_recipient_that_is_refused_is_given_up_after_three_attempts() {
    let server = MailServer::start(MailBehaviour::Refuse(550)).await;
    with_app_of(options(&server.url()), async |app| {
        sign_up(app, "ada").await;
        // The delay after the second refusal is longer than that after the first.
        for (recorded, clock) in [
            (
                "select count(*) from email where next_attempt_at > app_clock() + interval '5 minutes'",
                "20 minutes",
            ),
            (
                "select count(*) from email where next_attempt_at > app_clock() + interval '40 minutes'",
                "3 hours",
            ),
        ] {
            assert_eq!(app.wait_for_count(recorded, 1).await, 1);
            app.move_clock(clock).await;
        }
        let failed = "select count(*) from email where status = 'failed' and payload is null";
        assert_eq!(app.wait_for_count(failed, 1).await, 1);
        // Not the server's text, which names the recipient.
        assert_eq!(reason(app).await, "refused with 550");
        assert_eq!(server.connections(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_repetition_has_the_message_id_of_the_first() {
    let server = MailServer::start(MailBehaviour::AcceptSilently).await;
    with_app_of(options(&server.url()), async |app| {
        sign_up(app, "ada").await;
        assert_eq!(app.wait_for_count(TRIED, 1).await, 1);
        server.behave(MailBehaviour::Accept);
        app.move_clock("1 minute").await;
        let both = server.wait_for(2).await;
        assert_eq!(both[0].header("Message-ID"), both[1].header("Message-ID"));
        assert_eq!(both[0].token(), both[1].token());
    })
    .await;
}

#[tokio::test]
async fn the_email_of_a_worker_that_died_is_sent_after_its_lease() {
    let server = MailServer::start(MailBehaviour::Accept).await;
    with_app_of(options(&server.url()).without_worker(), async |app| {
        sign_up(app, "ada").await;
        let lost = emails::claim(&app.db, 10, Duration::from_secs(30)).await.unwrap();
        assert_eq!(lost.len(), 1);
        app.start_worker(worker::Settings::default()).await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        assert_eq!(server.received().len(), 0, "the claim is still valid");
        app.move_clock("31 seconds").await;
        server.wait_for(1).await;
        assert_eq!(app.wait_for_count(ALL_SENT, 1).await, 1);
        // The dead worker comes back with a result that is not its own any more.
        assert!(!emails::record(&app.db, &lost[0], &emails::Outcome::Sent).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn an_email_whose_link_has_expired_is_not_sent() {
    let server = MailServer::start(MailBehaviour::Accept).await;
    with_app_of(options(&server.url()).without_worker(), async |app| {
        sign_up(app, "ada").await;
        app.move_clock("25 hours").await;
        app.start_worker(worker::Settings::default()).await;
        let failed = "select count(*) from email where status = 'failed' and payload is null";
        assert_eq!(app.wait_for_count(failed, 1).await, 1);
        assert_eq!(reason(app).await, "expired");
        assert_eq!(server.received().len(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_flood_of_sign_ups_does_not_delay_a_password_reset() {
    let server = MailServer::start(MailBehaviour::Accept).await;
    with_app_of(options(&server.url()).without_worker(), async |app| {
        app.owner("ada").await;
        for number in 0..30 {
            sign_up(app, &format!("flood-{number}")).await;
        }
        let body = json!({ "email": "ada@example.com" });
        assert_eq!(app.anonymous().post("/v1/auth/request-password-reset", body).await.status, 202);
        let first = emails::claim(&app.db, 3, Duration::from_secs(30)).await.unwrap();
        let kinds: Vec<&str> = first.iter().map(|claim| claim.kind.as_str()).collect();
        assert!(kinds.contains(&"password-reset"), "{kinds:?}");
    })
    .await;
}

#[tokio::test]
async fn two_workers_send_each_email_once() {
    let server = MailServer::start(MailBehaviour::Accept).await;
    let options = Options { workers: 3, ..options(&server.url()) };
    with_app_of(options, async |app| {
        for number in 0..40 {
            sign_up(app, &format!("person-{number}")).await;
        }
        assert_eq!(app.wait_for_count(ALL_SENT, 40).await, 40);
        assert_eq!(server.received().len(), 40);
    })
    .await;
}
