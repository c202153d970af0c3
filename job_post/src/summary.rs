//! The short text a user says yes to.
use crate::Draft;
/// The post in a few lines, in plain text.
pub fn summary(_draft: &Draft, _company_name: &str) -> String {
    todo!()
}
