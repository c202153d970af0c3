//! Look-alikes: the spelling of an e-mail address does not matter, and names hide nothing.

use serde_json::json;
use tests::{PASSWORD, Reply, with_app};

/// What hides in a name, or turns its neighbours around.
const HIDDEN: [&str; 10] = [
    "\u{200b}",
    "\u{3164}",
    "Ada\u{200b}",
    "A\u{ad}da",
    "Ada\u{feff}",
    "Ada\u{2060}",
    "\u{202e}adA",
    "Ada\u{2028}B",
    "Ada\u{e0041}",
    "Ada\u{fe0f}",
];

#[tokio::test]
async fn every_spelling_of_an_address_signs_in_to_its_account() {
    with_app(async |app| {
        app.owner("ada").await;
        let sign_in = async |email: &str| {
            app.anonymous().post("/v1/auth/sign-in", json!({ "email": email, "password": PASSWORD })).await
        };
        for spelling in ["ADA@EXAMPLE.COM", " ada@example.com ", "ada＠ｅxample.com", "ａda@example。com"]
        {
            assert_eq!(sign_in(spelling).await.status, 200, "{spelling}");
        }
        for other in
            ["ada\u{200b}@example.com", "аda@example.com", "ada@example.com.", "\u{202e}ada@example.com"]
        {
            assert_eq!(sign_in(other).await.problem(401), "wrong_credentials", "{other:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn no_name_hides_a_character() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for name in HIDDEN {
            let key = json!({ "name": name, "scopes": ["sessions:read"], "livemode": true });
            refused(&ada.post("/v1/api-keys", key).await, "/name");
            refused(&ada.patch("/v1/organization", json!({ "name": name })).await, "/name");
            refused(&ada.post("/v1/sessions", json!({ "company_name": name })).await, "/company_name");
        }
        assert_eq!(ada.get("/v1/organization").await.text_at("/name"), "ada trading");
    })
    .await;
}

fn refused(reply: &Reply, pointer: &str) {
    reply.problem(422);
    assert_eq!(reply.text_at("/errors/0/pointer"), pointer, "{reply:?}");
}
