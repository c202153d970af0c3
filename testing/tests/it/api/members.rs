//! Members of an organization and their roles.

use futures_util::TryStreamExt;
use serde_json::json;
use tests::{Partner, Person, refused, with_app};
use uuid::Uuid;

fn id_of(person: &Person) -> Uuid {
    person.user_id.parse().unwrap()
}

#[tokio::test]
async fn admins_add_list_change_and_remove_members() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let admin = app.colleague(&ada, "admin", "admin").await;
        let bob = app.colleague(&admin, "bob", "member").await;
        let (admin, id, refresh) = (admin.partner(), id_of(&bob), bob.refresh_token.clone());
        let members: Vec<_> = admin.list_members().stream().try_collect().await.unwrap();
        assert_eq!(members.len(), 3, "{members:?}");
        let change = admin.update_member().user_id(id).body_map(|body| body.role("viewer"));
        assert_eq!(change.send().await.unwrap().role, "viewer");
        // A token of the old role ends at once; the refresh token gives one of the new role.
        assert_eq!(refused(bob.partner().read_me().send().await), (401, "token_stale".into()));
        let anonymous = postwright_client::Client::anonymous(&app.base_url);
        let tokens = anonymous.refresh_tokens().body_map(|body| body.refresh_token(refresh)).send().await;
        let bob = app.anonymous().with_token(&tokens.unwrap().access_token).partner();
        assert_eq!(bob.read_me().send().await.unwrap().role, "viewer");
        admin.remove_member().user_id(id).send().await.unwrap();
        assert_eq!(refused(bob.read_me().send().await), (401, "token_revoked".into()));
        assert_eq!(refused(admin.read_member().user_id(id).send().await), (404, "not_found".into()));
    })
    .await;
}

#[tokio::test]
async fn members_and_viewers_cannot_administer() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for role in ["member", "viewer"] {
            let bob = app.colleague(&ada, role, role).await;
            let body = json!({ "email": "x@example.com", "role": "member" });
            bob.post("/v1/invitations", body).await.problem(403);
            bob.patch(&format!("/v1/members/{}", bob.user_id), json!({ "role": "owner" })).await.problem(403);
            bob.delete(&format!("/v1/members/{}", ada.user_id)).await.problem(403);
        }
    })
    .await;
}

#[tokio::test]
async fn the_last_owner_stays_and_only_owners_appoint_owners() {
    with_app(async |app| {
        let owner = app.owner("ada").await;
        let colleague = app.colleague(&owner, "admin", "admin").await;
        let (adas, own) = (id_of(&owner), id_of(&colleague));
        let (ada, admin) = (owner.partner(), colleague.partner());
        let last_owner = (409, "last_owner".to_owned());
        assert_eq!(refused(ada.remove_member().user_id(adas).send().await), last_owner);
        let make = async |caller: &Partner, user: Uuid, role: &str| {
            caller.update_member().user_id(user).body_map(|body| body.role(role)).send().await
        };
        assert_eq!(refused(make(&ada, adas, "member").await), last_owner);
        assert_eq!(refused(make(&admin, own, "owner").await), (403, "owner_required".into()));
        make(&ada, own, "owner").await.unwrap();
        ada.remove_member().user_id(adas).send().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_member_who_created_keys_leaves_only_with_a_choice() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for (name, leaves) in [("bob", true), ("cyd", false)] {
            for (number, choice) in ["keep", "revoke"].into_iter().enumerate() {
                let admin = app.colleague(&ada, &format!("{name}{number}"), "admin").await;
                let key = app.live_key(&admin, &["sessions:read"]).await;
                let end = async |query: &str| match leaves {
                    true => admin.delete(&format!("/v1/me/membership{query}")).await,
                    false => ada.delete(&format!("/v1/members/{}{query}", admin.user_id)).await,
                };
                let refused = end("").await;
                assert_eq!(refused.problem(409), "owns_api_keys");
                assert_eq!(refused.at("/api_keys"), json!([{ "id": key.id, "name": "Careers page" }]));
                assert_eq!(admin.get("/v1/me").await.status, 200, "nothing has changed");
                end("?api_keys=other").await.problem(422);
                assert_eq!(end(&format!("?api_keys={choice}")).await.status, 204);
                assert_eq!(admin.get("/v1/me").await.problem(401), "token_revoked");
                let works = key.get("/v1/sessions").await.status;
                assert_eq!(works, if choice == "keep" { 200 } else { 401 }, "{choice}");
                let read = ada.get(&format!("/v1/api-keys/{}", key.id)).await;
                assert_eq!(read.text_at("/created_by"), admin.user_id);
                let reason = if choice == "keep" { json!(null) } else { "creator_left".into() };
                assert_eq!(read.at("/end_reason"), reason);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn an_ended_key_holds_nobody_back() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "admin").await;
        let [revoked, expired] =
            [app.live_key(&bob, &["sessions:read"]).await, app.live_key(&bob, &["sessions:read"]).await];
        assert_eq!(bob.delete(&format!("/v1/api-keys/{}", revoked.id)).await.status, 204);
        let expire = "update api_key set expires_at = now() where id = $1::uuid";
        sqlx::query(expire).bind(&expired.id).execute(app.superuser()).await.unwrap();
        assert_eq!(bob.delete("/v1/me/membership").await.status, 204);
    })
    .await;
}

#[tokio::test]
async fn sessions_of_a_member_who_left_stay_with_the_admins() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let cyd = app.colleague(&ada, "cyd", "member").await;
        let session = bob.begin_summarized().await;
        assert_eq!(bob.delete("/v1/me/membership").await.status, 204);
        assert_eq!(cyd.read(&session).await.status, 404);
        assert_eq!(ada.say(&session, "Looks good, publish it.").await.text_at("/status"), "succeeded");
        assert_eq!(ada.get("/v1/job-posts").await.at("/items").as_array().unwrap().len(), 1);
        assert_eq!(ada.delete(&format!("/v1/sessions/{session}")).await.status, 204);
    })
    .await;
}

#[tokio::test]
async fn the_last_owner_transfers_the_ownership_before_leaving() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "viewer").await;
        let eve = app.owner("eve").await;
        let transfer = async |from: &Person, to: &str| {
            from.post("/v1/organization/transfer-ownership", json!({ "user_id": to })).await
        };
        assert_eq!(ada.delete("/v1/me/membership").await.problem(409), "last_owner");
        transfer(&bob, &bob.user_id).await.problem(403);
        transfer(&ada, &eve.user_id).await.problem(404);
        transfer(&ada, &ada.user_id).await.problem(422);
        let admin = app.colleague(&ada, "admin", "admin").await;
        assert_eq!(transfer(&admin, &admin.user_id).await.problem(403), "owner_required");
        assert_eq!(transfer(&ada, &bob.user_id).await.text_at("/role"), "owner");
        assert_eq!(transfer(&ada, &bob.user_id).await.problem(401), "token_stale");
        let (ada, bob) = (app.sign_in(&ada.email).await, app.sign_in(&bob.email).await);
        let role = |me: tests::Reply| me.text_at("/role");
        assert_eq!(
            (role(ada.get("/v1/me").await), role(bob.get("/v1/me").await)),
            ("admin".into(), "owner".into())
        );
        assert_eq!(ada.delete("/v1/me/membership").await.status, 204);
    })
    .await;
}

#[tokio::test]
async fn of_two_owners_who_leave_at_once_one_stays() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "owner").await;
        for _ in 0..5 {
            let cyd = app.colleague(&ada, &format!("c{}", Uuid::now_v7().simple()), "owner").await;
            let path = format!("/v1/members/{}", cyd.user_id);
            let (one, other) = tokio::join!(bob.delete(&path), cyd.delete("/v1/me/membership"));
            assert!(
                [204, 404].contains(&one.status) && [204, 401].contains(&other.status),
                "{one:?} {other:?}"
            );
        }
        let (one, other) = tokio::join!(ada.delete("/v1/me/membership"), bob.delete("/v1/me/membership"));
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [204, 409], "{one:?} {other:?}");
        assert_eq!(app.count("select count(*) from membership").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_viewer_reads_and_writes_nothing() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let viewer = app.colleague(&ada, "vera", "viewer").await;
        viewer.post("/v1/sessions", json!({})).await.problem(403);
        assert_eq!(viewer.get("/v1/sessions").await.status, 200);
        assert_eq!(viewer.get("/v1/job-posts").await.status, 200);
        assert_eq!(viewer.form("/create-job-post", &[("message", "baker")]).await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn a_member_gets_ten_notices_of_a_kind_an_hour() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let path = format!("/v1/members/{}", bob.user_id);
        for change in 0..12 {
            let role = if change % 2 == 0 { "viewer" } else { "member" };
            let changed = ada.patch(&path, json!({ "role": role })).await;
            assert_eq!(changed.text_at("/role"), role, "{changed:?}");
        }
        let notices = |kinds: Vec<String>, of: &str| kinds.iter().filter(|kind| *kind == of).count();
        assert_eq!(notices(app.outbox().kinds(&bob.email).await, "role_changed"), 10);
        let recorded = "select count(*) from audit_entry where action = 'member.role_changed'";
        assert_eq!(app.count(recorded).await, 12, "every change is in the audit log");
        // Many notices of one kind hide none of another.
        assert_eq!(ada.delete(&path).await.status, 204);
        assert_eq!(notices(app.outbox().kinds(&bob.email).await, "member_removed"), 1);
        app.move_clock("61 minutes").await;
        app.sweep().await;
        assert_eq!(app.count("select count(*) from email where counted_as is not null").await, 0);
    })
    .await;
}

#[tokio::test]
async fn requesting_and_cancelling_a_deletion_again_and_again_floods_nobody() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "viewer").await;
        for _ in 0..11 {
            assert_eq!(ada.post("/v1/organization/deletion", json!({})).await.status, 200);
            assert_eq!(ada.delete("/v1/organization/deletion").await.status, 204);
        }
        let kinds = app.outbox().kinds(&bob.email).await;
        assert_eq!(kinds.iter().filter(|kind| kind.starts_with("organization_deletion_")).count(), 20);
    })
    .await;
}
