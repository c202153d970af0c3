//! Conditional requests (RFC 9110, section 13): entity tags in headers.

/// A tag as `ETag` carries it.
pub fn quoted(tag: &str) -> String {
    format!("\"{tag}\"")
}

/// Whether `If-None-Match` names this tag, so that the caller has it already. Weak comparison (section 13.1.2).
pub fn is_known(if_none_match: Option<&str>, tag: &str) -> bool {
    if_none_match.is_some_and(|header| is_any(header) || listed(header).any(|known| known.opaque == tag))
}

/// The tags of which `If-Match` demands one; none when any will do. Strong comparison (section 13.1.1): a weak tag
/// matches nothing, and neither does what is no tag.
pub fn demanded(if_match: Option<&str>) -> Option<Vec<&str>> {
    let header = if_match.filter(|header| !is_any(header))?;
    Some(listed(header).filter(|tag| !tag.is_weak).map(|tag| tag.opaque).collect())
}

fn is_any(header: &str) -> bool {
    header.trim() == "*"
}

struct Tag<'a> {
    is_weak: bool,
    opaque: &'a str,
}

/// The tags of a list, up to the first thing that is none. A comma between the quotes belongs to the tag.
fn listed(mut rest: &str) -> impl Iterator<Item = Tag<'_>> {
    std::iter::from_fn(move || {
        let tag = rest.trim_start_matches([' ', '\t', ',']);
        let strong = tag.strip_prefix("W/");
        let (opaque, after) = strong.unwrap_or(tag).strip_prefix('"')?.split_once('"')?;
        rest = after;
        Some(Tag { is_weak: strong.is_some(), opaque })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_weak_or_strong() {
        for header in [r#""b""#, r#"W/"b""#, r#""a", W/"b""#, r#" "a" ,"b" , "c""#, "*", r#"W/"a,c",, "b""#] {
            assert!(is_known(Some(header), "b"), "{header}");
        }
        for header in [r#""a""#, "", "b", r#""a, b""#, r#""b"#, r#"*, "c""#, r#"w/"b""#] {
            assert!(!is_known(Some(header), "b"), "{header}");
        }
        assert!(!is_known(None, "b") && is_known(Some(r#""a,b""#), "a,b"));
    }

    #[test]
    fn only_a_strong_tag_can_be_demanded() {
        let cases: [(&str, &[&str]); 8] = [
            (r#""a""#, &["a"]),
            (r#""a", "b""#, &["a", "b"]),
            (r#""a","b,c" , W/"d""#, &["a", "b,c"]),
            (r#"W/"a""#, &[]),
            (r#""""#, &[""]),
            (r#""a", b, "c""#, &["a"]),
            ("a", &[]),
            ("", &[]),
        ];
        for (header, tags) in cases {
            assert_eq!(demanded(Some(header)).as_deref(), Some(tags), "{header}");
        }
        assert_eq!((demanded(Some(" * ")), demanded(None)), (None, None));
    }
}
