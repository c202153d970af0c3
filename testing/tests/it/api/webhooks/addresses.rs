//! Addresses that are refused: private, loopback and other non-public ones.

use serde_json::{Value, json};
use tests::{Options, Receiver, WebhookEndpoint, with_app_of};

/// URLs of non-public addresses, in every notation.
const REFUSED: [&str; 40] = [
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://0x7f.0.0.1/",
    "https://127.0.0.1./",
    "https://0.0.0.0/",
    "https://0/",
    "https://localhost/",
    "https://10.0.0.1/",
    "https://10.1/",
    "https://172.16.0.1/",
    "https://172.31.255.254/",
    "https://192.168.0.1/",
    "https://3232235521/",
    "https://169.254.169.254/latest/meta-data/",
    "https://2852039166/",
    "https://100.64.0.1/",
    "https://100.100.100.200/",
    "https://168.63.129.16/",
    "https://192.0.0.192/",
    "https://192.0.2.1/",
    "https://198.18.0.1/",
    "https://198.51.100.1/",
    "https://203.0.113.1/",
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    "https://[::]/",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[::ffff:a9fe:a9fe]/",
    "https://[::7f00:1]/",
    "https://[64:ff9b::10.0.0.1]/",
    "https://[2002:a00:1::]/",
    "https://[2001:0:a00:1::]/",
    "https://[fe80::1]/",
    "https://[fd00:ec2::254]/",
    "https://[ff02::1]/",
    "https://[2001:db8::1]/",
];

/// Options without exceptions for non-public addresses.
fn strict() -> Options {
    Options { outbound: outbound::Allowances::default(), ..Options::quick_deliveries() }
}

/// An endpoint at a public address, to which nothing is sent.
fn disabled() -> Value {
    json!({ "url": "https://1.1.1.1/", "enabled": false })
}

#[tokio::test]
async fn a_non_public_address_is_refused() {
    with_app_of(strict(), async |app| {
        let ada = app.owner("ada").await;
        let accepted = ada.post("/v1/webhook-endpoints", disabled()).await;
        let path = accepted.header("location");
        let malformed = [
            "http://1.1.1.1/",
            "https://user:secret@1.1.1.1/",
            "ftp://1.1.1.1/",
            "1.1.1.1",
            "https://user@1.1.1.1/",
        ];
        for url in REFUSED.iter().chain(&malformed) {
            for refused in [
                ada.post("/v1/webhook-endpoints", json!({ "url": url })).await,
                ada.patch(path, json!({ "url": url })).await,
            ] {
                refused.problem(422);
                assert_eq!(refused.text_at("/errors/0/pointer"), "/url", "{url}");
                assert!(!refused.text_at("/errors/0/detail").contains("secret"));
            }
        }
        let detail = ada
            .post("/v1/webhook-endpoints", json!({ "url": "https://10.0.0.1/" }))
            .await
            .text_at("/errors/0/detail");
        assert_eq!(detail, "must be an address of the public internet; 10.0.0.1 is not (private)");
        assert_eq!(app.count("select count(*) from webhook_endpoint").await, 1);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_sent_to_an_address_that_became_non_public() {
    with_app_of(strict(), async |app| {
        let (ada, trap) = (app.owner("ada").await, Receiver::start().await);
        let created = ada.post("/v1/webhook-endpoints", disabled()).await;
        let endpoint = WebhookEndpoint {
            path: created.header("location").to_owned(),
            secret: created.text_at("/secret"),
        };
        let trap_url = trap.url();
        let secure = trap_url.replace("http:", "https:");
        let named = secure.replace("127.0.0.1", "localhost");
        for (already_failed, url) in [trap_url, secure, named].iter().enumerate() {
            let changed = sqlx::query(
                "update webhook_endpoint
                    set url = $1, enabled = true, disabled_at = null, unverified_since = null",
            )
            .bind(url);
            changed.execute(app.superuser()).await.unwrap();
            endpoint.test(&ada).await;
            let failed = endpoint.wait_for(&ada, "failed", already_failed + 1).await;
            let log = endpoint.read(&ada, &failed[0]).await;
            let error = log["attempts"][0]["error"].as_str().unwrap();
            assert!(error.starts_with("the address is refused"), "{error}");
        }
        assert!(trap.received().is_empty());
    })
    .await;
}
