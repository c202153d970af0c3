//! E-mail domains: links to the administrator, and one organization for each.

use serde_json::json;
use tests::{App, with_app};

async fn verify(app: &App, token: &str) -> tests::Reply {
    app.anonymous().post("/v1/auth/verify-domain", json!({ "token": token })).await
}

#[tokio::test]
async fn a_link_to_the_administrator_verifies_a_domain_once() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let path = "/v1/organization/email-domains";
        let add = json!({ "domain": "Bücher.Example", "recipient": "hostmaster" });
        let added = ada.post(path, add.clone()).await;
        assert_eq!(
            (added.status, added.at("/domain"), added.at("/verified_at")),
            (201, json!("xn--bcher-kva.example"), json!(null))
        );
        let address = "hostmaster@xn--bcher-kva.example";
        let first = app.outbox().token("verify_domain", address).await;
        let again = ada.post(path, add.clone()).await;
        assert_eq!((again.status, again.at("/id")), (201, added.at("/id")));
        let second = app.outbox().token("verify_domain", address).await;
        assert_ne!(first, second);
        assert_eq!(verify(app, &first).await.problem(409), "link_ended");
        assert_eq!(verify(app, &second).await.status, 204);
        assert_eq!(verify(app, &second).await.problem(409), "link_ended");
        assert_eq!(ada.post(path, add).await.problem(409), "domain_verified");
        let listed = ada.get(path).await;
        assert_eq!(listed.at("/items/0/id"), added.at("/id"));
        assert!(
            listed.at("/items/0/verified_at").is_string() && !listed.text.contains("token"),
            "{listed:?}"
        );
        let email = &app.outbox().to(address).await[0];
        assert_eq!(
            (&email["domain"], &email["organization_name"]),
            (&json!("xn--bcher-kva.example"), &json!("ada trading"))
        );
        let actions: Vec<String> = sqlx::query_scalar(
            "select action from audit_entry where object_type = 'email_domain' order by id",
        )
        .fetch_all(app.superuser())
        .await
        .unwrap();
        assert_eq!(actions, ["email_domain.created", "email_domain.updated", "email_domain.verified"]);
    })
    .await;
}

#[tokio::test]
async fn a_link_ends_after_a_day() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let added = json!({ "domain": "papaya.example", "recipient": "admin" });
        assert_eq!(ada.post("/v1/organization/email-domains", added).await.status, 201);
        let token = app.outbox().token("verify_domain", "admin@papaya.example").await;
        app.move_clock("24 hours 1 second").await;
        assert_eq!(verify(app, &token).await.problem(409), "link_ended");
    })
    .await;
}

#[tokio::test]
async fn a_domain_belongs_to_one_organization_at_a_time() {
    with_app(async |app| {
        let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
        let added = json!({ "domain": "papaya.example", "recipient": "webmaster" });
        assert_eq!(bob.post("/v1/organization/email-domains", added).await.status, 201);
        let of_bob = app.outbox().token("verify_domain", "webmaster@papaya.example").await;
        let of_ada = app.verify_domain(&ada, "papaya.example").await;
        assert_eq!(verify(app, &of_bob).await.problem(409), "domain_taken");
        let path = format!("/v1/organization/email-domains/{}", of_ada.text_at("/id"));
        assert_eq!(bob.delete(&path).await.problem(404), "not_found");
        assert_eq!(ada.delete(&path).await.status, 204);
        assert_eq!(verify(app, &of_bob).await.status, 204, "the link was not used up");
    })
    .await;
}

#[tokio::test]
async fn domains_of_everybody_and_malformed_ones_are_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for domain in
            ["gmail.com", "GMX.de", "localhost", "a@b.example", "127.0.0.1", "pаpaya.example", "x y.example"]
        {
            let added = json!({ "domain": domain, "recipient": "admin" });
            let refused = ada.post("/v1/organization/email-domains", added).await;
            assert_eq!(refused.problem(422), "invalid_request", "{domain}");
            assert_eq!(refused.at("/errors/0/pointer"), "/domain");
        }
        let other = json!({ "domain": "papaya.example", "recipient": "bob" });
        assert_eq!(ada.post("/v1/organization/email-domains", other).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn domains_and_links_are_limited() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let add = async |domain: &str| {
            ada.post("/v1/organization/email-domains", json!({ "domain": domain, "recipient": "admin" }))
                .await
        };
        for _ in 0..3 {
            assert_eq!(add("papaya.example").await.status, 201);
        }
        assert_eq!(add("papaya.example").await.problem(429), "too_many_requests");
        for number in 1..20 {
            assert_eq!(add(&format!("papaya{number}.example")).await.status, 201);
        }
        assert_eq!(add("papaya20.example").await.problem(409), "too_many_domains");
    })
    .await;
}
