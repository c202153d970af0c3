//! Logins of browsers: which requests a cookie is accepted with, when it ends, and the modes of a person.

use reqwest::Method;
use serde_json::json;
use tests::{App, Client, PASSWORD, Reply, with_app};

use super::scopes::all_operations;

/// Requests as pages of other sites make them, and programs that say nothing. The test's server has no public URL, so only
/// Fetch Metadata can admit one.
const FOREIGN: [&[(&str, &str)]; 6] = [
    &[],
    &[("Sec-Fetch-Site", "cross-site")],
    &[("Sec-Fetch-Site", "same-site")],
    &[("Sec-Fetch-Site", "none")],
    &[("Origin", "https://evil.example")],
    &[("Sec-Fetch-Site", "same-site"), ("Origin", "https://sub.postwright.example")],
];

async fn send(app: &App, method: Method, path: &str, headers: &[(&str, &str)]) -> Reply {
    let request = app.anonymous().request(method, path);
    Reply::of(headers.iter().fold(request, |request, (name, value)| request.header(*name, *value))).await
}

#[tokio::test]
async fn no_other_sites_page_changes_anything_with_a_cookie() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let page = app.sign_in_browser(&ada.email).await;
        for operation in all_operations().iter().filter(|operation| operation.method != Method::GET) {
            let path = operation.path.replace(['{', '}'], "");
            for foreign in FOREIGN {
                let mut headers = foreign.to_vec();
                headers.push(("Cookie", page.cookie()));
                let reply = send(app, operation.method.clone(), &path, &headers).await;
                // 401 where no cookie counts, 400 to 422 where nobody has to sign in: the cookie was of no use.
                assert!(
                    operation.is_public || [401, 403].contains(&reply.status),
                    "{} {headers:?}: {reply:?}",
                    operation.id
                );
                if reply.status == 403 && !operation.is_public {
                    assert_eq!(reply.problem(403), "cross_site_request");
                }
            }
        }
        assert_eq!(page.get("/v1/me").await.text_at("/user_id"), ada.user_id);
    })
    .await;
}

#[tokio::test]
async fn the_original_routes_and_the_token_endpoint_take_no_cookie() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let page = app.sign_in_browser(&ada.email).await;
        let session = page.begin().await;
        for (method, path) in [
            (Method::POST, "/create-job-post".to_owned()),
            (Method::POST, "/job-post-chat".to_owned()),
            (Method::DELETE, format!("/job-post-session/{session}")),
            (Method::GET, format!("/job-post-session/{session}")),
        ] {
            let form =
                [("message", "A cook"), ("company_id", &ada.organization_id), ("session_id", &session)];
            let reply = Reply::of(page.request(method, &path).form(&form)).await;
            assert_eq!(reply.status, 401, "{path}: {reply:?}");
        }
        let grant = [("grant_type", "client_credentials")];
        let reply = Reply::of(page.request(Method::POST, "/v1/oauth/token").form(&grant)).await;
        assert_eq!(reply.status, 401, "{reply:?}");
        // A token beside the cookie is what counts, also a wrong one.
        let both = page.with_token("not.a.token");
        assert_eq!(both.get("/v1/me").await.status, 401);
        assert_eq!(ada.get("/v1/me").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn any_number_of_tabs_share_a_login_until_it_ends() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let page = app.sign_in_browser(&ada.email).await;
        let tabs = (0..40).map(|_| page.get("/v1/me"));
        for reply in futures_util::future::join_all(tabs).await {
            assert_eq!((reply.status, reply.text_at("/user_id")), (200, ada.user_id.clone()));
        }
        let idle = "update login set last_used_at = now() - interval '13 hours', expires_at = now() - interval '1 hour'
                     where browser_hash is not null";
        let other = app.sign_in_browser(&ada.email).await;
        let out = other.post("/v1/auth/browser/sign-out", json!({})).await;
        assert_eq!((out.status, out.header("set-cookie").contains("Max-Age=0")), (204, true), "{out:?}");
        assert_eq!(other.get("/v1/me").await.problem(401), "token_revoked");
        assert_eq!(page.get("/v1/me").await.status, 200);
        app.superuser_runs(idle).await;
        assert_eq!(page.get("/v1/me").await.problem(401), "token_revoked");
    })
    .await;
}

#[tokio::test]
async fn a_used_login_lasts_and_a_role_holds_at_once() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "admin").await;
        let page = app.sign_in_browser(&bob.email).await;
        let used = "update login set last_used_at = now() - interval '6 hours', expires_at = now() + interval '6 hours'
                     where browser_hash is not null";
        app.superuser_runs(used).await;
        assert_eq!(page.get("/v1/api-keys").await.status, 200);
        let lasting = "select count(*) from login where browser_hash is not null
                          and expires_at > now() + interval '11 hours' and last_used_at > now() - interval '1 minute'";
        assert_eq!(app.count(lasting).await, 1);
        let member = json!({ "role": "member" });
        let path = format!("/v1/members/{}", bob.user_id);
        assert_eq!(Reply::of(ada.request(Method::PATCH, &path).json(&member)).await.status, 200);
        assert_eq!(page.get("/v1/api-keys").await.status, 403);
        assert_eq!(ada.delete(&path).await.status, 204);
        assert_eq!(page.get("/v1/me").await.problem(401), "token_revoked");
    })
    .await;
}

#[tokio::test]
async fn a_fresh_sign_in_and_another_organization_replace_the_cookie() {
    with_app(async |app| {
        let (ada, kim) = (app.owner("ada").await, app.owner("kim").await);
        app.joins(&kim, &ada, "member").await;
        let page = app.sign_in_browser(&ada.email).await;
        let again = page.post("/v1/auth/browser/reauthenticate", json!({ "password": PASSWORD })).await;
        assert_eq!(again.status, 200, "{again:?}");
        assert_eq!(page.get("/v1/me").await.status, 401);
        let page = page.with_cookie_of(&again);
        let wrong = json!({ "password": "not the right password" });
        assert_eq!(page.post("/v1/auth/browser/reauthenticate", wrong).await.problem(403), "wrong_password");
        let to = json!({ "organization_id": kim.organization_id });
        let moved = page.post("/v1/auth/browser/switch-organization", to).await;
        assert_eq!(moved.text_at("/organization_id"), kim.organization_id, "{moved:?}");
        assert_eq!(page.get("/v1/me").await.status, 401);
        let page = page.with_cookie_of(&moved);
        assert_eq!(page.get("/v1/me").await.text_at("/role"), "member");
        let nowhere = json!({ "organization_id": "019a9f3e-0000-7000-8000-00000000ffff" });
        let refused = page.post("/v1/auth/browser/switch-organization", nowhere).await;
        assert_eq!(refused.problem(403), "not_a_member");
    })
    .await;
}

#[tokio::test]
async fn a_token_gets_no_cookie_and_a_page_no_token() {
    with_app(async |app| {
        let (ada, kim) = (app.owner("ada").await, app.owner("kim").await);
        app.joins(&kim, &ada, "member").await;
        let proof = json!({ "password": PASSWORD });
        let thief = ada.in_browser();
        for (path, body) in [
            ("/v1/auth/browser/switch-organization", json!({ "organization_id": kim.organization_id })),
            ("/v1/auth/browser/switch-organization", json!({ "organization_id": ada.organization_id })),
            ("/v1/auth/browser/reauthenticate", proof.clone()),
            ("/v1/auth/browser/sign-out", json!({})),
        ] {
            let refused = thief.post(path, body).await;
            assert_eq!(refused.problem(403), "another_kind_of_login", "{path}");
            assert_eq!(refused.header("set-cookie"), "");
        }
        assert_eq!(ada.get("/v1/me").await.status, 200);
        let page = app.sign_in_browser(&ada.email).await;
        assert_eq!(page.post("/v1/auth/reauthenticate", proof).await.problem(403), "another_kind_of_login");
        let here = json!({ "organization_id": ada.organization_id });
        assert_eq!(page.post("/v1/auth/browser/switch-organization", here).await.status, 422);
        assert_eq!(page.get("/v1/me").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_changed_password_ends_the_browsers_login_too() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let page = app.sign_in_browser(&ada.email).await;
        let change =
            json!({ "current_password": PASSWORD, "new_password": "slow rivers carry heavy stones" });
        assert_eq!(page.post("/v1/me/password", change).await.status, 204);
        assert_eq!(page.get("/v1/me").await.problem(401), "token_revoked");
    })
    .await;
}

#[tokio::test]
async fn a_person_acts_in_the_mode_that_the_request_names() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let page = app.sign_in_browser(&ada.email).await;
        for person in [&page, &*ada] {
            let (live, test) = (person.begin().await, person.in_mode("test").begin().await);
            let sees = async |client: &Client, session: &str| {
                client.get(&format!("/v1/sessions/{session}")).await.status
            };
            assert_eq!((sees(person, &live).await, sees(person, &test).await), (200, 404));
            let in_test = person.in_mode("test");
            assert_eq!((sees(&in_test, &live).await, sees(&in_test, &test).await), (404, 200));
            assert_eq!(in_test.get("/v1/me").await.at("/livemode"), false);
            assert_eq!(sees(&person.in_mode("live"), &live).await, 200);
        }
        assert_eq!(page.in_mode("sandbox").get("/v1/me").await.problem(400), "unknown_mode");
        let key = app.test_key(&ada, &["sessions:read"]).await;
        assert_eq!(key.in_mode("test").get("/v1/sessions").await.status, 200);
        assert_eq!(key.in_mode("live").get("/v1/sessions").await.problem(403), "mode_of_key");
    })
    .await;
}

#[tokio::test]
async fn the_database_has_no_secret_of_a_cookie() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let page = app.sign_in_browser(&ada.email).await;
        let secret = page.cookie().split_once('=').unwrap().1;
        assert_eq!(secret.len(), 64, "an organization and 256 bits");
        let hashes =
            "select count(*) from login where browser_hash is not null and length(browser_hash) = 32";
        assert_eq!(app.count(hashes).await, 1);
        let plain = format!("select count(*) from login l where to_jsonb(l)::text like '%{secret}%'");
        let found: i64 =
            sqlx::query_scalar(sqlx::AssertSqlSafe(plain)).fetch_one(app.superuser()).await.unwrap();
        assert_eq!(found, 0);
        for other in [secret.to_lowercase(), secret[1..].to_owned(), "x".repeat(64), String::new()] {
            let headers = [("Cookie", format!("postwright={other}"))];
            let headers = headers.each_ref().map(|(name, value)| (*name, value.as_str()));
            assert_eq!(send(app, Method::GET, "/v1/me", &headers).await.status, 401, "{other}");
        }
    })
    .await;
}
