//! Creating, listing, sending again and revoking.

use serde_json::{Value, json};
use tests::{every_scope, with_app};

use super::{invite, path_of};

#[tokio::test]
async fn an_invitation_is_listed_and_read_by_admins_and_keys_only() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let invited = invite(&ada, " Bob@EXAMPLE.com ", "viewer").await;
        assert_eq!(invited.status, 201, "{invited:?}");
        assert_eq!(
            (invited.text_at("/status"), invited.text_at("/role")),
            ("pending".into(), "viewer".into())
        );
        assert_eq!(invited.text_at("/invited_by"), ada.user_id);
        assert!(!invited.text.contains("token"), "{invited:?}");
        assert_eq!(ada.get(&path_of(&invited)).await.json(), invited.json());
        assert_eq!(ada.get("/v1/invitations").await.at("/items/0"), invited.json());
        let key = app.live_key(&ada, &["members:read"]).await;
        assert_eq!(key.get("/v1/invitations").await.at("/items/0"), invited.json());
        assert_eq!(key.get("/v1/members").await.status, 200);
        let everything = app.live_key(&ada, &every_scope()).await;
        let body = json!({ "email": "x@example.com", "role": "member" });
        assert_eq!(everything.post("/v1/invitations", body).await.problem(403), "people_only");
        let carla = app.colleague(&ada, "carla", "member").await;
        for path in ["/v1/invitations".to_owned(), path_of(&invited)] {
            assert_eq!(carla.get(&path).await.problem(403), "forbidden");
        }
    })
    .await;
}

#[tokio::test]
async fn known_and_unknown_addresses_are_answered_alike() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let shape = |reply: &tests::Reply, email: &str| {
            let mut body = reply.json();
            assert_eq!((reply.status, body["email"].take()), (201, email.into()), "{reply:?}");
            for field in ["id", "created_at", "sent_at", "expires_at"] {
                assert!(body[field].take().is_string(), "{reply:?}");
            }
            body
        };
        let known = invite(&ada, &eve.email, "member").await;
        let unknown = invite(&ada, "nobody@example.com", "member").await;
        assert_eq!(shape(&known, &eve.email), shape(&unknown, "nobody@example.com"));
        for email in [&eve.email, "nobody@example.com"] {
            assert_eq!(app.outbox().kinds(email).await.last().unwrap(), "invitation");
        }
    })
    .await;
}

#[tokio::test]
async fn a_second_invitation_and_that_of_a_member_are_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        for spelling in [bob.email.clone(), bob.email.to_uppercase().replace("BOB", "bob")] {
            assert_eq!(invite(&ada, &spelling, "admin").await.problem(409), "already_a_member");
        }
        let first = invite(&ada, "new@example.com", "member").await;
        assert_eq!(invite(&ada, "new@EXAMPLE.com", "admin").await.problem(409), "already_invited");
        assert_eq!(ada.delete(&path_of(&first)).await.status, 204);
        assert_eq!(invite(&ada, "new@example.com", "admin").await.status, 201);
        for wrong in ["", "x", "a@b@c", "two words@example.com"] {
            invite(&ada, wrong, "member").await.problem(422);
        }
    })
    .await;
}

#[tokio::test]
async fn sending_again_voids_the_earlier_link() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let invited = invite(&ada, "bob@example.com", "member").await;
        let first = app.outbox().token("invitation", "bob@example.com").await;
        let resent = ada.post(&format!("{}/resend", path_of(&invited)), Value::Null).await;
        assert_eq!((resent.status, resent.text_at("/status")), (200, "pending".into()), "{resent:?}");
        let second = app.outbox().token("invitation", "bob@example.com").await;
        assert_ne!(first, second);
        assert_eq!(app.anonymous().accept_invitation(&first, "bob").await.problem(409), "link_ended");
        assert_eq!(app.anonymous().accept_invitation(&second, "bob").await.status, 201);
    })
    .await;
}

#[tokio::test]
async fn an_expired_invitation_is_sent_again_or_replaced() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let invited = invite(&ada, "bob@example.com", "member").await;
        let token = app.outbox().token("invitation", "bob@example.com").await;
        app.move_clock("8 days").await;
        assert_eq!(app.anonymous().accept_invitation(&token, "bob").await.problem(409), "link_ended");
        assert_eq!(ada.get("/v1/invitations?status=expired").await.at("/items/0/status"), "expired");
        assert_eq!(ada.get("/v1/invitations?status=pending").await.at("/items"), json!([]));
        let resent = ada.post(&format!("{}/resend", path_of(&invited)), Value::Null).await;
        assert_eq!(resent.text_at("/status"), "pending");
        app.move_clock("16 days").await;
        let replaced = invite(&ada, "bob@example.com", "viewer").await;
        assert_eq!(replaced.status, 201, "{replaced:?}");
        assert_eq!(ada.get(&path_of(&invited)).await.text_at("/status"), "revoked");
    })
    .await;
}

#[tokio::test]
async fn a_revoked_invitation_ends_for_good() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let invited = invite(&ada, "bob@example.com", "member").await;
        let token = app.outbox().token("invitation", "bob@example.com").await;
        for _ in 0..2 {
            assert_eq!(ada.delete(&path_of(&invited)).await.status, 204);
        }
        assert_eq!(app.anonymous().accept_invitation(&token, "bob").await.problem(409), "link_ended");
        let again = ada.post(&format!("{}/resend", path_of(&invited)), Value::Null).await;
        assert_eq!(again.problem(409), "invitation_ended");
        let bob = app.colleague(&ada, "bob", "member").await;
        let accepted = ada.get("/v1/invitations?status=accepted").await;
        assert_eq!(accepted.text_at("/items/0/accepted_by"), bob.user_id);
        let path = format!("/v1/invitations/{}", accepted.text_at("/items/0/id"));
        assert_eq!(ada.delete(&path).await.problem(409), "invitation_accepted");
        assert_eq!(ada.post(&format!("{path}/resend"), Value::Null).await.problem(409), "invitation_ended");
    })
    .await;
}
