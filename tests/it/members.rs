//! Who belongs to an organization.

use serde_json::json;
use tests::with_app;

#[tokio::test]
async fn admins_add_list_change_and_remove_members() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let admin = app.colleague(&ada, "admin", "admin").await;
        let bob = app.colleague(&admin, "bob", "member").await;
        let members = admin.get("/v1/members").await;
        assert_eq!(members.at("/items").as_array().map(Vec::len), Some(3), "{members:?}");
        let path = format!("/v1/members/{}", bob.user_id);
        let changed = admin.patch(&path, json!({ "role": "viewer" })).await;
        assert_eq!(changed.text_at("/role"), "viewer", "{changed:?}");
        // The token says member; it is of no use any more, the refresh token gives the new role.
        assert_eq!(bob.get("/v1/me").await.problem(401), "token_stale");
        let tokens =
            app.nobody().post("/v1/auth/refresh", json!({ "refresh_token": bob.refresh_token })).await;
        let bob_now = app.nobody().with_token(tokens.text_at("/access_token"));
        assert_eq!(bob_now.get("/v1/me").await.text_at("/role"), "viewer");
        assert_eq!(admin.delete(&path).await.status, 204);
        assert_eq!(bob_now.get("/v1/me").await.problem(401), "token_revoked");
        assert_eq!(admin.get(&path).await.problem(404), "not_found");
    })
    .await;
}

#[tokio::test]
async fn members_do_not_administer() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for role in ["member", "viewer"] {
            let bob = app.colleague(&ada, role, role).await;
            let wish = json!({ "email": "x@example.com", "name": "x", "role": "member", "password": tests::PASSWORD });
            bob.post("/v1/members", wish).await.problem(403);
            bob.patch(&format!("/v1/members/{}", bob.user_id), json!({ "role": "owner" })).await.problem(403);
            bob.delete(&format!("/v1/members/{}", ada.user_id)).await.problem(403);
        }
    })
    .await;
}

#[tokio::test]
async fn the_last_owner_stays_and_only_owners_make_owners() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let admin = app.colleague(&ada, "admin", "admin").await;
        let adas = format!("/v1/members/{}", ada.user_id);
        assert_eq!(ada.delete(&adas).await.problem(409), "last_owner");
        assert_eq!(ada.patch(&adas, json!({ "role": "member" })).await.problem(409), "last_owner");
        let own = format!("/v1/members/{}", admin.user_id);
        assert_eq!(admin.patch(&own, json!({ "role": "owner" })).await.problem(403), "owner_required");
        assert_eq!(ada.patch(&own, json!({ "role": "owner" })).await.status, 200);
        assert_eq!(ada.delete(&adas).await.status, 204);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_added_twice_or_without_what_an_account_needs() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let again = json!({ "email": bob.email, "role": "admin" });
        assert_eq!(ada.post("/v1/members", again).await.problem(409), "already_a_member");
        let unknown = ada.post("/v1/members", json!({ "email": "new@example.com", "role": "member" })).await;
        unknown.problem(422);
        assert_eq!(unknown.text_at("/errors/0/pointer"), "/name");
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
