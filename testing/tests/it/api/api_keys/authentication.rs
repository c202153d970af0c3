//! Which keys authenticate a request, and what `GET /v1/me` says about them.

use tests::with_app;
use uuid::Uuid;

use super::me;

#[tokio::test]
async fn an_altered_key_is_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let key = app.live_key(&ada, &["sessions:read"]).await;
        let other = app.live_key(&ada, &["sessions:read"]).await;
        let (secret, other_secret) = (&key.key[41..], &other.key[41..]);
        let id = key.id.replace('-', "");
        for wrong in [
            format!("pw_test_{id}_{secret}"),
            format!("pw_live_{id}_{other_secret}"),
            format!("pw_live_{id}_"),
            format!("pw_live_{id}"),
            format!("pw_live_{}_{secret}", key.id),
            format!("pw_live_{}_{secret}", Uuid::now_v7().simple()),
            format!("{}x", key.key),
            key.key.to_uppercase(),
            "pw_live_".to_owned(),
        ] {
            let reply = app.anonymous().with_token(&wrong).get("/v1/me").await;
            assert_eq!(reply.problem(401), "invalid_token", "{wrong}");
        }
        assert_eq!(me(&key).await.0, 200);
    })
    .await;
}

#[tokio::test]
async fn a_key_lists_only_its_own_organization() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let eve = app.owner("eve").await;
        app.joins(&ada, &eve, "member").await;
        let me = app.live_key(&ada, &["sessions:read"]).await.acting_for(&eve.user_id).get("/v1/me").await;
        assert_eq!(me.at("/organizations").as_array().unwrap().len(), 1, "{me:?}");
        assert_eq!(me.text_at("/organizations/0/id"), ada.organization_id);
    })
    .await;
}
