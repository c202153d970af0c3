//! Conversations: beginning, listing, reading, deleting.

use serde_json::json;
use tests::with_app;

#[tokio::test]
async fn a_session_begins_with_a_greeting() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let begun = ada.post("/v1/sessions", json!({ "company_name": "papaya trading" })).await;
        assert_eq!(begun.status, 201);
        assert_eq!(begun.header("location"), format!("/v1/sessions/{}", begun.text_at("/id")));
        insta::assert_json_snapshot!(begun.json(), {
            ".id" => "[id]", ".user_id" => "[id]", ".content_hash" => "[hash]",
            ".created_at" => "[time]", ".updated_at" => "[time]", ".expires_at" => "[time]",
        });
        let messages = ada.get(&format!("/v1/sessions/{}/messages", begun.text_at("/id"))).await;
        assert_eq!(messages.at("/items").as_array().map(Vec::len), Some(1));
        assert_eq!(messages.text_at("/items/0/role"), "assistant");
        assert!(messages.at("/items/0/turn_id").is_null());
    })
    .await;
}

#[tokio::test]
async fn the_company_is_the_organization_unless_named() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let begun = ada.post("/v1/sessions", json!({})).await;
        assert_eq!(begun.text_at("/company_name"), "ada trading");
    })
    .await;
}

#[tokio::test]
async fn lists_come_in_pages_and_can_be_filtered() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let mut begun = Vec::new();
        for _ in 0..5 {
            begun.push(ada.begin().await);
        }
        let of_bob = bob.begin().await;
        begun.push(of_bob.clone());
        begun.reverse();
        let (mut seen, mut token) = (Vec::new(), String::new());
        loop {
            let page = ada.get(&format!("/v1/sessions?limit=4{token}")).await;
            seen.extend(
                page.at("/items")
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|item| item["id"].as_str().unwrap().to_owned()),
            );
            match page.at("/next_page").as_str() {
                Some(next) => token = format!("&page_token={next}"),
                None => break,
            }
        }
        assert_eq!(seen, begun);
        let bobs = ada.get(&format!("/v1/sessions?user_id={}", bob.user_id)).await;
        assert_eq!(bobs.at("/items").as_array().map(Vec::len), Some(1));
        assert_eq!(bobs.text_at("/items/0/id"), of_bob);
        let complete = ada.get("/v1/sessions?status=complete").await;
        assert_eq!(complete.at("/items").as_array().map(Vec::len), Some(0));
        for bad in ["limit=0", "limit=101", "limit=x", "page_token=x", "status=x", "user_id=x"] {
            ada.get(&format!("/v1/sessions?{bad}")).await.problem(422);
        }
    })
    .await;
}

#[tokio::test]
async fn a_member_sees_their_own_an_admin_all() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (bob, cyd) =
            (app.colleague(&ada, "bob", "member").await, app.colleague(&ada, "cyd", "member").await);
        let of_bob = format!("/v1/sessions/{}", bob.begin().await);
        assert_eq!(bob.get(&of_bob).await.status, 200);
        assert_eq!(ada.get(&of_bob).await.status, 200);
        assert_eq!(cyd.get(&of_bob).await.problem(404), "not_found");
        assert_eq!(cyd.delete(&of_bob).await.problem(404), "not_found");
        assert_eq!(cyd.get("/v1/sessions").await.at("/items").as_array().map(Vec::len), Some(0));
    })
    .await;
}

#[tokio::test]
async fn a_deleted_session_is_gone_with_every_word() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        assert_eq!(ada.say(&session, "baker in Lisbon").await.status, 200);
        let path = format!("/v1/sessions/{session}");
        let tag = ada.get(&path).await.header("etag").to_owned();
        let delete = |tag: &str| ada.request(reqwest::Method::DELETE, &path).header("If-Match", tag);
        for unmet in ["\"another\"", "\"one\", \"another\"", &format!("W/{tag}"), tag.trim_matches('"'), ""] {
            tests::Reply::of(delete(unmet)).await.problem(412);
        }
        assert_eq!(tests::Reply::of(delete(&format!("\"another\", {tag}"))).await.status, 204);
        tests::Reply::of(delete("*")).await.problem(404);
        let other = format!("/v1/sessions/{}", ada.begin().await);
        let any = ada.request(reqwest::Method::DELETE, &other).header("If-Match", "*");
        assert_eq!(tests::Reply::of(any).await.status, 204);
        assert_eq!(ada.get(&path).await.problem(404), "not_found");
        assert_eq!(ada.delete(&path).await.problem(404), "not_found");
        for table in ["session", "turn", "message", "draft_change"] {
            let query = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
            let left: i64 = sqlx::query_scalar(query).fetch_one(app.superuser()).await.unwrap();
            assert_eq!(left, 0, "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_unchanged_session_is_not_sent_again() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}");
        let tag = ada.get(&path).await.header("etag").to_owned();
        let ask = |tag: &str| ada.request(reqwest::Method::GET, &path).header("If-None-Match", tag);
        assert_eq!(tests::Reply::of(ask(&tag)).await.status, 304);
        ada.say(&session, "baker in Lisbon").await;
        assert_eq!(tests::Reply::of(ask(&tag)).await.status, 200);
    })
    .await;
}
