//! How many sign-ins may begin.

use serde_json::json;
use tests::{Options, with_app, with_app_of};

/// As in `domain/src/single_sign_on/begin.rs`.
const MOST_PENDING: i32 = 500;

#[tokio::test]
async fn an_organization_has_a_limited_number_of_pending_sign_ins() {
    with_app(async |app| {
        let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
        app.issuer_of(&ada, json!({})).await;
        let issuer = tests::Issuer::start().await;
        app.configure(&bob, &issuer, json!({})).await;
        let fill = format!(
            "insert into pending_sign_in (organization_id, id, token_hash, parameters, is_fresh, expires_at)
             select '{}', gen_random_uuid(), n::text::bytea, '', false, app_clock() + interval '10 minutes'
               from generate_series(1, {MOST_PENDING}) n",
            bob.organization_id
        );
        app.superuser_runs(&fill).await;
        let begin = async || {
            app.anonymous().begin_single_sign_on(json!({ "organization_id": bob.organization_id })).await
        };
        let refused = begin().await;
        assert_eq!(
            (refused.problem(429), refused.header("retry-after")),
            ("too_many_requests".to_owned(), "60")
        );
        app.move_clock("11 minutes").await;
        assert_eq!(begin().await.status, 200, "those that have expired do not count");
        assert_eq!(app.count("select count(*) from pending_sign_in").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_network_begins_a_limited_number_of_sign_ins() {
    let mut options = Options::default();
    options.api.single_sign_ons_per_hour = 3.try_into().unwrap();
    with_app_of(options, async |app| {
        let ada = app.owner("ada").await;
        app.issuer_of(&ada, json!({})).await;
        let begin =
            async || app.anonymous().begin_single_sign_on(json!({ "email": "no@where.example" })).await;
        for _ in 0..3 {
            assert_eq!(begin().await.problem(404), "no_single_sign_on");
        }
        assert_eq!(begin().await.problem(429), "too_many_requests");
    })
    .await;
}
