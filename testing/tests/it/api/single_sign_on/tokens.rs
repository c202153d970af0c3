//! Forged, damaged and misdirected ID tokens.

use serde_json::{Value, json};
use tests::{App, Forgery, Issuer, Person, with_app};

async fn outcome(app: &App, owner: &Person, issuer: &Issuer) -> (u16, String) {
    let reply = app.anonymous().single_sign_on(issuer, &owner.organization_id).await;
    (reply.status, if reply.status == 200 { String::new() } else { reply.problem(reply.status) })
}

fn refused() -> (u16, String) {
    (502, "id_token_refused".to_owned())
}

#[tokio::test]
async fn no_forged_token_signs_anybody_in() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        issuer.is("ada", &ada.email);
        for forgery in Forgery::ALL {
            issuer.forges(Some(forgery));
            assert_eq!(outcome(app, &ada, &issuer).await, refused(), "{forgery:?}");
        }
        issuer.forges(None);
        assert_eq!(outcome(app, &ada, &issuer).await.0, 200, "the same token, not forged");
        assert_eq!(
            app.count("select count(*) from login where authenticated_by = 'single_sign_on'").await,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn no_token_with_another_claim_signs_anybody_in() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        let claims: [(&str, &[Value]); 10] = [
            (
                "iss",
                &[
                    json!(null),
                    json!("https://other.example"),
                    json!(format!("{}/", issuer.url())),
                    json!([issuer.url()]),
                ],
            ),
            (
                "aud",
                &[
                    json!(null),
                    json!("another client"),
                    json!([]),
                    json!(["another client"]),
                    json!([tests::CLIENT_ID, "another"]),
                ],
            ),
            ("azp", &[json!("another client"), json!("")]),
            ("nonce", &[json!(null), json!(""), json!("of another sign-in")]),
            ("exp", &[json!(null), json!(0), json!(1_700_000_000), json!("9999999999"), json!(-1)]),
            ("iat", &[json!(null), json!(9_999_999_999_i64)]),
            ("nbf", &[json!(9_999_999_999_i64), json!("now")]),
            ("sub", &[json!(null), json!(""), json!(" "), json!("x".repeat(256)), json!(1)]),
            ("at_hash", &[json!(""), json!("of another access token")]),
            ("auth_time", &[json!("yesterday")]),
        ];
        for (claim, values) in claims {
            for value in values {
                issuer.is("ada", &ada.email);
                issuer.says(claim, value.clone());
                assert_eq!(outcome(app, &ada, &issuer).await, refused(), "{claim}: {value}");
            }
        }
        assert_eq!(
            app.count("select count(*) from login where authenticated_by = 'single_sign_on'").await,
            0
        );
    })
    .await;
}

#[tokio::test]
async fn tokens_in_other_forms_that_the_standard_allows_are_accepted() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        // SHA-256 of `unused`, the left half, in base64url.
        let several = json!([tests::CLIENT_ID, "another"]);
        for claims in [
            json!({ "aud": [tests::CLIENT_ID] }),
            json!({ "aud": several, "azp": tests::CLIENT_ID }),
            json!({ "azp": tests::CLIENT_ID }),
            json!({ "unknown": { "claim": [1] }, "auth_time": null, "name": null }),
        ] {
            issuer.is("ada", &ada.email);
            for (claim, value) in claims.as_object().unwrap() {
                issuer.says(claim, value.clone());
            }
            assert_eq!(outcome(app, &ada, &issuer).await.0, 200, "{claims}");
        }
    })
    .await;
}
