//! The pages behind the links of e-mails.

use tests::{Mail, Options, with_app, with_app_of};

#[tokio::test]
async fn the_link_of_an_email_opens_a_page_that_loads_only_its_own_files() {
    let folder = tempfile::tempdir().unwrap();
    let mail = Some(Mail::Folder(folder.path().to_owned()));
    with_app_of(Options { mail, ..Options::default() }, async |app| {
        let body = serde_json::json!({ "email": "ada@example.com" });
        assert_eq!(app.anonymous().post("/v1/auth/sign-up", body).await.status, 202);
        assert_eq!(app.wait_for_count("select count(*) from email where status = 'sent'", 1).await, 1);
        let texts = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path());
        let text = texts.filter(|path| path.extension().is_some_and(|kind| kind == "txt"));
        let text = std::fs::read_to_string(text.last().unwrap()).unwrap();
        let link = text.lines().find(|line| line.starts_with(&app.base_url)).unwrap();
        let page = app.anonymous().get(link.strip_prefix(&app.base_url).unwrap()).await;
        assert_eq!(page.status, 200, "{page:?}");
        assert!(page.header("content-type").starts_with("text/html"));
        let policy = page.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        for file in ["account.js", "texts.js", "account.css"] {
            let file = app.anonymous().get(&format!("/account/{file}")).await;
            assert_eq!((file.status, file.header("x-content-type-options")), (200, "nosniff"));
        }
    })
    .await;
}

#[tokio::test]
async fn there_is_no_page_for_an_unknown_step() {
    with_app(async |app| {
        app.anonymous().get("/account/anything-else").await.problem(404);
        app.anonymous().post("/account/reset-password", serde_json::json!({})).await.problem(405);
    })
    .await;
}
