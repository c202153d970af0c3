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
            let body = json!({ "email": "x@example.com", "name": "x", "role": "member", "password": tests::PASSWORD });
            bob.post("/v1/members", body).await.problem(403);
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
async fn a_duplicate_or_incomplete_member_is_refused() {
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
