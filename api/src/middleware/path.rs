//! A request's path as the log shows it.

use std::borrow::Cow;

/// Twice the longest path of ours.
const LONGEST: usize = 256;

/// The path, cut when it is longer than any of ours: whoever asks decides what it says, but not how much of the log it
/// takes.
pub fn loggable(path: &str) -> Cow<'_, str> {
    match &path[..path.floor_char_boundary(LONGEST)] {
        whole if whole.len() == path.len() => path.into(),
        beginning => format!("{beginning}… ({} bytes)", path.len()).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_long_path_is_cut() {
        let ours = format!("/v1/sessions/{0}/turns/{0}/cancel", uuid::Uuid::nil());
        assert_eq!(loggable(&ours), ours);
        assert_eq!(loggable(&"a".repeat(LONGEST)), "a".repeat(LONGEST));
        assert_eq!(loggable(&"a".repeat(20_000)), format!("{}… (20000 bytes)", "a".repeat(LONGEST)));
        let letters = format!("/{}", "ä".repeat(LONGEST));
        assert_eq!(loggable(&letters), format!("/{}… (513 bytes)", "ä".repeat(127)));
    }
}
