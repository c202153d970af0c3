//! The header `Prefer` (RFC 7240): how long the caller would wait.

use std::time::Duration;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preference {
    /// For the turn's end, already cut to the limit.
    pub wait: Option<Duration>,
    respond_async: bool,
}

impl Preference {
    /// What can be honoured of the header; everything else in it is ignored, as the RFC wants.
    pub fn read(header: Option<&str>, limit: Duration) -> Self {
        let mut preference = Self::default();
        for wish in header.unwrap_or_default().split([',', ';']).map(str::trim) {
            let (name, value) = wish.split_once('=').unwrap_or((wish, ""));
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
        Preference::read(Some(header), Duration::from_secs(30)).applied()
    }

    #[test]
    fn a_wish_is_honoured_within_the_limit() {
        assert_eq!(applied("wait=10").as_deref(), Some("wait=10"));
        assert_eq!(applied("Wait = \"600\"").as_deref(), Some("wait=30"));
        assert_eq!(applied("respond-async, wait=5").as_deref(), Some("wait=5"));
        assert_eq!(applied("respond-async").as_deref(), Some("respond-async"));
    }

    #[test]
    fn what_is_not_understood_is_ignored() {
        for header in ["", "wait", "wait=-1", "wait=soon", "return=minimal"] {
            assert_eq!(applied(header), None, "{header}");
        }
        assert_eq!(Preference::read(None, Duration::ZERO), Preference::default());
    }
}
