//! Sessions: starting, listing, reading, deleting.

use futures_util::TryStreamExt;
use postwright_client::builder::ListSessions;
use postwright_client::types::SessionStatus;
use serde_json::{Value, json};
use tests::{refused, with_app};
use uuid::Uuid;

#[tokio::test]
async fn a_session_starts_with_a_greeting() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let begun = ada.post("/v1/sessions", json!({ "company_name": "papaya trading" })).await;
        assert_eq!(begun.status, 201);
        assert_eq!(begun.header("location"), format!("/v1/sessions/{}", begun.text_at("/id")));
        insta::assert_json_snapshot!(begun.json(), {
            ".id" => "[id]", ".user_id" => "[id]", ".content_hash" => "[hash]",
            ".created_at" => "[time]", ".updated_at" => "[time]", ".expires_at" => "[time]",
            ".retained_until" => "[time]", ".etag" => "[tag]",
        });
        let messages = ada.get(&format!("/v1/sessions/{}/messages", begun.text_at("/id"))).await;
        assert_eq!(messages.at("/items").as_array().map(Vec::len), Some(1));
        assert_eq!(messages.text_at("/items/0/role"), "assistant");
        assert!(messages.at("/items/0/turn_id").is_null());
    })
    .await;
}

#[tokio::test]
async fn the_company_is_the_organization_by_default() {
    with_app(async |app| {
        let ada = app.partner("ada").await;
        let session = ada.begin().await;
        assert_eq!(ada.read(session).await.company_name, "ada trading");
    })
    .await;
}

#[tokio::test]
async fn sessions_are_listed_in_pages_and_can_be_filtered() {
    with_app(async |app| {
        let owner = app.owner("ada").await;
        let (ada, bob) = (owner.partner(), app.colleague(&owner, "bob", "member").await);
        let mut begun = Vec::new();
        for _ in 0..5 {
            begun.push(ada.begin().await);
        }
        let of_bob = bob.partner().begin().await;
        begun.push(of_bob);
        begun.reverse();
        let page = ada.list_sessions().limit(4_u32);
        assert_eq!(page.clone().send().await.unwrap().items.len(), 4);
        assert_eq!(ids(page).await, begun);
        assert_eq!(ids(ada.list_sessions().user_id(bob.user_id.parse::<Uuid>().unwrap())).await, [of_bob]);
        assert!(ids(ada.list_sessions().status(SessionStatus::Complete)).await.is_empty());
        for bad in ["limit=0", "limit=101", "limit=x", "page_token=x", "status=x", "user_id=x"] {
            owner.get(&format!("/v1/sessions?{bad}")).await.problem(422);
        }
    })
    .await;
}

/// The ids of the sessions on all pages.
async fn ids(sessions: ListSessions<'_>) -> Vec<Uuid> {
    sessions.stream().map_ok(|session| session.id).try_collect().await.unwrap()
}

#[tokio::test]
async fn a_member_sees_own_sessions_and_an_admin_sees_all() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let [bob, cyd] =
            [app.colleague(&ada, "bob", "member").await, app.colleague(&ada, "cyd", "member").await]
                .map(|colleague| colleague.partner());
        let of_bob = bob.begin().await;
        assert_eq!([bob.read(of_bob).await.id, ada.partner().read(of_bob).await.id], [of_bob; 2]);
        let not_found = (404, "not_found".to_owned());
        assert_eq!(refused(cyd.read_session().session_id(of_bob).send().await), not_found);
        assert_eq!(refused(cyd.delete_session().session_id(of_bob).send().await), not_found);
        assert!(ids(cyd.list_sessions()).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn deleting_a_session_deletes_all_its_rows() {
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
async fn an_unchanged_session_is_answered_with_304() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}");
        let tag = ada.get(&path).await.header("etag").to_owned();
        let read = |tag: &str| ada.request(reqwest::Method::GET, &path).header("If-None-Match", tag);
        assert_eq!(tests::Reply::of(read(&tag)).await.status, 304);
        ada.say(&session, "baker in Lisbon").await;
        assert_eq!(tests::Reply::of(read(&tag)).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_malformed_locale_is_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for bad in ["x", "de_AT", "toolongatag-x", "de-", ""] {
            let refused = ada.post("/v1/sessions", json!({ "locale": bad })).await;
            refused.problem(422);
            assert_eq!(refused.text_at("/errors/0/pointer"), "/locale", "{bad}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_session_can_begin_with_a_job_post() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let first = ada.post("/v1/sessions", json!({ "company_name": "Papaya Cafés" })).await.text_at("/id");
        ada.say(&first, "We need a backend engineer in Lisbon, hybrid. 60k to 70k EUR a year, from 1 March.")
            .await;
        let post = ada.finalize(&first).await.text_at("/id");

        let begun = ada.post("/v1/sessions", json!({ "from_job_post": post })).await;
        assert_eq!((begun.status, begun.text_at("/company_name")), (201, "Papaya Cafés".to_owned()));
        assert_eq!(begun.text_at("/job_data/location"), "Lisbon");
        assert!(begun.at("/job_data/salary/min").is_null(), "{begun:?}");
        assert!(!begun.at("/suggestions/salary/min").is_null(), "{begun:?}");
        let session = begun.text_at("/id");
        let greeting = ada.get(&format!("/v1/sessions/{session}/messages")).await.text_at("/items/0/text");
        assert!(greeting.contains("60,000–70,000 EUR per year"), "{greeting}");

        // A yes to the greeting confirms the pay and the date.
        ada.say(&session, "yes").await;
        let confirmed = ada.read(&session).await;
        assert!(confirmed.at("/suggestions").is_null(), "{confirmed:?}");
        assert_eq!(confirmed.at("/job_data/salary"), ada.read(&first).await.at("/job_data/salary"));
        assert!(!confirmed.at("/job_data/start_date").is_null(), "{confirmed:?}");
        // The copy is the first version, which no undo goes below.
        ada.post(&format!("/v1/sessions/{session}/undo"), Value::Null).await;
        assert_eq!(
            ada.post(&format!("/v1/sessions/{session}/undo"), Value::Null).await.problem(409),
            "nothing_to_undo"
        );
        let log = ada.get(&format!("/v1/sessions/{session}/changes")).await;
        assert_eq!(log.text_at("/items/0/kind"), "undo");

        let key = app.test_key(&ada, &["sessions:write"]).await;
        let refused = key.post("/v1/sessions", json!({ "from_job_post": post })).await;
        assert_eq!(refused.problem(403), "insufficient_scope");
        // A post of live mode is none of test mode.
        let key = app.test_key(&ada, &["sessions:write", "job_posts:read"]).await;
        key.post("/v1/sessions", json!({ "from_job_post": post })).await.problem(422);
        let other = app.owner("bob").await;
        for id in [post.as_str(), &Uuid::now_v7().to_string()] {
            other.post("/v1/sessions", json!({ "from_job_post": id })).await.problem(422);
        }
    })
    .await;
}
