//! Dangerous operations need a fresh sign-in.

use serde_json::json;
use tests::{App, Client, Person, Reply, with_app};

/// As if all sign-ins had been sixteen minutes ago.
pub async fn age_logins(app: &App) {
    app.superuser_runs("update login set authenticated_at = authenticated_at - interval '16 minutes'").await;
}

async fn refresh(app: &App, refresh_token: &str, organization: &str) -> Reply {
    let body = json!({ "refresh_token": refresh_token, "organization_id": organization });
    let refreshed = app.anonymous().post("/v1/auth/refresh", body).await;
    assert_eq!(refreshed.status, 200, "{refreshed:?}");
    refreshed
}

async fn delete_organization(client: &Client) -> Reply {
    client.post("/v1/organization/deletion", json!({})).await
}

/// Two owners; Ada is an owner of Bob's organization too.
async fn two_owners(app: &App) -> (Person, Person) {
    let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
    app.joins(&bob, &ada, "owner").await;
    (ada, bob)
}

#[tokio::test]
async fn refreshing_makes_nothing_fresh_also_in_another_organization() {
    with_app(async |app| {
        let (ada, bob) = two_owners(app).await;
        age_logins(app).await;
        let mut refresh_token = ada.refresh_token.clone();
        for organization in [&ada.organization_id, &bob.organization_id, &ada.organization_id] {
            let refreshed = refresh(app, &refresh_token, organization).await;
            refresh_token = refreshed.text_at("/refresh_token");
            let client = app.anonymous().with_token(refreshed.text_at("/access_token"));
            let refused = delete_organization(&client).await;
            assert_eq!(refused.problem(403), "fresh_sign_in_required", "{organization}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_fresh_sign_in_stays_fresh_in_another_organization() {
    with_app(async |app| {
        let (ada, bob) = two_owners(app).await;
        let moved = refresh(app, &ada.refresh_token, &bob.organization_id).await;
        let client = app.anonymous().with_token(moved.text_at("/access_token"));
        assert_eq!(delete_organization(&client).await.status, 200);
    })
    .await;
}

/// Who goes to and fro between organizations has to enter the password after 30 days, as everybody.
#[tokio::test]
async fn a_login_that_moves_to_another_organization_lives_no_longer() {
    with_app(async |app| {
        let (ada, bob) = two_owners(app).await;
        app.superuser_runs("update login set expires_at = expires_at - interval '29 days'").await;
        let moved = refresh(app, &ada.refresh_token, &bob.organization_id).await;
        refresh(app, &moved.text_at("/refresh_token"), &ada.organization_id).await;
        let longer = "select count(*) from login where expires_at > now() + interval '1 day'";
        assert_eq!(app.count(longer).await, 0);
    })
    .await;
}
