//! The ways into a browser's login besides the password: a link that is used once, and single sign-on; and a page that shows
//! another organization than its login has.

use domain::accounts::sign_in_links;
use reqwest::Method;
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use tests::{App, Authenticator, PASSWORD, Reply, with_app};

async fn link(app: &App, email: &str) -> Value {
    let token = sign_in_links::issue(&app.db, email).await.unwrap();
    json!({ "token": token.expose_secret() })
}

const OPEN: &str = "/v1/auth/browser/open-link";

#[tokio::test]
async fn a_link_signs_in_once_and_no_other_sites_page_uses_it() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let body = link(app, &ada.email).await;
        let foreign = app.anonymous().request(Method::POST, OPEN).header("Sec-Fetch-Site", "cross-site");
        assert_eq!(Reply::of(foreign.json(&body)).await.problem(403), "cross_site_request");
        let page = app.anonymous().in_browser();
        let opened = page.post(OPEN, body.clone()).await;
        assert_eq!((opened.status, opened.text_at("/user_id")), (200, ada.user_id.clone()), "{opened:?}");
        assert_eq!(page.with_cookie_of(&opened).get("/v1/me").await.text_at("/user_id"), ada.user_id);
        assert_eq!(page.post(OPEN, body).await.problem(409), "link_ended");
        assert_eq!(page.post(OPEN, json!({ "token": "guessed" })).await.problem(409), "link_ended");
    })
    .await;
}

#[tokio::test]
async fn of_many_uses_of_a_link_at_once_one_signs_in() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (body, page) = (link(app, &ada.email).await, app.anonymous().in_browser());
        let uses = (0..8).map(|_| page.post(OPEN, body.clone()));
        let statuses = futures_util::future::join_all(uses).await;
        let opened = statuses.iter().filter(|reply| reply.status == 200).count();
        assert_eq!(opened, 1, "{statuses:?}");
    })
    .await;
}

#[tokio::test]
async fn a_link_ends_with_an_hour_and_with_the_password_and_replaces_no_second_factor() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let page = app.anonymous().in_browser();
        let late = link(app, &ada.email).await;
        app.move_clock("01:00:01").await;
        assert_eq!(page.post(OPEN, late).await.problem(409), "link_ended");
        app.move_clock("00:00:00").await;
        let before = link(app, &ada.email).await;
        let password = json!({ "current_password": PASSWORD, "new_password": "another long password 9" });
        let changed = ada.post("/v1/me/password", password).await;
        assert!(changed.status < 300, "{changed:?}");
        assert_eq!(page.post(OPEN, before).await.problem(409), "link_ended");
        let kim = app.owner("kim").await;
        Authenticator::enrol(&kim).await;
        assert_eq!(page.post(OPEN, link(app, &kim.email).await).await.problem(401), "second_factor_required");
    })
    .await;
}

#[tokio::test]
async fn a_browser_completes_single_sign_on_with_a_cookie() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "viewer").await;
        let issuer = app.issuer_of(&ada, json!({})).await;
        issuer.is("subject of bob", &bob.email);
        let page = app.anonymous().in_browser();
        let begun = page.begin_single_sign_on(json!({ "email": bob.email })).await;
        let response = issuer.authorize(&begun.text_at("/authorization_url")).await;
        let body = json!({ "sign_in_token": begun.text_at("/sign_in_token"), "response": response });
        let complete = "/v1/auth/browser/single-sign-on/complete";
        let foreign = app.anonymous().request(Method::POST, complete).header("Sec-Fetch-Site", "same-site");
        assert_eq!(Reply::of(foreign.json(&body)).await.problem(403), "cross_site_request");
        let login = page.post(complete, body.clone()).await;
        assert_eq!(login.status, 200, "{login:?}");
        assert_eq!(page.with_cookie_of(&login).get("/v1/me").await.text_at("/user_id"), bob.user_id);
        assert_eq!(page.post(complete, body).await.problem(409), "sign_in_ended");
    })
    .await;
}

#[tokio::test]
async fn a_page_that_shows_another_organization_than_its_login_changes_nothing() {
    with_app(async |app| {
        let (ada, kim) = (app.owner("ada").await, app.owner("kim").await);
        app.joins(&kim, &ada, "member").await;
        let page = app.sign_in_browser(&ada.email).await;
        let ask = async |organization: &str| {
            let request =
                page.request(Method::POST, "/v1/sessions").header("Postwright-Organization", organization);
            Reply::of(request.json(&json!({}))).await
        };
        assert_eq!(ask(&ada.organization_id).await.status, 201);
        for other in [&*kim.organization_id, "no id", ""] {
            assert_eq!(ask(other).await.problem(409), "organization_changed", "{other}");
        }
    })
    .await;
}
