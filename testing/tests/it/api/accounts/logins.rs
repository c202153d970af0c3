//! A person's logins.

use reqwest::Method;
use serde_json::json;
use tests::{PASSWORD, Reply, with_app};
use uuid::Uuid;

use super::refresh;

#[tokio::test]
async fn logins_show_where_and_when_they_were_used() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let sign_in = app.anonymous().request(Method::POST, "/v1/auth/sign-in");
        let body = json!({ "email": ada.email, "password": PASSWORD });
        let phone = Reply::of(sign_in.header("User-Agent", "Phone/1.0").json(&body)).await;
        assert_eq!(phone.status, 200);
        let list = ada.get("/v1/me/logins").await;
        assert_eq!(list.at("/items").as_array().unwrap().len(), 2, "{list:?}");
        assert_eq!(list.text_at("/items/0/user_agent"), "Phone/1.0");
        assert_eq!(list.text_at("/items/0/address"), "127.0.0.1");
        assert_eq!(list.text_at("/items/0/organization_name"), "ada trading");
        assert_eq!((list.at("/items/0/current"), list.at("/items/1/current")), (false.into(), true.into()));
        assert_eq!(list.at("/items/0/last_used_at"), list.at("/items/0/created_at"));
        refresh(app, &phone.text_at("/refresh_token")).await;
        let list = ada.get("/v1/me/logins").await;
        assert!(list.text_at("/items/0/last_used_at") > list.text_at("/items/0/created_at"), "{list:?}");
        let page = ada.get("/v1/me/logins?limit=1").await;
        let next = ada.get(&format!("/v1/me/logins?limit=1&page_token={}", page.text_at("/next_page"))).await;
        assert_eq!(next.at("/items/0/id"), list.at("/items/1/id"));
    })
    .await;
}

#[tokio::test]
async fn one_login_ends_and_the_others_stay() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let phone = app.sign_in(&ada.email).await;
        let id = phone.get("/v1/me/logins").await.text_at("/items/0/id");
        let path = format!("/v1/me/logins/{id}");
        assert_eq!(ada.delete(&path).await.status, 204);
        assert_eq!(phone.get("/v1/me").await.problem(401), "token_revoked");
        assert_eq!(refresh(app, &phone.refresh_token).await.problem(401), "token_revoked");
        assert_eq!(ada.get("/v1/me").await.status, 200);
        ada.delete(&path).await.problem(404);
    })
    .await;
}

#[tokio::test]
async fn nobody_ends_the_login_of_another_person() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let colleague = app.colleague(&ada, "carla", "admin").await;
        let id = ada.get("/v1/me/logins").await.text_at("/items/0/id");
        for path in [format!("/v1/me/logins/{id}"), format!("/v1/me/logins/{}", Uuid::now_v7())] {
            colleague.delete(&path).await.problem(404);
        }
        assert_eq!(ada.get("/v1/me").await.status, 200);
        assert_eq!(colleague.get("/v1/me/logins").await.at("/items").as_array().unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn signing_out_everywhere_ends_the_logins_in_every_organization() {
    with_app(async |app| {
        let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
        let member = json!({ "email": bob.email, "role": "viewer" });
        assert_eq!(ada.post("/v1/members", member).await.status, 201);
        let body =
            json!({ "email": bob.email, "password": PASSWORD, "organization_id": ada.organization_id });
        let at_adas = app.anonymous().post("/v1/auth/sign-in", body).await.text_at("/access_token");
        let at_adas = app.anonymous().with_token(at_adas);
        assert_eq!(at_adas.get("/v1/me/logins").await.at("/items").as_array().unwrap().len(), 2);
        assert_eq!(bob.delete("/v1/me/logins").await.status, 204);
        for client in [&*bob, &at_adas] {
            assert_eq!(client.get("/v1/me").await.problem(401), "token_revoked");
        }
        assert_eq!(ada.get("/v1/me").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_login_that_moves_to_another_organization_stays_recognisable() {
    with_app(async |app| {
        let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
        let member = json!({ "email": bob.email, "role": "member" });
        assert_eq!(ada.post("/v1/members", member).await.status, 201);
        let before = bob.get("/v1/me/logins").await;
        let body = json!({ "refresh_token": bob.refresh_token, "organization_id": ada.organization_id });
        let moved = app.anonymous().post("/v1/auth/refresh", body).await.text_at("/access_token");
        let after = app.anonymous().with_token(moved).get("/v1/me/logins").await;
        assert_eq!(after.at("/items").as_array().unwrap().len(), 1);
        assert_eq!(after.at("/items/0/address"), before.at("/items/0/address"));
        assert_eq!(after.text_at("/items/0/organization_id"), ada.organization_id);
    })
    .await;
}
