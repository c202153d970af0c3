//! What people find in their mailbox: e-mails in a folder, as in development.

use std::path::Path;

use domain::accounts::EmailAddress;
use serde_json::json;
use tests::{App, Mail, Options, PASSWORD, wait_until, with_app_of};

/// The e-mails to an address, oldest first: text and HTML.
fn emails(folder: &Path, address: &str) -> Vec<[String; 2]> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|kind| kind == "txt")).collect();
    files.sort();
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    let both = files.iter().map(|path| [read(path), read(&path.with_extension("html"))]);
    both.filter(|[text, _]| text.contains(&format!("\nTo: {address}\n"))).collect()
}

async fn wait_for(folder: &Path, address: &str, count: usize) -> Vec<[String; 2]> {
    let address = EmailAddress::parse(address).unwrap().to_string();
    let condition = format!("{count} e-mails to {address}");
    wait_until(&condition, async || emails(folder, &address).len() >= count).await;
    emails(folder, &address)
}

async fn with_folder(test: impl AsyncFnOnce(&App, &Path)) {
    let folder = tempfile::tempdir().unwrap();
    let mail = Some(Mail::Folder(folder.path().join("emails")));
    with_app_of(Options { mail, ..Options::default() }, async |app| {
        test(app, &folder.path().join("emails")).await;
    })
    .await;
}

fn token(text: &str) -> &str {
    let rest = text.split_once("#token=").unwrap_or_else(|| panic!("no link in {text}")).1;
    rest.split_whitespace().next().unwrap()
}

#[tokio::test]
async fn a_person_signs_up_and_resets_the_password_with_what_is_in_their_mailbox() {
    with_folder(async |app, folder| {
        let anonymous = app.anonymous();
        let body = json!({ "email": "ada@example.com", "language": "de" });
        assert_eq!(anonymous.post("/v1/auth/sign-up", body).await.status, 202);
        let [text, html] = wait_for(folder, "ada@example.com", 1).await.remove(0);
        assert!(text.contains("Subject: Schließen Sie Ihre Registrierung bei Postwright ab"), "{text}");
        assert!(text.contains(&format!("{}/account/complete-sign-up#token=", app.base_url)), "{text}");
        assert!(html.contains(token(&text)) && html.contains(r#"<html lang="de" dir="ltr">"#), "{html}");
        let body = json!({ "token": token(&text), "organization_name": "Papaya", "name": "Ada", "language": "de",
                           "password": PASSWORD });
        assert_eq!(anonymous.post("/v1/auth/complete-sign-up", body).await.status, 201);

        let body = json!({ "email": "ada@example.com" });
        assert_eq!(anonymous.post("/v1/auth/request-password-reset", body).await.status, 202);
        let [text, _] = wait_for(folder, "ada@example.com", 2).await.remove(1);
        assert!(text.contains("Subject: Neues Passwort für Postwright setzen"), "{text}");
        let body = json!({ "token": token(&text), "password": "lantern gravel mint seventy" });
        assert_eq!(anonymous.post("/v1/auth/reset-password", body).await.status, 204);
        let [text, _] = wait_for(folder, "ada@example.com", 3).await.remove(2);
        assert!(text.contains("Subject: Ihr Postwright-Passwort wurde geändert"), "{text}");
        assert_eq!(app.wait_for_count("select count(*) from email where status = 'sent'", 3).await, 3);
        assert_eq!(app.count("select count(*) from email where payload is not null").await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_address_with_an_account_gets_a_note_and_one_without_gets_no_reset() {
    with_folder(async |app, folder| {
        let owner = json!({ "email": "ada@example.com" });
        for count in 1..=2 {
            assert_eq!(app.anonymous().post("/v1/auth/sign-up", owner.clone()).await.status, 202);
            let [text, _] = wait_for(folder, "ada@example.com", count).await.remove(count - 1);
            match count {
                1 => assert_eq!(app.anonymous().complete_sign_up(token(&text), "ada").await.status, 201),
                _ => {
                    assert!(
                        text.contains("Subject: This address has a Postwright account already"),
                        "{text}"
                    );
                    assert!(!text.contains("#token="), "{text}");
                }
            }
        }
        let body = json!({ "email": "nobody@example.com" });
        assert_eq!(app.anonymous().post("/v1/auth/request-password-reset", body).await.status, 202);
        assert_eq!(app.wait_for_count("select count(*) from email where status = 'sent'", 3).await, 3);
        assert_eq!(emails(folder, "nobody@example.com").len(), 0);
        assert_eq!(super::sign_in(app, "ada@example.com", PASSWORD).await.status, 200);
    })
    .await;
}
