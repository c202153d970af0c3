//! The four original routes: thin adapters over the same domain calls as `/v1`. Front ends hold us to every letter.

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
use super::Tag;
use super::turns::require_words;
use crate::caller::{Member, Reader, SessionsRead, SessionsWrite};
use crate::problem::{LegacyProblem, Problem};
use crate::settings::Settings;
use crate::shutdown::Shutdown;

pub struct Legacy;

#[OpenApi(tag = "Tag::Original")]
impl Legacy {
    /// Start a conversation, or resume one
    ///
    /// Waits for the agent's answer. A `session_id` that is not a live session of the caller's begins a new one. Takes
    /// multipart and JSON bodies too. When the agent fails, the answer is 200 with `status` `error`.
    #[oai(path = "/create-job-post", method = "post", operation_id = "create_job_post")]
    async fn create_job_post(
        &self,
        member: Member<SessionsWrite>,
        settings: Data<&Settings>,
        draining: Data<&Shutdown>,
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
        let begun = turn::accept(&member, read_id(session_id.as_deref()), company_name, &message).await?;
        let answered = turn::wait(&member, &draining, begun, settings.legacy_wait).await?;
        Ok(Json(CreateResponse::new(answered, organization)))
    }

    /// Say something in a conversation
    ///
    /// Waits for the agent's answer. A conversation that is gone, or never was the caller's, is 200 with `status`
    /// `error`. Takes multipart and JSON bodies too.
    #[oai(path = "/job-post-chat", method = "post", operation_id = "continue_job_post")]
    async fn continue_job_post(
        &self,
        member: Member<SessionsWrite>,
        settings: Data<&Settings>,
        draining: Data<&Shutdown>,
        body: Fields<ChatRequest>,
    ) -> Result<Json<ChatResponse>, LegacyProblem> {
        let ChatRequest { message, session_id } = body.0;
        require_words(&message)?;
        let answered = match read_id(Some(&session_id)) {
            Some(session) => turn::chat(&member, &draining, session, &message, settings.legacy_wait).await,
            None => Err(domain::Error::NotFound("session")),
        };
        match answered {
            Ok(answered) => Ok(Json(ChatResponse::new(answered))),
            Err(domain::Error::NotFound(_)) => Ok(Json(ChatResponse::not_found())),
            Err(error) => Err(error.into()),
        }
    }

    /// Get a conversation
    ///
    /// Its step, how many messages there are, and the job data so far, all 15 keys. What is not the caller's is 404.
    #[oai(path = "/job-post-session/:session_id", method = "get", operation_id = "read_job_post_session")]
    async fn read_job_post_session(
        &self,
        reader: Reader<SessionsRead>,
        #[oai(name = "session_id")] session_id: Path<String>,
    ) -> Result<Json<SessionResponse>, LegacyProblem> {
        let session = read_id(Some(&session_id.0)).ok_or(domain::Error::NotFound("session"))?;
        let session = sessions::find(reader.autocommit(), session).await?;
        Ok(Json(SessionResponse::new(session, reader.caller.organization_id())))
    }

    /// Delete a conversation
    ///
    /// With all that was said in it. Finished job posts stay.
    #[oai(
        path = "/job-post-session/:session_id",
        method = "delete",
        operation_id = "delete_job_post_session"
    )]
    async fn delete_job_post_session(
        &self,
        member: Member<SessionsWrite>,
        #[oai(name = "session_id")] session_id: Path<String>,
    ) -> Result<Json<SessionDeleted>, LegacyProblem> {
        let session = read_id(Some(&session_id.0)).ok_or(domain::Error::NotFound("session"))?;
        member.transaction(async |tx| sessions::delete(tx, session, None).await).await?;
        Ok(Json(SessionDeleted::new()))
    }
}

/// What is no UUID names no session.
fn read_id(text: Option<&str>) -> Option<SessionId> {
    text?.trim().parse().ok()
}
