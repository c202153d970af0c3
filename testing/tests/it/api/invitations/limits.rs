//! Who may invite to which role, and how many invitations there may be.

use serde_json::Value;
use tests::with_app;

use super::{invite, path_of};

#[tokio::test]
async fn only_owners_manage_the_invitations_of_owners() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let admin = app.colleague(&ada, "admin", "admin").await;
        assert_eq!(invite(&admin, "bob@example.com", "owner").await.problem(403), "owner_required");
        let invited = invite(&ada, "bob@example.com", "owner").await;
        let resent = admin.post(&format!("{}/resend", path_of(&invited)), Value::Null).await;
        assert_eq!(resent.problem(403), "owner_required");
        assert_eq!(admin.delete(&path_of(&invited)).await.problem(403), "owner_required");
        assert_eq!(invite(&admin, "carla@example.com", "admin").await.status, 201);
    })
    .await;
}

#[tokio::test]
async fn an_invitation_ends_with_the_right_of_its_sender() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for (name, change, survives) in [
            ("one", "owner to admin", [false, true]),
            ("two", "owner to member", [false, false]),
            ("three", "owner leaves", [false, false]),
            ("four", "owner is removed", [false, false]),
            ("five", "owner transfers", [false, true]),
        ] {
            let sender = app.colleague(&ada, name, "owner").await;
            let roles = ["owner", "member"];
            let mut tokens = Vec::new();
            for role in roles {
                tokens.push(app.invite(&sender, &format!("{role}-{name}@example.com"), role).await);
            }
            let path = format!("/v1/members/{}", sender.user_id);
            let role = |role: &str| serde_json::json!({ "role": role });
            let changed = match change {
                "owner to admin" => ada.patch(&path, role("admin")).await,
                "owner to member" => ada.patch(&path, role("member")).await,
                "owner leaves" => sender.delete("/v1/me/membership").await,
                "owner is removed" => ada.delete(&path).await,
                _ => {
                    let body = serde_json::json!({ "user_id": ada.user_id });
                    sender.post("/v1/organization/transfer-ownership", body).await
                }
            };
            assert!(changed.status < 300, "{change}: {changed:?}");
            for (token, survives) in tokens.iter().zip(survives) {
                let accepted = app.anonymous().accept_invitation(token, "x").await;
                assert_eq!(accepted.status, if survives { 201 } else { 409 }, "{change}: {accepted:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn an_invitation_that_another_admin_sends_again_stays_with_them() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let admin = app.colleague(&ada, "admin", "admin").await;
        let invited = invite(&admin, "bob@example.com", "member").await;
        let resent = ada.post(&format!("{}/resend", path_of(&invited)), Value::Null).await;
        assert_eq!(resent.text_at("/invited_by"), ada.user_id);
        assert_eq!(admin.delete("/v1/me/membership").await.status, 204);
        let token = app.outbox().token("invitation", "bob@example.com").await;
        assert_eq!(app.anonymous().accept_invitation(&token, "bob").await.status, 201);
    })
    .await;
}

#[tokio::test]
async fn open_invitations_and_their_e_mails_are_limited() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let insert = "insert into invitation
                          (organization_id, id, email, role, token_hash, invited_by, emails_sent, sent_at, expires_at)
                      select $1::uuid, gen_random_uuid(), n || '@example.com', 'member', int4send(n), $2::uuid, $3,
                             app_clock() - make_interval(hours => $4), app_clock() + interval '1 day'
                        from generate_series(1, 99) n";
        let insert = sqlx::query(insert).bind(&ada.organization_id).bind(&ada.user_id).bind(1).bind(48);
        insert.execute(app.superuser()).await.unwrap();
        let invited = invite(&ada, "bob@example.com", "member").await;
        assert_eq!(invited.status, 201, "{invited:?}");
        assert_eq!(invite(&ada, "carla@example.com", "member").await.problem(409), "too_many_invitations");
        // Ten e-mails a day to one address, also of several invitations.
        for _ in 0..9 {
            let resent = ada.post(&format!("{}/resend", path_of(&invited)), Value::Null).await;
            assert_eq!(resent.status, 200, "{resent:?}");
        }
        let refused = ada.post(&format!("{}/resend", path_of(&invited)), Value::Null).await;
        assert_eq!(refused.problem(429), "too_many_requests");
        assert!(refused.header("retry-after").parse::<u32>().unwrap() > 0);
        assert_eq!(ada.delete(&path_of(&invited)).await.status, 204);
        assert_eq!(invite(&ada, "bob@example.com", "member").await.status, 429);
        assert_eq!(invite(&ada, "carla@example.com", "member").await.status, 201);
        // Three hundred in all.
        let busy = "update invitation set sent_at = app_clock(), emails_sent = 3, revoked_at = app_clock()
                     where email ~ '^[0-9]'";
        sqlx::query(busy).execute(app.superuser()).await.unwrap();
        assert_eq!(invite(&ada, "dan@example.com", "member").await.status, 429);
        app.move_clock("25 hours").await;
        assert_eq!(invite(&ada, "dan@example.com", "member").await.status, 201);
    })
    .await;
}

/// Somebody with several organizations floods a mailbox, learns nothing about the invitations of others, and keeps none from it.
#[tokio::test]
async fn each_organization_sends_two_invitations_a_day_to_an_address_and_all_together_twenty_more() {
    with_app(async |app| {
        for name in ["ada", "eve", "zoe"] {
            let owner = app.owner(name).await;
            let invited = invite(&owner, "bob@example.com", "member").await;
            assert_eq!(invited.status, 201, "{invited:?}");
            for _ in 0..9 {
                let resent = owner.post(&format!("{}/resend", path_of(&invited)), Value::Null).await;
                assert_eq!(resent.status, 200, "{resent:?}");
            }
        }
        let received = async || app.outbox().kinds("bob@example.com").await.len();
        assert_eq!(received().await, 3 * 2 + 20);
        let later = app.owner("later").await;
        let invited = invite(&later, "bob@example.com", "member").await;
        assert_eq!(invited.text_at("/status"), "pending");
        let resend = async || later.post(&format!("{}/resend", path_of(&invited)), Value::Null).await;
        for expected in [2, 2, 2] {
            assert_eq!(resend().await.status, 200);
            assert_eq!(received().await, 3 * 2 + 20 + expected, "the third one is not sent");
        }
        app.move_clock("25 hours").await;
        assert_eq!(resend().await.status, 200);
        let token = app.outbox().token("invitation", "bob@example.com").await;
        assert_eq!(app.anonymous().accept_invitation(&token, "bob").await.status, 201);
    })
    .await;
}

#[tokio::test]
async fn old_invitations_are_deleted() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let invited = invite(&ada, "bob@example.com", "member").await;
        app.move_clock("36 days").await;
        app.sweep().await;
        assert_eq!(ada.get(&path_of(&invited)).await.text_at("/status"), "expired");
        app.move_clock("38 days").await;
        app.sweep().await;
        ada.get(&path_of(&invited)).await.problem(404);
    })
    .await;
}
