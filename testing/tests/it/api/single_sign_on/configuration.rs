//! Who configures the identity provider, and what it shows.

use serde_json::json;
use tests::{CLIENT_SECRET, Issuer, with_app};

const PATH: &str = "/v1/organization/identity-provider";

#[tokio::test]
async fn only_an_owner_configures_and_nobody_sees_the_secret() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "admin").await;
        let cid = app.colleague(&ada, "cid", "member").await;
        let issuer = Issuer::start().await;
        assert_eq!(ada.get(PATH).await.problem(404), "not_found");
        assert_eq!(bob.put(PATH, issuer.configuration()).await.problem(403), "owner_required");
        assert_eq!(cid.put(PATH, issuer.configuration()).await.problem(403), "forbidden");
        let added = json!({ "domain": "papaya.example", "recipient": "admin" });
        assert_eq!(bob.post("/v1/organization/email-domains", added).await.problem(403), "owner_required");
        let put = ada.put(PATH, issuer.configuration()).await;
        assert_eq!(put.status, 200, "{put:?}");
        let read = bob.get(PATH).await;
        for reply in [&put, &read] {
            assert_eq!(reply.at("/default_role"), "member");
            assert_eq!((reply.at("/just_in_time"), reply.at("/enforced")), (json!(false), json!(false)));
            assert!(!reply.text.contains("secret"), "{reply:?}");
        }
        assert_eq!(bob.delete(PATH).await.problem(403), "owner_required");
        assert_eq!(ada.delete(PATH).await.status, 204);
        assert_eq!(ada.delete(PATH).await.problem(404), "not_found");
        let entries = "select count(*) from audit_entry where object_type = 'identity_provider'";
        assert_eq!(app.count(entries).await, 2);
        let leaked: Vec<String> =
            sqlx::query_scalar("select e::text from audit_entry e").fetch_all(app.superuser()).await.unwrap();
        assert!(!leaked.iter().any(|entry| entry.contains(CLIENT_SECRET)));
    })
    .await;
}

#[tokio::test]
async fn an_address_of_our_own_network_and_malformed_ones_are_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for issuer in ["http://papaya.example", "https://10.0.0.1", "https://169.254.169.254/latest", "papaya", "https://user@papaya.example"] {
            let body = json!({ "issuer": issuer, "client_id": "x", "client_secret": "y" });
            let refused = ada.put(PATH, body).await;
            assert_eq!((refused.problem(422), refused.at("/errors/0/pointer")), ("invalid_request".to_owned(), json!("/issuer")), "{issuer}");
        }
        for uri in ["http://papaya.example/", "javascript:alert(1)", "https://papaya.example/#x", "/relative"] {
            let body = json!({ "issuer": "https://1.1.1.1", "client_id": "x", "client_secret": "y", "redirect_uris": [uri] });
            let refused = ada.put(PATH, body).await;
            assert_eq!((refused.status, refused.at("/errors/0/pointer")), (422, json!("/redirect_uris")), "{uri}");
        }
        let body = json!({ "issuer": "https://1.1.1.1", "client_id": "x", "client_secret": "y", "default_role": "admin" });
        assert_eq!(ada.put(PATH, body).await.status, 422, "nobody becomes an admin by signing in");
    })
    .await;
}

#[tokio::test]
async fn the_secret_stays_as_long_as_issuer_and_client_do() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        app.by_single_sign_on(&ada, &issuer, "ada").await;
        let same = json!({ "issuer": issuer.url(), "client_id": tests::CLIENT_ID, "just_in_time": true, "default_role": "viewer" });
        assert_eq!(ada.put(PATH, same).await.status, 200);
        app.by_single_sign_on(&ada, &issuer, "ada").await;
        assert_eq!(app.count("select count(*) from external_identity").await, 1);
        let begun = app.anonymous().begin_single_sign_on(json!({ "email": ada.email })).await;
        let response = issuer.authorize(&begun.text_at("/authorization_url")).await;
        let other = json!({ "issuer": issuer.url(), "client_id": "another client" });
        let refused = ada.put(PATH, other).await;
        assert_eq!(refused.at("/errors/0/pointer"), "/client_secret");
        let other = json!({ "issuer": issuer.url(), "client_id": "another client", "client_secret": "another" });
        assert_eq!(ada.put(PATH, other).await.status, 200);
        assert_eq!(app.count("select count(*) from external_identity").await, 0, "its ids of people are others");
        let ended = app.anonymous().complete_single_sign_on(&begun, &response).await;
        assert_eq!(ended.problem(409), "sign_in_ended");
    })
    .await;
}
