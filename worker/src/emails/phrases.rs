//! The texts of e-mails, in each language: Fluent files in `worker/phrases`.

use job_post::{Language, catalog};

catalog!("../../phrases");

/// The text of a key with its values.
pub fn phrase(language: Language, key: &str, values: &[(&str, &str)]) -> String {
    CATALOG.text(language, key, values)
}

#[cfg(test)]
pub mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The kinds of e-mails, and whether they have a link.
    pub const KINDS: [(&str, bool); 20] = [
        ("account-deleted", false),
        ("account-exists", false),
        ("complete-sign-up", true),
        ("confirm-email", true),
        ("email-change-requested", false),
        ("email-changed", false),
        ("invitation", true),
        ("invitation-accepted", false),
        ("member-removed", false),
        ("organization-deletion-cancelled", false),
        ("organization-deletion-requested", false),
        ("ownership-received", false),
        ("password-changed", false),
        ("password-reset", true),
        ("recovery-code-used", false),
        ("recovery-codes-replaced", false),
        ("role-changed", false),
        ("second-factor-added", false),
        ("second-factor-removed", false),
        ("verify-domain", true),
    ];
    const OTHERS: [&str; 14] = [
        "copy-link",
        "footer",
        "new-password",
        "note-admin",
        "note-alert",
        "note-ignore",
        "note-invitation",
        "role-admin",
        "role-member",
        "role-owner",
        "role-viewer",
        "valid-day",
        "valid-hour",
        "valid-week",
    ];

    #[test]
    fn every_language_has_every_text() {
        let of_kind = |(kind, has_link): (&str, bool)| {
            let parts: &[&str] = if has_link { &["subject", "text", "action"] } else { &["subject", "text"] };
            parts.iter().map(move |part| format!("{kind}-{part}")).collect::<Vec<_>>()
        };
        let keys: BTreeSet<String> =
            KINDS.into_iter().flat_map(of_kind).chain(OTHERS.map(str::to_owned)).collect();
        let faults = catalog::faults(FILES, &keys);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
