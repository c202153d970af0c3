//! The four original routes, over the same domain calls as `/v1`. Existing front ends depend on every detail of the
//! responses.

mod fields;
mod models;
#[cfg(test)]
mod tests;
mod turn;

use domain::sessions;
use entity::id::SessionId;
use poem::http::StatusCode;
use poem::web::Data;
use poem_openapi::OpenApi;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;

use self::fields::Fields;
use self::models::{
    ChatRequest, ChatResponse, CreateRequest, CreateResponse, SessionDeleted, SessionResponse,
};
use super::tags::Tag;
use super::turns::require_words;
use crate::caller::{Member, Reader, SessionsRead, SessionsWrite};
use crate::problem::{LegacyProblem, Problem};
use crate::shutdown::Shutdown;
use crate::timeouts::{Legacy as LegacyWait, WaitLimit};
use crate::types;

pub struct Legacy;

#[OpenApi(tag = "Tag::Original")]
impl Legacy {
    /// Start or resume a conversation
    ///
    /// Waits for the agent's reply. A `session_id` that names no current session of the caller starts a new conversation.
    /// Multipart and JSON bodies are accepted too. When the agent fails, the response is 200 with `status` `error`. 403
    /// `quota_exceeded` when the organization keeps as many conversations as it may, or the conversation has as many turns as
    /// it may or would store too many bytes.
    #[oai(path = "/create-job-post", method = "post", operation_id = "create_job_post")]
    async fn create_job_post(
        &self,
        member: Member<SessionsWrite>,
        limit: WaitLimit<LegacyWait>,
        Data(shutdown): Data<&Shutdown>,
        body: Fields<CreateRequest>,
    ) -> Result<Json<CreateResponse>, LegacyProblem> {
        let CreateRequest { message, company_id, company_name, session_id } = body.0;
        let organization = member.caller.organization_id();
        if company_id.is_some_and(|company| company.parse() != Ok(organization.0)) {
            let detail = "company_id is not the organization of this token.";
            let mismatch = Problem::new(StatusCode::FORBIDDEN, "company_mismatch", detail);
            return Err(member.refuse(mismatch).await.into());
        }
        require_words(&message)?;
        let accepted = turn::accept(&member, parse_id(session_id.as_deref()), company_name, &message).await?;
        let result = turn::wait(&member, shutdown, accepted, limit.duration).await?;
        Ok(Json(CreateResponse::new(result, organization)))
    }

    /// Continue a conversation
    ///
    /// Waits for the agent's reply. When the conversation has expired or is not the caller's, the response is 200 with
    /// `status` `error`. Multipart and JSON bodies are accepted too. 403 `quota_exceeded` when the conversation has as many
    /// turns as it may, or would store too many bytes.
    #[oai(path = "/job-post-chat", method = "post", operation_id = "continue_job_post")]
    async fn continue_job_post(
        &self,
        member: Member<SessionsWrite>,
        limit: WaitLimit<LegacyWait>,
        Data(shutdown): Data<&Shutdown>,
        body: Fields<ChatRequest>,
    ) -> Result<Json<ChatResponse>, LegacyProblem> {
        let ChatRequest { message, session_id } = body.0;
        require_words(&message)?;
        let result = match parse_id(Some(&session_id)) {
            Some(session) => turn::chat(&member, shutdown, session, &message, limit.duration).await,
            None => Err(domain::Error::NotFound("session")),
        };
        match result {
            Ok(result) => Ok(Json(ChatResponse::new(result))),
            Err(domain::Error::NotFound(_)) => Ok(Json(ChatResponse::not_found())),
            Err(error) => Err(error.into()),
        }
    }

    /// Get a conversation
    ///
    /// The current step, the number of messages, and the job data with all 15 keys.
    #[oai(path = "/job-post-session/:session_id", method = "get", operation_id = "read_job_post_session")]
    async fn read_job_post_session(
        &self,
        reader: Reader<SessionsRead>,
        Path(session_id): Path<String>,
    ) -> Result<Json<SessionResponse>, LegacyProblem> {
        let session = parse_id(Some(&session_id)).ok_or(domain::Error::NotFound("session"))?;
        let session = sessions::find_active(reader.autocommit(), session).await?;
        Ok(Json(SessionResponse::new(session, reader.caller.organization_id())))
    }

    /// Delete a conversation
    ///
    /// Deletes the conversation with its messages. Its finished job posts remain.
    #[oai(
        path = "/job-post-session/:session_id",
        method = "delete",
        operation_id = "delete_job_post_session"
    )]
    async fn delete_job_post_session(
        &self,
        member: Member<SessionsWrite>,
        Path(session_id): Path<String>,
    ) -> Result<Json<SessionDeleted>, LegacyProblem> {
        let session = parse_id(Some(&session_id)).ok_or(domain::Error::NotFound("session"))?;
        member
            .transaction(async |tx| {
                sessions::find_active(tx, session).await?;
                sessions::delete(tx, session, None).await
            })
            .await?;
        Ok(Json(SessionDeleted::new()))
    }
}

/// A malformed id counts as an unknown session.
fn parse_id(text: Option<&str>) -> Option<SessionId> {
    types::parse_id(text?.trim())
}
