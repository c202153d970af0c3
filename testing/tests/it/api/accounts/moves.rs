//! Logins that move to another organization of the person.

use serde_json::json;
use tests::{App, Person, Reply, with_app};

use super::refresh;

/// Bob, who owns an organization and belongs to Ada's. His login is that of his own organization.
async fn with_two_organizations(test: impl AsyncFnOnce(&App, Person, Person)) {
    with_app(async |app| {
        let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
        let at_adas = app.joins(&ada, &bob, "member").await;
        assert_eq!(at_adas.post("/v1/auth/sign-out", json!(null)).await.status, 204);
        test(app, ada, bob).await;
    })
    .await;
}

async fn move_to(app: &App, token: &str, organization: &str) -> Reply {
    let body = json!({ "refresh_token": token, "organization_id": organization });
    app.anonymous().post("/v1/auth/refresh", body).await
}

#[tokio::test]
async fn a_token_used_again_after_a_move_ends_the_login_where_it_has_moved_to() {
    with_two_organizations(async |app, ada, bob| {
        for moves in 1..=3 {
            let owner = app.sign_in(&bob.email).await;
            let mut thief = owner.refresh_token.clone();
            for organization in [&ada, &bob, &ada].into_iter().take(moves) {
                let moved = move_to(app, &thief, &organization.organization_id).await;
                assert_eq!(moved.status, 200, "{moved:?}");
                thief = moved.text_at("/refresh_token");
            }
            assert_eq!(refresh(app, &owner.refresh_token).await.problem(401), "token_revoked");
            assert_eq!(refresh(app, &thief).await.problem(401), "token_revoked", "after {moves} moves");
        }
        let reused = "select count(*) from audit_entry where action = 'refresh_token.reused'";
        assert_eq!(app.count(reused).await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_login_that_moves_all_the_time_does_not_escape_what_ends_all_logins() {
    with_two_organizations(async |app, ada, bob| {
        for round in 0..6 {
            // Signed in before the owner ends all logins, or this login would rightly live on.
            let mut token = app.sign_in(&bob.email).await.refresh_token;
            let thief = async {
                for organization in [&ada, &bob].into_iter().cycle().take(5_000) {
                    let moved = move_to(app, &token, &organization.organization_id).await;
                    if moved.status != 200 {
                        assert_eq!(moved.problem(401), "token_revoked");
                        return;
                    }
                    token = moved.text_at("/refresh_token");
                }
                panic!("the login lives on");
            };
            let owner = async {
                let owner = app.sign_in(&bob.email).await;
                tokio::time::sleep(std::time::Duration::from_millis(40 * round)).await;
                let ended = owner.delete("/v1/me/logins").await;
                assert_eq!(ended.status, 204, "{ended:?}");
            };
            tokio::join!(thief, owner);
        }
        let valid = "select count(*) from login l join user_account a on a.id = l.user_id
                      where a.email = 'bob@example.com' and l.revoked_at is null";
        assert_eq!(app.count(valid).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_login_moves_out_of_a_suspended_organization_and_sign_in_avoids_it() {
    with_two_organizations(async |app, ada, bob| {
        let own = bob.organization_id.parse().unwrap();
        domain::operators::suspend(&app.db, own, true).await.unwrap();
        assert_eq!(refresh(app, &bob.refresh_token).await.problem(403), "organization_suspended");
        let moved = move_to(app, &bob.refresh_token, &ada.organization_id).await;
        assert_eq!(moved.status, 200, "{moved:?}");
        assert_eq!(app.sign_in(&bob.email).await.organization_id, ada.organization_id);
        assert_eq!(move_to(app, &moved.text_at("/refresh_token"), &bob.organization_id).await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn a_person_has_at_most_a_hundred_valid_logins() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let more = "insert into login (organization_id, id, user_id, expires_at, authenticated_by)
                    select organization_id, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, user_id,
                           now() + interval '1 day', 'password'
                      from membership cross join generate_series(1, 99) n";
        app.superuser_runs(more).await;
        let valid = "select count(*) from login where revoked_at is null";
        assert_eq!(app.count(valid).await, 100);
        let newest = app.sign_in(&ada.email).await;
        assert_eq!(app.count(valid).await, 100);
        assert_eq!(app.count("select count(*) from login where revoked_at is not null and id::text like '%01'").await, 1);
        for client in [&*ada, &*newest] {
            assert_eq!(client.get("/v1/me").await.status, 200);
        }
        let page = ada.get("/v1/me/logins?limit=60").await;
        let rest = ada.get(&format!("/v1/me/logins?limit=60&page_token={}", page.text_at("/next_page"))).await;
        let count = |page: &Reply| page.at("/items").as_array().unwrap().len();
        assert_eq!((count(&page), count(&rest)), (60, 40));
    })
    .await;
}
