//! A sign-in belongs to the client that began it, and ends once.

use serde_json::json;
use tests::{App, Issuer, Person, Reply, with_app};

async fn begin(app: &App, owner: &Person, issuer: &Issuer) -> (Reply, String) {
    let begun =
        app.anonymous().begin_single_sign_on(json!({ "organization_id": owner.organization_id })).await;
    let response = issuer.authorize(&begun.text_at("/authorization_url")).await;
    (begun, response)
}

#[tokio::test]
async fn a_response_completes_only_the_sign_in_that_it_belongs_to() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        issuer.is("ada", &ada.email);
        let ((mine, response), (theirs, their_response)) =
            (begin(app, &ada, &issuer).await, begin(app, &ada, &issuer).await);
        // An attacker lets somebody open their link, or somebody complete theirs.
        let crossed = app.anonymous().complete_single_sign_on(&mine, &their_response).await;
        assert_eq!(crossed.problem(409), "sign_in_ended");
        let late = app.anonymous().complete_single_sign_on(&mine, &response).await;
        assert_eq!(late.problem(409), "sign_in_ended", "a wrong response ends it");
        assert_eq!(app.anonymous().complete_single_sign_on(&theirs, &their_response).await.status, 200);
        for body in [
            json!({ "sign_in_token": "unknown", "response": response }),
            json!({ "sign_in_token": ada.refresh_token, "response": response }),
        ] {
            let refused = app.anonymous().post("/v1/auth/single-sign-on/complete", body).await;
            assert_eq!(refused.problem(409), "sign_in_ended");
        }
    })
    .await;
}

#[tokio::test]
async fn a_sign_in_is_completed_once_also_at_the_same_moment() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        issuer.is("ada", &ada.email);
        let (begun, response) = begin(app, &ada, &issuer).await;
        let client = app.anonymous();
        let all = (0..8).map(|_| client.complete_single_sign_on(&begun, &response));
        let replies = futures_util::future::join_all(all).await;
        let done = replies.iter().filter(|reply| reply.status == 200).count();
        assert_eq!(done, 1, "{replies:?}");
        assert!(replies.iter().all(|reply| reply.status == 200 || reply.problem(409) == "sign_in_ended"));
        // The code of the first one, in another sign-in: the issuer refuses it, and so would its verifier.
        let (other, own) = begin(app, &ada, &issuer).await;
        let code = response.split('&').find(|part| part.starts_with("code=")).unwrap();
        let own_state = own.split('&').find(|part| part.starts_with("state=")).unwrap();
        let reused = app.anonymous().complete_single_sign_on(&other, &format!("{code}&{own_state}")).await;
        assert_eq!(reused.problem(409), "sign_in_ended");
    })
    .await;
}

#[tokio::test]
async fn an_injected_code_does_not_fit_the_verifier() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        issuer.is("ada", &ada.email);
        let ((_, stolen), (mine, own)) = (begin(app, &ada, &issuer).await, begin(app, &ada, &issuer).await);
        let code = stolen.split('&').find(|part| part.starts_with("code=")).unwrap();
        let state = own.split('&').find(|part| part.starts_with("state=")).unwrap();
        let injected = app.anonymous().complete_single_sign_on(&mine, &format!("{code}&{state}")).await;
        assert_eq!(injected.problem(409), "sign_in_ended");
        assert_eq!(
            app.count("select count(*) from login where authenticated_by = 'single_sign_on'").await,
            0
        );
    })
    .await;
}

#[tokio::test]
async fn a_sign_in_ends_after_ten_minutes_and_is_swept() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        issuer.is("ada", &ada.email);
        let (begun, response) = begin(app, &ada, &issuer).await;
        app.move_clock("10 minutes 1 second").await;
        let late = app.anonymous().complete_single_sign_on(&begun, &response).await;
        assert_eq!(late.problem(409), "sign_in_ended");
        assert_eq!(app.count("select count(*) from pending_sign_in").await, 1);
        app.sweep().await;
        assert_eq!(app.count("select count(*) from pending_sign_in").await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_error_or_another_issuer_in_the_response_ends_the_sign_in() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        issuer.is("ada", &ada.email);
        let state =
            |response: &str| response.split('&').find(|part| part.starts_with("state=")).unwrap().to_owned();
        let (begun, response) = begin(app, &ada, &issuer).await;
        let denied = format!("error=access_denied&error_description=No&{}", state(&response));
        let refused = app.anonymous().complete_single_sign_on(&begun, &denied).await;
        assert_eq!(refused.problem(403), "identity_provider_refused");
        let (begun, response) = begin(app, &ada, &issuer).await;
        let mixed_up = format!("{response}&iss=https%3A%2F%2Fother.example");
        assert_eq!(
            app.anonymous().complete_single_sign_on(&begun, &mixed_up).await.problem(409),
            "sign_in_ended"
        );
        let (begun, response) = begin(app, &ada, &issuer).await;
        assert_eq!(
            app.anonymous().complete_single_sign_on(&begun, &state(&response)).await.problem(409),
            "sign_in_ended"
        );
        let (begun, response) = begin(app, &ada, &issuer).await;
        let named = format!("?{response}&iss={}", issuer.url().replace(':', "%3A").replace('/', "%2F"));
        assert_eq!(app.anonymous().complete_single_sign_on(&begun, &named).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_response_goes_only_to_a_configured_address() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let front_end = "https://app.papaya.example/signed-in";
        let issuer = app.issuer_of(&ada, json!({ "redirect_uris": [front_end] })).await;
        issuer.is("ada", &ada.email);
        let begin = async |uri: &str| {
            let body = json!({ "organization_id": ada.organization_id, "redirect_uri": uri });
            app.anonymous().begin_single_sign_on(body).await
        };
        for other in [
            "https://evil.example/",
            "https://app.papaya.example/signed-in/../x",
            "https://app.papaya.example/",
        ] {
            assert_eq!(begin(other).await.problem(422), "invalid_request", "{other}");
        }
        let begun = begin(front_end).await;
        let response = issuer.authorize(&begun.text_at("/authorization_url")).await;
        assert_eq!(app.anonymous().complete_single_sign_on(&begun, &response).await.status, 200);
        let page = app.anonymous().get("/account/single-sign-on?code=a&state=b").await;
        assert_eq!((page.status, page.text.contains("a&state")), (200, false));
    })
    .await;
}
