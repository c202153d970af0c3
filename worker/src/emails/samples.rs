//! Every kind of e-mail in every language, written as the worker does. To look at them, name a folder that exists:
//! `EMAIL_SAMPLES=folder cargo test -p worker samples`.

use std::collections::BTreeSet;
use std::path::Path;

use domain::emails::{EmailKind, LinkToken, Text};
use job_post::Language;

use super::content::Content;
use super::{html, phrases, plain};

/// As long as a real one.
const TOKEN: &str = r#""AZ2sB0ZkcHe6vV8J1mQ2bgTnqK7rX5wYcE3uLhD9sPoAiGfNjM4zRtWxQyUvBkLe""#;

fn token() -> LinkToken {
    serde_json::from_str(TOKEN).unwrap()
}

/// One e-mail of each kind, with the kind's name.
fn samples() -> Vec<(&'static str, Text)> {
    let organization_name = "Papaya Trading & Söhne".to_owned();
    let (person, new_email) = ("Amina Haddad".to_owned(), "amina.haddad@papaya.example".to_owned());
    let kinds = [
        EmailKind::CompleteSignUp { token: token() },
        EmailKind::Invitation {
            token: token(),
            organization_name: organization_name.clone(),
            role: "admin".to_owned(),
            invited_by: person.clone(),
        },
        EmailKind::InvitationAccepted {
            organization_name: organization_name.clone(),
            name: "Samir (Sam) Khoury".to_owned(),
            email: "samir@papaya.example".to_owned(),
        },
        EmailKind::PasswordReset { token: token() },
        EmailKind::PasswordChanged,
        EmailKind::SecondFactorAdded,
        EmailKind::SecondFactorRemoved,
        EmailKind::RecoveryCodeUsed,
        EmailKind::RecoveryCodesReplaced,
        EmailKind::AccountDeleted,
        EmailKind::ConfirmEmail { token: token() },
        EmailKind::EmailChangeRequested { new_email: new_email.clone() },
        EmailKind::EmailChanged { new_email },
        EmailKind::RoleChanged { organization_name: organization_name.clone(), role: "viewer".to_owned() },
        EmailKind::MemberRemoved { organization_name: organization_name.clone() },
        EmailKind::VerifyDomain {
            token: token(),
            organization_name: organization_name.clone(),
            domain: "papaya.example".to_owned(),
        },
        EmailKind::OrganizationDeletionRequested {
            organization_name: organization_name.clone(),
            requested_by: person.clone(),
            due_on: "2026-12-05".to_owned(),
        },
        EmailKind::OrganizationDeletionCancelled { organization_name: organization_name.clone() },
        EmailKind::OwnershipReceived { organization_name, given_by: person },
    ];
    let named = kinds.into_iter().map(|kind| (kind.name(), Text::Of(kind)));
    named.chain([("account-exists", Text::AccountExists)]).collect()
}

#[test]
fn every_kind_is_complete_in_every_language() {
    let named: BTreeSet<_> = samples().iter().map(|(name, _)| *name).collect();
    assert_eq!(named, phrases::tests::KINDS.map(|(name, _)| name).into(), "a kind has no sample");
    let folder = std::env::var("EMAIL_SAMPLES").ok();
    for language in Language::ALL {
        for (name, text) in samples() {
            let content = Content::new(&text, language, "https://api.example.com");
            let (html, plain) = (html::write(&content), plain::write(&content));
            assert!(!html.contains("{ $") && !plain.contains("{ $"), "{name}: {plain}");
            let link = content.link.as_ref().map_or("", |link| &link.url);
            assert!(html.contains(link) && plain.contains(link), "{name}: {plain}");
            if let Some(folder) = &folder {
                let file = Path::new(folder).join(format!("{}-{name}", language.code()));
                std::fs::write(file.with_extension("html"), html).unwrap();
                std::fs::write(file.with_extension("txt"), plain).unwrap();
            }
        }
    }
}
