//! Providers that are slow, down, or answer rubbish, and that rotate their keys.

use std::time::{Duration, Instant};

use serde_json::json;
use tests::{Failure, wait_until, with_app};

#[tokio::test]
async fn a_provider_that_fails_is_reported_and_recovers() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        issuer.is("ada", &ada.email);
        let by_organization = json!({ "organization_id": ada.organization_id });
        let failures: [(Failure, u16, &str); 5] = [
            (Failure::Cut, 502, "identity_provider_unavailable"),
            (Failure::Status(503, "down"), 502, "identity_provider_unavailable"),
            (Failure::Status(200, "<html>"), 502, "identity_provider_unusable"),
            (Failure::Status(200, r#"{"issuer":"https://other.example","authorization_endpoint":"https://a.example","token_endpoint":"https://a.example","jwks_uri":"https://a.example"}"#), 502, "identity_provider_unusable"),
            (Failure::Status(404, ""), 502, "identity_provider_unusable"),
        ];
        for (failure, status, code) in failures.clone() {
            issuer.fails("openid-configuration", failure.clone());
            // A failure is repeated for a second.
            let mut found = String::new();
            wait_until("the failure is reported", async || {
                let begun = app.anonymous().begin_single_sign_on(by_organization.clone()).await;
                found = begun.problem(status);
                found == code
            })
            .await;
            assert_eq!(found, code, "{failure:?}");
        }
        issuer.recovers();
        wait_until("the provider has recovered", async || {
            app.anonymous().begin_single_sign_on(by_organization.clone()).await.status == 200
        })
        .await;
        for (failure, status, code) in failures.into_iter().take(3) {
            issuer.fails("token", failure.clone());
            let refused = app.anonymous().single_sign_on(&issuer, &ada.organization_id).await;
            assert_eq!(refused.problem(status), code, "{failure:?}");
        }
        for (status, body, code) in [
            (401, "", "identity_provider_client_refused"),
            (400, r#"{"error":"invalid_client"}"#, "identity_provider_client_refused"),
            (400, r#"{"error":"something"}"#, "identity_provider_unusable"),
        ] {
            issuer.fails("token", Failure::Status(status, body));
            let refused = app.anonymous().single_sign_on(&issuer, &ada.organization_id).await;
            assert_eq!(refused.problem(502), code, "{status} {body}");
        }
        issuer.fails("token", Failure::Status(400, r#"{"error":"invalid_grant"}"#));
        let refused = app.anonymous().single_sign_on(&issuer, &ada.organization_id).await;
        assert_eq!(refused.problem(409), "sign_in_ended");
        issuer.recovers();
        assert_eq!(app.anonymous().single_sign_on(&issuer, &ada.organization_id).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_slow_provider_holds_up_nobody_else() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        issuer.fails("openid-configuration", Failure::Slow(Duration::from_secs(60)));
        let begun = Instant::now();
        let client = app.anonymous();
        let waiting = async {
            let all = (0..20)
                .map(|_| client.begin_single_sign_on(json!({ "organization_id": ada.organization_id })));
            futures_util::future::join_all(all).await
        };
        let others = async {
            for _ in 0..10 {
                assert_eq!(ada.get("/v1/me").await.status, 200);
            }
            begun.elapsed()
        };
        let (replies, others) = tokio::join!(waiting, others);
        assert!(others < Duration::from_secs(4), "{others:?}");
        for reply in &replies {
            assert_eq!(reply.problem(504), "identity_provider_timeout");
        }
        // They waited together, and not one after the other.
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
        assert_eq!(issuer.requests("openid-configuration"), 1);
    })
    .await;
}

#[tokio::test]
async fn rotated_keys_are_fetched_again_and_old_ones_are_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        app.by_single_sign_on(&ada, &issuer, "ada").await;
        for _ in 0..3 {
            app.by_single_sign_on(&ada, &issuer, "ada").await;
        }
        assert_eq!(
            (issuer.requests("openid-configuration"), issuer.requests("keys")),
            (1, 1),
            "they are cached"
        );
        issuer.rotates_keys();
        wait_until("the new key is known", async || {
            app.anonymous().single_sign_on(&issuer, &ada.organization_id).await.status == 200
        })
        .await;
        assert_eq!(issuer.requests("keys"), 2, "not more often than every five seconds");
        issuer.forges(Some(tests::Forgery::UnknownKey));
        for _ in 0..5 {
            let refused = app.anonymous().single_sign_on(&issuer, &ada.organization_id).await;
            assert_eq!(refused.problem(502), "id_token_refused");
        }
        assert!(issuer.requests("keys") <= 3, "{}", issuer.requests("keys"));
    })
    .await;
}
