//! Rate limits per organization and per key, and their headers.

use std::num::NonZeroU32;
use std::time::Duration;

use tests::{Client, Options, Reply, every_scope, with_app_of};

fn options(organization: [u32; 2], key: [u32; 2]) -> Options {
    let rate = |[per_second, burst]: [u32; 2]| api::Rate {
        per_second: NonZeroU32::new(per_second).unwrap(),
        burst: NonZeroU32::new(burst).unwrap(),
    };
    let settings = Options::default().api;
    let api = api::Settings { organization_rate: rate(organization), key_rate: rate(key), ..settings };
    Options { api, ..Options::default() }
}

/// Calls until the limit is reached. Returns the number of accepted calls, and the refusal.
async fn exhaust(client: &Client) -> (u32, Reply) {
    let mut accepted = 0;
    loop {
        let reply = client.get("/v1/job-posts").await;
        match reply.status {
            200 => accepted += 1,
            _ => return (accepted, reply),
        }
        assert!(accepted < 1_000);
    }
}

#[tokio::test]
async fn counted_requests_have_rate_limit_headers() {
    with_app_of(options([10, 1_000], [20, 100]), async |app| {
        let ada = app.owner("ada").await;
        let key = app.live_key(&ada, &every_scope()).await;
        let persons = ada.get("/v1/job-posts").await;
        assert_eq!(persons.header("ratelimit-policy"), r#""organization";q=1000;w=100"#);
        assert!(persons.header("ratelimit").starts_with(r#""organization";r=9"#), "{persons:?}");
        let keys = key.get("/v1/job-posts").await;
        assert_eq!(keys.header("ratelimit-policy"), r#""key";q=100;w=5, "organization";q=1000;w=100"#);
        assert!(keys.header("ratelimit").starts_with(r#""key";r=99;t=1, "organization";r=9"#), "{keys:?}");
        // Refused requests count too; anonymous requests do not.
        assert!(!key.get("/v1/api-keys").await.header("ratelimit").is_empty());
        for free in ["/", "/livez", "/readyz", "/openapi.json"] {
            assert_eq!(app.anonymous().get(free).await.header("ratelimit"), "", "{free}");
        }
        assert_eq!(app.anonymous().get("/v1/job-posts").await.header("ratelimit"), "");
    })
    .await;
}

#[tokio::test]
async fn a_key_over_its_limit_does_not_affect_other_keys() {
    // A burst of six: five calls and the request for the token.
    with_app_of(options([10, 1_000], [1, 6]), async |app| {
        let ada = app.owner("ada").await;
        let key = app.live_key(&ada, &every_scope()).await;
        let token = app.client_of(&key).await;
        let (accepted, refused) = exhaust(&key).await;
        assert!((5..=7).contains(&accepted), "{accepted} instead of 5");
        assert_eq!(refused.problem(429), "rate_limited");
        assert_eq!(refused.header("retry-after"), "1");
        assert_eq!(refused.header("ratelimit"), r#""key";r=0;t=1"#);
        // Access tokens share the limit of their key.
        assert!(exhaust(&token).await.0 <= 2);
        let mut legacy = key.form("/job-post-chat", &[("message", "x"), ("session_id", "x")]).await;
        while legacy.status == 200 {
            legacy = key.form("/job-post-chat", &[("message", "x"), ("session_id", "x")]).await;
        }
        assert_eq!((legacy.status, legacy.text_at("/status")), (429, "error".into()), "{legacy:?}");
        assert_eq!(app.live_key(&ada, &every_scope()).await.get("/v1/job-posts").await.status, 200);
        assert_eq!(ada.get("/v1/job-posts").await.status, 200);
        tokio::time::sleep(Duration::from_millis(1_100)).await;
        assert_eq!(key.get("/v1/job-posts").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn an_organization_over_its_limit_does_not_affect_others() {
    with_app_of(options([1, 10], [100, 100]), async |app| {
        let [ada, eve] = [app.owner("ada").await, app.owner("eve").await];
        let test = app.test_key(&ada, &every_scope()).await;
        let refused = exhaust(&ada).await.1;
        assert_eq!(refused.problem(429), "rate_limited");
        assert_eq!(eve.get("/v1/job-posts").await.status, 200);
        // Test mode has a bucket of its own.
        assert_eq!(test.get("/v1/job-posts").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn the_default_limits_allow_two_hundred_calls_in_a_row() {
    let usual = Options { api: api::Settings::default(), ..Options::default() };
    with_app_of(usual, async |app| {
        let ada = app.owner("ada").await;
        for _ in 0..200 {
            assert_eq!(ada.get("/v1/job-posts").await.status, 200);
        }
    })
    .await;
}
