//! Requests of the original routes. Ids are plain text, because a malformed one is an unknown session and not an error.

use poem_openapi::Object;
use poem_openapi::types::Example;

use crate::examples::{ORGANIZATION, SESSION};

/// A message that starts or resumes a conversation.
#[derive(Debug, Object)]
#[oai(rename = "CreateJobPostForm", example)]
pub struct CreateRequest {
    #[oai(validator(min_length = 1, max_length = 8000))]
    pub message: String,
    /// The caller's organization. No other value is allowed.
    pub company_id: Option<String>,
    /// The hiring company named in the job post. If absent, it is the organization's name.
    pub company_name: Option<String>,
    /// The conversation to resume.
    pub session_id: Option<String>,
}

/// A message in a conversation.
#[derive(Debug, Object)]
#[oai(rename = "JobPostChatForm", example)]
pub struct ChatRequest {
    #[oai(validator(min_length = 1, max_length = 8000))]
    pub message: String,
    pub session_id: String,
}

impl Example for CreateRequest {
    fn example() -> Self {
        Self {
            message: ".net developer full stack".to_owned(),
            company_id: Some(ORGANIZATION.to_string()),
            company_name: Some("papaya trading".to_owned()),
            session_id: Some(SESSION.to_string()),
        }
    }
}

impl Example for ChatRequest {
    fn example() -> Self {
        let message = "senior level with 5+ years experience".to_owned();
        Self { message, session_id: SESSION.to_string() }
    }
}
