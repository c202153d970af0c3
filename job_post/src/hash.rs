//! The identity of what was shown.
use crate::Content;
/// Hex SHA-256 of the canonical form of what would be published for this company.
pub fn content_hash(_content: &Content, _company_name: &str) -> String {
    todo!()
}
