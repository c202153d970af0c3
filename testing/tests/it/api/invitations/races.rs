//! Concurrent requests about one invitation.

use futures_util::future::join_all;
use serde_json::json;
use tests::{Person, with_app};

use super::{invite, path_of};

#[tokio::test]
async fn of_twenty_acceptances_at_once_one_counts() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        for (email, people) in [("bob@example.com", 3), (&eve.email, 3)] {
            let token = app.invite(&ada, email, "member").await;
            let anonymous = app.anonymous();
            let all = (0..20).map(async |_| anonymous.accept_invitation(&token, "bob").await.status);
            let statuses = join_all(all).await;
            assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 1, "{statuses:?}");
            assert!(statuses.iter().all(|status| [201, 409, 429].contains(status)), "{statuses:?}");
            let accounts = "select count(*) from user_account";
            assert_eq!(app.count(accounts).await, people, "{email}");
        }
        assert_eq!(ada.get("/v1/members").await.at("/items").as_array().unwrap().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn an_acceptance_and_its_revocation_do_not_both_succeed() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for round in 0..6 {
            let email = format!("bob{round}@example.com");
            let invited = invite(&ada, &email, "member").await;
            let token = app.outbox().token("invitation", &email).await;
            let revoke = async {
                // About as long as an acceptance takes.
                tokio::time::sleep(std::time::Duration::from_millis(60 * round)).await;
                ada.delete(&path_of(&invited)).await.status
            };
            let anonymous = app.anonymous();
            let (accepted, revoked) = tokio::join!(anonymous.accept_invitation(&token, "bob"), revoke);
            let both = (accepted.status, revoked);
            assert!(matches!(both, (201, 409) | (409, 204)), "{both:?}");
            let members = ada.get("/v1/members").await.text;
            assert_eq!(members.contains(&email), accepted.status == 201, "{members}");
        }
    })
    .await;
}

#[tokio::test]
async fn of_concurrent_invitations_of_one_address_one_is_created() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let admin = app.colleague(&ada, "admin", "admin").await;
        let all = (0..10).map(async |number| {
            let sender: &Person = if number % 2 == 0 { &ada } else { &admin };
            invite(sender, "bob@example.com", "member").await.status
        });
        let statuses = join_all(all).await;
        assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 1, "{statuses:?}");
        assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 9, "{statuses:?}");
    })
    .await;
}

#[tokio::test]
async fn an_admin_who_is_being_removed_creates_nothing_afterwards() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for round in 0..4 {
            let admin = app.colleague(&ada, &format!("admin{round}"), "admin").await;
            let key = json!({ "name": "x", "livemode": true, "scopes": ["sessions:read"] });
            let path = format!("/v1/members/{}", admin.user_id);
            let email = format!("bob{round}@example.com");
            let (removed, created, invited) = tokio::join!(
                ada.delete(&path),
                admin.post("/v1/api-keys", key),
                invite(&admin, &email, "member")
            );
            match removed.status {
                // The key came first, so the removal asks about it.
                409 => assert_eq!(created.status, 201),
                204 => assert_eq!(created.status, 401, "{created:?}"),
                _ => panic!("{removed:?}"),
            }
            assert!([201, 401].contains(&invited.status), "{invited:?}");
            let open = ada.get("/v1/invitations?status=pending").await;
            let is_pending = open.text.contains(&email);
            assert!(!is_pending || removed.status == 409, "{open:?}");
            if removed.status == 409 {
                assert_eq!(ada.delete(&format!("{path}?api_keys=revoke")).await.status, 204);
            }
            assert_eq!(invite(&admin, &email, "member").await.status, 401);
        }
    })
    .await;
}
