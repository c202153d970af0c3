//! Fresh sign-ins at the identity provider.

use serde_json::json;
use tests::{App, Issuer, Person, Reply, with_app};

async fn sign_in(app: &App, owner: &Person, issuer: &Issuer, fresh: bool) -> Reply {
    let begin = json!({ "organization_id": owner.organization_id, "fresh": fresh });
    app.anonymous().single_sign_on_with(issuer, begin).await
}

async fn delete_organization(app: &App, tokens: &Reply) -> Reply {
    let client = app.anonymous().with_token(tokens.text_at("/access_token"));
    client.post("/v1/organization/deletion", json!({})).await
}

#[tokio::test]
async fn a_fresh_sign_in_proves_anew_who_the_person_is() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        issuer.is("ada", &ada.email);
        // The person signed in at the provider an hour ago.
        let tokens = sign_in(app, &ada, &issuer, false).await;
        assert_eq!(delete_organization(app, &tokens).await.problem(403), "fresh_sign_in_required");
        let tokens = sign_in(app, &ada, &issuer, true).await;
        assert_eq!(delete_organization(app, &tokens).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_provider_that_ignores_the_request_makes_nothing_fresh() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        for time in [json!(null), json!(1_700_000_000)] {
            issuer.is("ada", &ada.email);
            issuer.says("auth_time", time);
            assert_eq!(sign_in(app, &ada, &issuer, true).await.problem(502), "id_token_refused");
            let tokens = sign_in(app, &ada, &issuer, false).await;
            assert_eq!(delete_organization(app, &tokens).await.problem(403), "fresh_sign_in_required");
        }
        // A time to come would be fresh for ever.
        issuer.says("auth_time", json!(9_999_999_999_i64));
        let tokens = sign_in(app, &ada, &issuer, false).await;
        assert_eq!(tokens.status, 200, "{tokens:?}");
        assert_eq!(
            app.count("select count(*) from login where authenticated_at > now() + interval '1 minute'")
                .await,
            0
        );
    })
    .await;
}
