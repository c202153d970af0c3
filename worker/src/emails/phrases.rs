//! The texts of e-mails, in each language: Fluent files in `worker/phrases`.

use std::sync::LazyLock;

use job_post::{
    Language,
    catalog::{Catalog, Files},
};

/// In the order of [`Language::ALL`].
const FILES: Files = [
    include_str!("../../phrases/en.ftl"),
    include_str!("../../phrases/de.ftl"),
    include_str!("../../phrases/fr.ftl"),
    include_str!("../../phrases/es.ftl"),
    include_str!("../../phrases/ar.ftl"),
];

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::of(FILES));

/// The text of a key with its values.
pub fn phrase(language: Language, key: &str, values: &[(&str, &str)]) -> String {
    CATALOG.text(language, key, values)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use job_post::catalog;

    use super::*;

    /// The kinds of e-mails, and whether they have a link.
    const KINDS: [(&str, bool); 16] = [
        ("account-deleted", false),
        ("account-exists", false),
        ("already-member", false),
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
        ("role-changed", false),
    ];
    const OTHERS: [&str; 11] = [
        "copy-link",
        "footer",
        "note-alert",
        "note-ignore",
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
