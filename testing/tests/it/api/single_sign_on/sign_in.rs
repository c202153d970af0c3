//! Sign-ins of members.

use serde_json::json;
use tests::{Issuer, with_app};

#[tokio::test]
async fn a_member_signs_in_at_the_identity_provider() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "viewer").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        issuer.is("subject of bob", "BOB@Example.com");
        let begun = app.anonymous().begin_single_sign_on(json!({ "email": "someone@EXAMPLE.com" })).await;
        assert_eq!(begun.at("/expires_in"), 600);
        let url = begun.text_at("/authorization_url");
        assert!(url.starts_with(&format!("{}/authorize?", issuer.url())), "{url}");
        assert!(url.contains("login_hint=someone%40EXAMPLE.com") && !url.contains("prompt"), "{url}");
        let response = issuer.authorize(&url).await;
        let tokens = app.anonymous().complete_single_sign_on(&begun, &response).await;
        assert_eq!(tokens.status, 200, "{tokens:?}");
        let signed_in = app.signed_in(bob.email.clone(), &tokens).await;
        assert_eq!(signed_in.user_id, bob.user_id);
        assert_eq!(signed_in.get("/v1/me").await.at("/role"), "viewer");
        let refreshed = json!({ "refresh_token": signed_in.refresh_token });
        assert_eq!(app.anonymous().post("/v1/auth/refresh", refreshed).await.status, 200);
    })
    .await;
}

/// The address at the provider may change, or belong to somebody else one day.
#[tokio::test]
async fn after_the_first_sign_in_the_identity_decides_and_not_the_address() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let cid = app.colleague(&ada, "cid", "member").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        assert_eq!(app.by_single_sign_on(&ada, &issuer, "bob").await.user_id, bob.user_id);
        issuer.is("bob", &cid.email);
        let tokens = app.anonymous().single_sign_on(&issuer, &ada.organization_id).await;
        assert_eq!(app.signed_in(bob.email.clone(), &tokens).await.user_id, bob.user_id);
        issuer.is("bob", "bob@elsewhere.example");
        issuer.says("email_verified", json!(false));
        assert_eq!(app.anonymous().single_sign_on(&issuer, &ada.organization_id).await.status, 200);
        issuer.is("successor of bob", &bob.email);
        let refused = app.anonymous().single_sign_on(&issuer, &ada.organization_id).await;
        assert_eq!(refused.problem(403), "identity_differs");
        assert_eq!(app.by_single_sign_on(&ada, &issuer, "cid").await.user_id, cid.user_id);
    })
    .await;
}

#[tokio::test]
async fn an_address_counts_only_if_it_is_verified_and_in_a_verified_domain() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        app.colleague(&ada, "bob", "member").await;
        let issuer = app.issuer_of(&ada, json!({ "just_in_time": true })).await;
        let sign_in = async || app.anonymous().single_sign_on(&issuer, &ada.organization_id).await;
        for unverified in [json!(false), json!("false"), json!(0), json!(null), json!("yes"), json!([true])] {
            issuer.is("bob", "bob@example.com");
            issuer.says("email_verified", unverified.clone());
            assert_eq!(sign_in().await.problem(403), "email_not_verified", "{unverified}");
        }
        for (email, code) in [
            ("bob@sub.example.com", "domain_not_verified"),
            ("bob@example.org", "domain_not_verified"),
            ("bob@exаmple.com", "email_not_verified"),
            ("bob", "email_not_verified"),
        ] {
            issuer.is("bob", email);
            assert_eq!(sign_in().await.problem(403), code, "{email}");
        }
        for verified in ["email_verified", "xms_edov"] {
            issuer.is("bob", "bob@example.com");
            issuer.says("email_verified", json!(null));
            issuer.says(verified, json!("true"));
            assert_eq!(sign_in().await.status, 200, "{verified}");
        }
        let refusals = "select count(*) from audit_entry where action = 'single_sign_on.refused'
                          and actor_kind = 'anonymous' and address = '127.0.0.1' and details ->> 'code' like '%not_verified'";
        assert_eq!(app.count(refusals).await, 10);
        assert_eq!(app.count("select count(*) from audit_entry where action = 'external_identity.linked'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_has_no_single_sign_on_looks_alike() {
    with_app(async |app| {
        let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
        let issuer = Issuer::start().await;
        app.configure(&ada, &issuer, json!({})).await;
        let without = json!({ "organization_id": bob.organization_id });
        let unknown = json!({ "organization_id": "019a9f3e-0000-7000-8000-00000000ffff" });
        // Its domain is not verified.
        for body in [without, unknown, json!({ "email": ada.email }), json!({ "email": "no@where.example" })]
        {
            assert_eq!(app.anonymous().begin_single_sign_on(body).await.problem(404), "no_single_sign_on");
        }
        for body in [
            json!({}),
            json!({ "email": "no address" }),
            json!({ "email": ada.email, "organization_id": ada.organization_id }),
        ] {
            assert_eq!(app.anonymous().begin_single_sign_on(body).await.problem(422), "invalid_request");
        }
        assert_eq!(issuer.requests("openid-configuration"), 0);
    })
    .await;
}

#[tokio::test]
async fn a_required_second_factor_is_the_providers_matter() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        app.colleague(&ada, "bob", "member").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        tests::Authenticator::enrol(&ada).await;
        let required = ada.patch("/v1/organization", json!({ "second_factor_required": true })).await;
        assert_eq!(required.status, 200, "{required:?}");
        let by_password = app
            .anonymous()
            .post("/v1/auth/sign-in", json!({ "email": "bob@example.com", "password": tests::PASSWORD }))
            .await;
        let by_password = app.anonymous().with_token(by_password.text_at("/access_token"));
        assert_eq!(by_password.get("/v1/sessions").await.problem(403), "second_factor_enrolment_required");
        let bob = app.by_single_sign_on(&ada, &issuer, "bob").await;
        assert_eq!(bob.get("/v1/sessions").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_suspended_organization_has_no_single_sign_on() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        let begun = app.anonymous().begin_single_sign_on(json!({ "email": ada.email })).await;
        issuer.is("ada", &ada.email);
        let response = issuer.authorize(&begun.text_at("/authorization_url")).await;
        app.superuser_runs("update organization set suspended_at = now()").await;
        let refused = app.anonymous().complete_single_sign_on(&begun, &response).await;
        assert_eq!(refused.problem(403), "organization_suspended");
        let refused = app.anonymous().begin_single_sign_on(json!({ "email": ada.email })).await;
        assert_eq!(refused.problem(403), "organization_suspended");
    })
    .await;
}
