//! What was said in a session.

use domain::{Paged, messages};
use entity::id::SessionId;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::types::Example;
use poem_openapi::{Object, OpenApi};
use uuid::Uuid;

use super::Tag;
use crate::caller::{Reader, SessionsRead};
use crate::examples::{MESSAGE, PAGE_TOKEN, TURN, at};
use crate::pagination::PageParams;
use crate::problem::Problem;
use crate::types::{Speaker, Timestamp};

pub struct Messages;

#[OpenApi(tag = "Tag::Sessions")]
impl Messages {
    /// List the messages of a session
    ///
    /// Oldest first: the agent's greeting, then each turn's message and answer.
    #[oai(path = "/v1/sessions/:session_id/messages", method = "get", operation_id = "list_messages")]
    async fn list_messages(
        &self,
        reader: Reader<SessionsRead>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        page: PageParams,
    ) -> Result<Json<MessagePage>, Problem> {
        let paged =
            reader.transaction(async |tx| messages::list(tx, SessionId(session_id.0), &page.0).await).await?;
        Ok(Json(paged.into()))
    }
}

/// Something that was said.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
struct Message {
    id: Uuid,
    /// Who said it: the user, or the agent.
    role: Speaker,
    text: String,
    /// The turn it belongs to; the greeting belongs to none.
    turn_id: Option<Uuid>,
    created_at: Timestamp,
}

impl From<messages::Message> for Message {
    fn from(message: messages::Message) -> Self {
        let role = match message.role {
            messages::Speaker::User => "user",
            messages::Speaker::Assistant => "assistant",
        };
        Self {
            id: message.id.0,
            role: Speaker(role.into()),
            text: message.text,
            turn_id: message.turn_id.map(|turn| turn.0),
            created_at: message.created_at.into(),
        }
    }
}

/// Some of a session's messages.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
struct MessagePage {
    items: Vec<Message>,
    /// The `page_token` of the next page; absent on the last.
    next_page: Option<String>,
}

impl From<Paged<messages::Message>> for MessagePage {
    fn from(paged: Paged<messages::Message>) -> Self {
        Self { items: paged.items.into_iter().map(Message::from).collect(), next_page: paged.next }
    }
}

impl Example for Message {
    fn example() -> Self {
        Self {
            id: MESSAGE,
            role: Speaker("user".into()),
            text: "senior level with 5+ years experience".to_owned(),
            turn_id: Some(TURN),
            created_at: at(12),
        }
    }
}

impl Example for MessagePage {
    fn example() -> Self {
        Self { items: vec![Message::example()], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}
