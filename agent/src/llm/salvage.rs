//! Recovers the updates of an answer that was cut off at the token limit.

use serde_json::Value;

use super::json_text::{first_with_length, without_thoughts};

/// The complete updates; `None` if there is none.
pub(super) fn salvaged(text: &str) -> Option<Vec<Value>> {
    let text = without_thoughts(text);
    let list = &text[text.find("\"updates\"")?..];
    let mut rest = &list[list.find('[')? + 1..];
    let mut updates = Vec::new();
    while let Some(update) = first_object(&mut rest) {
        updates.push(update);
    }
    (!updates.is_empty()).then_some(updates)
}

/// Removes and returns the first complete object of a list.
fn first_object(rest: &mut &str) -> Option<Value> {
    *rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    if !rest.starts_with('{') {
        return None;
    }
    let (value, end) = first_with_length(rest)?;
    *rest = &rest[end..];
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complete_updates_are_kept() {
        let cut = r#"{"updates":[{"field":"title","value":"Cook"}, {"field":"loc"#;
        assert_eq!(salvaged(cut).map(|updates| updates.len()), Some(1));
        assert_eq!(salvaged(r#"{"updates":[{"fie"#), None);
        assert_eq!(salvaged("no json at all"), None);
    }
}
