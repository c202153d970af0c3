//! Summaries of sessions: what a list shows, for whom, and its filters.

use serde_json::json;
use tests::with_app;

#[tokio::test]
async fn a_summary_says_who_talks_about_what_and_how_far_they_are() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let session = bob.begin().await;
        let summary = bob.get("/v1/session-summaries").await;
        let new = summary.at("/items/0");
        assert_eq!(
            (&new["id"], &new["turns"], &new["filled_fields"]),
            (&json!(session), &json!(0), &json!(0))
        );
        assert!(new.get("title").is_none() && new.get("last_turn_status").is_none(), "{new}");
        bob.say(&session, "Backend engineer in Lisbon, hybrid.").await;
        let list = ada.get("/v1/session-summaries").await;
        let talked = list.at("/items/0");
        assert_eq!((&talked["user_name"], &talked["user_id"]), (&json!("bob"), &json!(bob.user_id)));
        assert_eq!((&talked["turns"], &talked["last_turn_status"]), (&json!(1), &json!("succeeded")));
        assert!(talked["title"].as_str().unwrap().to_lowercase().contains("backend engineer"), "{talked}");
        assert!(talked["filled_fields"].as_i64().unwrap() >= 3, "{talked}");
        assert_eq!(talked["current_step"], bob.read(&session).await.at("/current_step"));
        assert!(talked.get("job_data").is_none());
    })
    .await;
}

#[tokio::test]
async fn filters_narrow_the_list_and_pages_go_on() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let cook = ada.begin().await;
        ada.say(&cook, "A cook in Porto, on site.").await;
        let company = json!({ "company_name": "100% Käse_GmbH" });
        let cheese = ada.post("/v1/sessions", company).await.text_at("/id");
        let others = bob.begin().await;
        let listed = async |list: &str, query: &str| {
            let list = ada.get(&format!("/v1/{list}?{query}")).await;
            assert_eq!(list.status, 200, "{list:?}");
            let items = list.at("/items").as_array().unwrap().clone();
            items.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect::<Vec<String>>()
        };
        // The list of whole sessions takes the same filters.
        let found = async |query: &str| {
            let summaries = listed("session-summaries", query).await;
            assert_eq!(listed("sessions", query).await, summaries, "{query}");
            summaries
        };
        assert_eq!(found("").await, [&*others, &*cheese, &*cook]);
        assert_eq!(found(&format!("user_id={}", bob.user_id)).await, [&*others]);
        assert_eq!(found("q=COOK").await, [&*cook]);
        assert_eq!(found("q=100%25+k%C3%84se_").await, [&*cheese]);
        assert!(found("q=%25").await == [&*cheese] && found("q=nothing").await.is_empty());
        let created = ada.read(&cheese).await.text_at("/created_at");
        assert!(found(&format!("created_before={created}")).await.last() == Some(&cook));
        assert!(found("created_after=2100-01-01T00:00:00Z").await.is_empty());
        assert!(found("status=complete").await.is_empty() && found("expired=true").await.is_empty());
        let first = ada.get("/v1/session-summaries?limit=2").await;
        let next = format!("/v1/session-summaries?limit=2&page_token={}", first.text_at("/next_page"));
        assert_eq!(ada.get(&next).await.text_at("/items/0/id"), cook);
        assert_eq!(bob.get("/v1/session-summaries").await.at("/items").as_array().unwrap().len(), 1);
        let long = format!("q={}", "ä".repeat(201));
        for wrong in ["q=", "q=a%00b", &long, "created_after=yesterday", "status=x", "user_id=x", "expired=x"]
        {
            for list in ["sessions", "session-summaries", "session-summaries/exports/csv"] {
                assert_eq!(ada.get(&format!("/v1/{list}?{wrong}")).await.status, 422, "{list} {wrong}");
            }
        }
    })
    .await;
}

/// Copies the organization's session that many times, each a second older than the one before.
const COPIES: &str = "insert into session
    select r.* from generate_series(1, 20500) n cross join (select * from session limit 1) s
     cross join lateral jsonb_populate_record(null::session, to_jsonb(s) || jsonb_build_object(
         'created_at', s.created_at - make_interval(secs => n),
         'id', overlay(replace(gen_random_uuid()::text, '-', '') placing lpad(to_hex(
                   (extract(epoch from s.created_at) * 1000)::bigint - 1000 * n), 12, '0') from 1 for 12)::uuid)) r";

#[tokio::test]
async fn a_page_of_a_search_looks_at_20_000_sessions_and_the_next_one_goes_on() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let newest = ada.begin().await;
        app.superuser_runs(COPIES).await;
        let needle = "update session set company_name = 'Needle' where id = (select id from session order by id limit 1)";
        app.superuser_runs(needle).await;
        let first = ada.get("/v1/session-summaries?q=needle").await;
        assert_eq!((first.status, first.at("/items")), (200, json!([])));
        let next = format!("/v1/session-summaries?q=needle&page_token={}", first.text_at("/next_page"));
        let second = ada.get(&next).await;
        assert_eq!(second.text_at("/items/0/company_name"), "Needle");
        assert!(second.at("/next_page").is_null(), "the list has ended");
        // Without a search a page is full, and a time leads to its place at once.
        let all = ada.get("/v1/session-summaries?limit=100").await;
        assert_eq!((all.text_at("/items/0/id"), all.at("/items").as_array().unwrap().len()), (newest, 100));
        let oldest = second.text_at("/items/0/created_at");
        let before = format!("{}.999999Z", &oldest[..19]);
        let at = ada.get(&format!("/v1/session-summaries?created_before={before}")).await;
        assert_eq!(at.at("/items").as_array().unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_csv_has_what_the_list_has_and_says_where_it_ends() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "A cook in Porto, on site.").await;
        let company = json!({ "company_name": "=1+1" });
        ada.post("/v1/sessions", company).await;
        let csv = ada.get("/v1/session-summaries/exports/csv").await;
        let lines: Vec<&str> = csv.text.lines().collect();
        assert_eq!(lines.len(), 4, "{}", csv.text);
        assert!(lines[1].contains("\"'=1+1\""), "no formula: {}", lines[1]);
        let talked = [&*session, "Cook", "active", "succeeded"];
        assert!(talked.iter().all(|part| lines[2].contains(&format!("\"{part}\""))), "{}", lines[2]);
        assert!(lines[3].starts_with("\"# end: 2 sessions\""));
        let searched = ada.get("/v1/session-summaries/exports/csv?q=cook").await;
        assert!(searched.text.contains("# end: 1 sessions"));
        assert_eq!(ada.get("/v1/session-summaries/exports/csv?q=%00").await.status, 422);
    })
    .await;
}
