//! Conditional requests (RFC 9110, section 13): entity tags in headers.

/// A tag as `ETag` carries it.
pub fn quoted(tag: &str) -> String {
    format!("\"{tag}\"")
}

/// Whether `If-None-Match` names this tag, so that the caller has it already. Weak comparison.
pub fn is_known(if_none_match: Option<&str>, tag: &str) -> bool {
    if_none_match
        .is_some_and(|list| list.split(',').map(str::trim).any(|known| known == "*" || bare(known) == tag))
}

/// The tag that `If-Match` demands; none when any will do.
pub fn demanded(if_match: Option<&str>) -> Option<&str> {
    // A weak tag keeps its prefix and so matches nothing, as it must.
    if_match.map(str::trim).filter(|tag| *tag != "*").map(|tag| tag.trim_matches('"'))
}

fn bare(tag: &str) -> &str {
    tag.strip_prefix("W/").unwrap_or(tag).trim_matches('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_compared_as_the_rfc_says() {
        assert!(is_known(Some(r#""a", W/"b""#), "b"));
        assert!(is_known(Some("*"), "b"));
        assert!(!is_known(Some(r#""a""#), "b") && !is_known(None, "b"));
        assert_eq!(demanded(Some(r#""a""#)), Some("a"));
        assert_eq!((demanded(Some("*")), demanded(None)), (None, None));
        assert_ne!(demanded(Some(r#"W/"a""#)), Some("a"));
    }
}
