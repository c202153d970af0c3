//! What all lists have in common.

use domain::Page;

/// How many items a page has if nobody says.
pub fn usual_limit() -> i32 {
    20
}

/// The page that the parameters of a list ask for. `limit` has been checked to be 1 to 100.
pub fn page(page_token: Option<String>, limit: i32) -> Page {
    // An empty token is what a form sends for none.
    let after = page_token.filter(|token| !token.is_empty());
    Page { after, limit: u64::try_from(limit).unwrap_or(1) }
}
