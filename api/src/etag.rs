//! Entity tags for conditional requests (RFC 9110, section 13).

/// A tag as the value of `ETag`.
pub fn quoted(tag: &str) -> String {
    format!("\"{tag}\"")
}

/// Whether `If-None-Match` names this tag, so that the response is 304. Weak comparison (section 13.1.2).
pub fn none_match_names(if_none_match: Option<&str>, tag: &str) -> bool {
    if_none_match.is_some_and(|header| is_any(header) || tags(header).any(|listed| listed.opaque == tag))
}

/// The tags of `If-Match`, one of which must be current; none when every tag will do. Strong comparison (section
/// 13.1.1): weak and malformed tags match nothing.
pub fn required_tags(if_match: Option<&str>) -> Option<Vec<&str>> {
    let header = if_match.filter(|header| !is_any(header))?;
    Some(tags(header).filter(|tag| !tag.is_weak).map(|tag| tag.opaque).collect())
}

fn is_any(header: &str) -> bool {
    header.trim() == "*"
}

struct Tag<'a> {
    is_weak: bool,
    opaque: &'a str,
}

/// The tags of a list, up to the first that is malformed. A comma within the quotes belongs to the tag.
fn tags(mut rest: &str) -> impl Iterator<Item = Tag<'_>> {
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
    fn if_none_match_compares_weakly() {
        for header in [r#""b""#, r#"W/"b""#, r#""a", W/"b""#, r#" "a" ,"b" , "c""#, "*", r#"W/"a,c",, "b""#] {
            assert!(none_match_names(Some(header), "b"), "{header}");
        }
        for header in [r#""a""#, "", "b", r#""a, b""#, r#""b"#, r#"*, "c""#, r#"w/"b""#] {
            assert!(!none_match_names(Some(header), "b"), "{header}");
        }
        assert!(!none_match_names(None, "b") && none_match_names(Some(r#""a,b""#), "a,b"));
    }

    #[test]
    fn if_match_compares_strongly() {
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
            assert_eq!(required_tags(Some(header)).as_deref(), Some(tags), "{header}");
        }
        assert_eq!((required_tags(Some(" * ")), required_tags(None)), (None, None));
    }
}
