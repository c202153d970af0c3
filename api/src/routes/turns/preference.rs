//! The header `Prefer` (RFC 7240): how long the caller waits for a turn.

use std::time::Duration;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preference {
    /// The wait for the turn's end, within the server's limit.
    pub wait: Option<Duration>,
    respond_async: bool,
}

impl Preference {
    /// The supported preferences of the header. All others are ignored, as the RFC demands.
    pub fn parse(header: Option<&str>, limit: Duration) -> Self {
        let mut preference = Self::default();
        for item in header.unwrap_or_default().split([',', ';']).map(str::trim) {
            let (name, value) = item.split_once('=').unwrap_or((item, ""));
            match name.trim().to_ascii_lowercase().as_str() {
                "respond-async" => preference.respond_async = true,
                "wait" if preference.wait.is_none() => {
                    let seconds = value.trim().trim_matches('"').parse().ok();
                    preference.wait = seconds.map(|seconds| Duration::from_secs(seconds).min(limit));
                }
                _ => {}
            }
        }
        preference
    }

    /// The value of `Preference-Applied`.
    pub fn applied(&self) -> Option<String> {
        match (self.wait, self.respond_async) {
            (Some(wait), _) => Some(format!("wait={}", wait.as_secs())),
            (None, true) => Some("respond-async".to_owned()),
            (None, false) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(header: &str) -> Option<String> {
        Preference::parse(Some(header), Duration::from_secs(30)).applied()
    }

    #[test]
    fn a_wait_is_applied_within_the_limit() {
        assert_eq!(applied("wait=10").as_deref(), Some("wait=10"));
        assert_eq!(applied("Wait = \"600\"").as_deref(), Some("wait=30"));
        assert_eq!(applied("respond-async, wait=5").as_deref(), Some("wait=5"));
        assert_eq!(applied("respond-async").as_deref(), Some("respond-async"));
    }

    #[test]
    fn unknown_and_malformed_preferences_are_ignored() {
        for header in ["", "wait", "wait=-1", "wait=soon", "return=minimal"] {
            assert_eq!(applied(header), None, "{header}");
        }
        assert_eq!(Preference::parse(None, Duration::ZERO), Preference::default());
    }
}
