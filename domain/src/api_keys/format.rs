//! The text format of API keys: `pw_live_<id>_<secret>`, or `pw_test_…` for test mode. The secret names the organization.

use entity::id::ApiKeyId;
use secrecy::SecretString;

use crate::auth::RandomSecret;

const LIVE: &str = "pw_live_";
const TEST: &str = "pw_test_";

/// The parts of a key's text, not yet checked against the database.
pub(super) struct KeyText {
    pub livemode: bool,
    pub id: ApiKeyId,
    pub secret: RandomSecret,
}

impl KeyText {
    /// Whether the bearer is meant to be an API key, not an access token.
    pub fn looks_like_one(bearer: &str) -> bool {
        bearer.starts_with("pw_")
    }

    pub fn read(text: &str) -> Option<Self> {
        let live = text.strip_prefix(LIVE).map(|rest| (true, rest));
        let (livemode, rest) = live.or_else(|| text.strip_prefix(TEST).map(|rest| (false, rest)))?;
        let (id, secret) = rest.split_once('_')?;
        // Only the canonical form of the id is accepted.
        let id = id.parse().ok().filter(|parsed: &ApiKeyId| parsed.0.simple().to_string() == id)?;
        Some(Self { livemode, id, secret: RandomSecret::received(secret.into()) })
    }

    pub fn write(&self) -> SecretString {
        let mode = if self.livemode { LIVE } else { TEST };
        format!("{mode}{}_{}", self.id.0.simple(), self.secret.expose()).into()
    }
}

#[cfg(test)]
mod tests {
    use entity::id::OrganizationId;
    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn a_key_reads_as_it_was_written() {
        let written = KeyText {
            livemode: false,
            id: ApiKeyId::new(),
            secret: RandomSecret::new(OrganizationId::new()).unwrap(),
        };
        let text = written.write();
        let read = KeyText::read(text.expose_secret()).unwrap();
        assert_eq!((read.livemode, read.id), (false, written.id));
        assert!(read.secret.is_of(&written.secret.hash()));
        assert_eq!(read.secret.organization(), written.secret.organization());
        assert!(!RandomSecret::new(OrganizationId::new()).unwrap().is_of(&written.secret.hash()));
    }

    #[test]
    fn anything_else_is_no_key() {
        for text in ["", "pw_", "pw_live_", "pw_live_x_y", "pw_prod_019a9f3e00007000800000000000000a_x"] {
            assert!(KeyText::read(text).is_none(), "{text}");
        }
        assert!(KeyText::read("pw_live_019a9f3e-0000-7000-8000-00000000000a_x").is_none());
        assert!(KeyText::read("pw_live_019A9F3E00007000800000000000000A_x").is_none());
        assert!(KeyText::read("pw_live_019a9f3e00007000800000000000000a_x_y").is_some());
    }
}
