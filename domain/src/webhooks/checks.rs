//! Validates the members of a webhook endpoint.

use super::EVENT_TYPES;
use crate::error::{Error, Result};

const URL_CHARACTERS: usize = 2_000;

pub(super) fn checked_url(url: String) -> Result<String> {
    match url.chars().count() <= URL_CHARACTERS {
        true => Ok(url),
        false => Err(Error::invalid(
            "/url",
            format!("must be at most {URL_CHARACTERS} characters, as it is written in full"),
        )),
    }
}

/// `None` for a blank description.
pub(super) fn checked_description(text: String) -> Result<Option<String>> {
    if text.contains('\0') {
        return Err(Error::invalid("/description", "must not hold a NUL character"));
    }
    Ok((!text.trim().is_empty()).then_some(text))
}

pub(super) fn checked_types(mut types: Vec<String>) -> Result<Vec<String>> {
    if !types.iter().all(|kind| EVENT_TYPES.contains(&&**kind)) {
        return Err(Error::invalid("/event_types", format!("must be some of {}", EVENT_TYPES.join(", "))));
    }
    types.sort();
    types.dedup();
    Ok(types)
}
