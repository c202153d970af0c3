//! What an e-mail says: subject, text, link and note, in one language.

use domain::accounts::is_hidden;
use domain::emails::{EmailKind, LinkToken, Text};
use job_post::Language;

use super::phrases::phrase;

/// Begins and ends text that people wrote, within the text of the e-mail: Unicode's isolates, so that it does not turn the
/// direction of what follows. HTML has an element for it.
pub const ISOLATE: char = '\u{2068}';
pub const END_OF_ISOLATE: char = '\u{2069}';
/// The longest name that is shown, in characters.
const LONGEST_NAME: usize = 100;

/// An e-mail before it is laid out as plain text and as HTML.
#[derive(Debug, PartialEq)]
pub struct Content {
    pub language: Language,
    pub subject: String,
    pub text: String,
    pub link: Option<Link>,
    /// What to do at once if the recipient did not do this. It comes before the link, which serves that.
    pub warning: Option<String>,
    /// What to do if the recipient did not expect this.
    pub note: Option<String>,
}

#[derive(Debug, PartialEq)]
pub struct Link {
    pub url: String,
    pub action: String,
    /// How long it works; absent without a token.
    pub validity: Option<String>,
}

/// The parts of an e-mail that depend on its kind.
struct Parts<'a> {
    kind: &'static str,
    /// Names and addresses, and the role.
    values: Vec<(&'static str, String)>,
    link: Option<Target<'a>>,
    note: Option<&'static str>,
}

/// Where a link leads.
enum Target<'a> {
    /// To a page that uses its token.
    Step(Page, &'a LinkToken),
    /// To the page where people ask for a new password.
    NewPassword,
}

/// The page that a link opens, and the text of its validity.
type Page = (&'static str, &'static str);

const COMPLETE_SIGN_UP: Page = ("complete-sign-up", "valid-day");
const ACCEPT_INVITATION: Page = ("accept-invitation", "valid-week");
const RESET_PASSWORD: Page = ("reset-password", "valid-hour");
const CONFIRM_EMAIL: Page = ("confirm-email", "valid-day");
const VERIFY_DOMAIN: Page = ("verify-domain", "valid-day");
const IGNORE: Option<&str> = Some("note-ignore");
const INVITATION: Option<&str> = Some("note-invitation");
const ALERT: Option<&str> = Some("note-alert");
const ADMIN: Option<&str> = Some("note-admin");

impl Content {
    /// `public_url` is the API's address, to which the link leads.
    pub fn new(text: &Text, language: Language, public_url: &str) -> Self {
        let Parts { kind, values, link, note } = parts(text, language);
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let say = |part: &str| phrase(language, &format!("{kind}-{part}"), &values);
        let page = |name: &str| format!("{}/account/{name}", public_url.trim_end_matches('/'));
        let link = link.map(|target| match target {
            // The token is in the fragment, which browsers do not send: it reaches no log.
            Target::Step((name, validity), token) => Link {
                url: format!("{}#token={}", page(name), token.expose()),
                action: say("action"),
                validity: Some(phrase(language, validity, &[])),
            },
            Target::NewPassword => Link {
                url: page("request-password-reset"),
                action: phrase(language, "new-password", &[]),
                validity: None,
            },
        });
        let subject = say("subject").replace([ISOLATE, END_OF_ISOLATE], "");
        let (warning, note) = if note == ALERT || note == ADMIN { (note, None) } else { (None, note) };
        let [warning, note] = [warning, note].map(|key| key.map(|key| phrase(language, key, &[])));
        Self { language, subject, text: say("text"), link, warning, note }
    }
}

fn parts(text: &Text, language: Language) -> Parts<'_> {
    let kind = match text {
        Text::Of(kind) => kind,
        Text::AccountExists => {
            let link = Some(Target::NewPassword);
            return Parts { kind: "account-exists", values: Vec::new(), link, note: IGNORE };
        }
    };
    let role_name = |role: &str| phrase(language, &format!("role-{role}"), &[]);
    let (values, link, note) = match kind {
        EmailKind::CompleteSignUp { token } => (vec![], Some(Target::Step(COMPLETE_SIGN_UP, token)), IGNORE),
        EmailKind::Invitation { token, organization_name, role, invited_by } => {
            let values = vec![
                ("organization", shown(organization_name)),
                ("role", role_name(role)),
                ("inviter", shown(invited_by)),
            ];
            (values, Some(Target::Step(ACCEPT_INVITATION, token)), INVITATION)
        }
        EmailKind::MemberRemoved { organization_name }
        | EmailKind::OrganizationDeletionCancelled { organization_name } => {
            (vec![("organization", shown(organization_name))], None, None)
        }
        EmailKind::InvitationAccepted { organization_name, name, email } => {
            let values = vec![
                ("organization", shown(organization_name)),
                ("name", shown(name)),
                ("email", isolated(email)),
            ];
            (values, None, None)
        }
        EmailKind::PasswordReset { token } => (vec![], Some(Target::Step(RESET_PASSWORD, token)), IGNORE),
        EmailKind::PasswordChanged
        | EmailKind::SecondFactorAdded
        | EmailKind::SecondFactorRemoved
        | EmailKind::RecoveryCodeUsed
        | EmailKind::RecoveryCodesReplaced => (vec![], Some(Target::NewPassword), ALERT),
        EmailKind::ConfirmEmail { token } => (vec![], Some(Target::Step(CONFIRM_EMAIL, token)), IGNORE),
        EmailKind::EmailChangeRequested { new_email } => {
            (vec![("email", isolated(new_email))], Some(Target::NewPassword), ALERT)
        }
        // The old address gets no link for a new password any more.
        EmailKind::EmailChanged { new_email } => (vec![("email", isolated(new_email))], None, ADMIN),
        EmailKind::RoleChanged { organization_name, role } => {
            (vec![("organization", shown(organization_name)), ("role", role_name(role))], None, None)
        }
        EmailKind::VerifyDomain { token, organization_name, domain } => {
            let values = vec![("organization", shown(organization_name)), ("domain", isolated(domain))];
            (values, Some(Target::Step(VERIFY_DOMAIN, token)), IGNORE)
        }
        EmailKind::OrganizationDeletionRequested { organization_name, requested_by, due_on } => {
            let values = vec![
                ("organization", shown(organization_name)),
                ("requester", shown(requested_by)),
                ("day", isolated(due_on)),
            ];
            (values, None, None)
        }
        EmailKind::AccountDeleted => (vec![], None, None),
        EmailKind::OwnershipReceived { organization_name, given_by } => {
            (vec![("organization", shown(organization_name)), ("giver", shown(given_by))], None, None)
        }
    };
    Parts { kind: kind.name(), values, link, note }
}

/// A name as people see it: one line, no characters that hide or turn text, and nothing that mail programs make a link of.
fn shown(name: &str) -> String {
    let name: String = name.chars().filter(|letter| !is_hidden(*letter)).take(LONGEST_NAME).collect();
    isolated(&unlinked(&name))
}

/// Breaks what looks like an address of the web or of e-mail: somebody who names an organization writes no links to others.
fn unlinked(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let joins = |at: usize| {
        let beside = |at: Option<&char>| at.is_some_and(|letter| letter.is_alphanumeric());
        matches!(letters[at], '.' | '@')
            && beside(letters.get(at.wrapping_sub(1)))
            && beside(letters.get(at + 1))
    };
    let mut plain = String::new();
    for (at, letter) in letters.iter().enumerate() {
        match letter {
            '.' | '@' if joins(at) => plain.extend([*letter, ' ']),
            ':' if letters.get(at + 1) == Some(&'/') => plain.push(' '),
            other => plain.push(*other),
        }
    }
    plain
}

fn isolated(text: &str) -> String {
    format!("{ISOLATE}{text}{END_OF_ISOLATE}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn removed(organization_name: &str) -> Content {
        let kind = EmailKind::MemberRemoved { organization_name: organization_name.to_owned() };
        Content::new(&Text::Of(kind), Language::English, "https://api.example.com/")
    }

    #[test]
    fn a_name_cannot_add_lines_or_turn_the_text() {
        let content = removed(
            "Papaya\r\nBcc: all@example.com\u{202e}\u{200b}\u{feff}\u{2069}\u{3164}\u{2800}\u{e0041}",
        );
        assert_eq!(content.subject, "You are no longer a member of PapayaBcc: all@ example. com");
        assert_eq!(content.text.matches(END_OF_ISOLATE).count(), 1);
        assert!(removed(&"x".repeat(500)).subject.len() < 150);
    }

    #[test]
    fn a_name_is_no_link() {
        for (name, expected) in [
            ("https://evil.example/x", "https //evil. example/x"),
            ("Win at www.evil.example", "Win at www. evil. example"),
            ("Papaya Inc. & Sons", "Papaya Inc. & Sons"),
            ("Müller/Söhne: Bau", "Müller/Söhne: Bau"),
            (".NET Foundation", ".NET Foundation"),
        ] {
            assert_eq!(unlinked(name), expected);
        }
    }

    #[test]
    fn every_language_writes_every_kind() {
        for language in Language::ALL {
            let content = Content::new(&Text::AccountExists, language, "https://api.example.com");
            let link = content.link.unwrap();
            assert_eq!(link.url, "https://api.example.com/account/request-password-reset");
            assert!(link.validity.is_none() && content.note.is_some());
            for role in ["owner", "admin", "member", "viewer"] {
                let kind = EmailKind::RoleChanged { organization_name: "Papaya".into(), role: role.into() };
                let content = Content::new(&Text::Of(kind), language, "https://api.example.com");
                assert!(content.text.contains("Papaya") && !content.text.contains('{'), "{content:?}");
            }
        }
    }
}
