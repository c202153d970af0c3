//! The messages of a session.

mod models;

use domain::messages;
use entity::id::SessionId;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use self::models::MessagePage;
use super::tags::Tag;
use crate::caller::{Reader, SessionsRead};
use crate::pagination::PageParams;
use crate::problem::Problem;
use crate::types::Path;

pub struct Messages;

#[OpenApi(tag = "Tag::Sessions")]
impl Messages {
    /// List the messages of a session
    ///
    /// Oldest first: the agent's greeting, then the message and the reply of each turn.
    #[oai(path = "/v1/sessions/:session_id/messages", method = "get", operation_id = "list_messages")]
    async fn list_messages(
        &self,
        reader: Reader<SessionsRead>,
        Path(session_id): Path<SessionId>,
        page: PageParams,
    ) -> Result<Json<MessagePage>, Problem> {
        let paged = reader.transaction(async |tx| messages::list(tx, session_id, &page.0).await).await?;
        Ok(Json(paged.into()))
    }
}
