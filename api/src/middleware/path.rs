//! A request's path in log lines.

use std::borrow::Cow;

/// Twice the longest path of the API.
const MAX_LENGTH: usize = 256;

/// The path, cut at a length that no path of the API has, so that callers cannot flood the log.
pub fn loggable(path: &str) -> Cow<'_, str> {
    match &path[..path.floor_char_boundary(MAX_LENGTH)] {
        whole if whole.len() == path.len() => path.into(),
        begin => format!("{begin}… ({} bytes)", path.len()).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_long_path_is_cut() {
        let longest = format!("/v1/sessions/{0}/turns/{0}/cancel", uuid::Uuid::nil());
        assert_eq!(loggable(&longest), longest);
        assert_eq!(loggable(&"a".repeat(MAX_LENGTH)), "a".repeat(MAX_LENGTH));
        assert_eq!(loggable(&"a".repeat(20_000)), format!("{}… (20000 bytes)", "a".repeat(MAX_LENGTH)));
        let letters = format!("/{}", "ä".repeat(MAX_LENGTH));
        assert_eq!(loggable(&letters), format!("/{}… (513 bytes)", "ä".repeat(127)));
    }
}
