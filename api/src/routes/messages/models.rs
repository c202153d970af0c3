//! Bodies of messages.

use domain::{Paged, messages};
use poem_openapi::Object;
use poem_openapi::types::Example;
use uuid::Uuid;

use crate::examples::{MESSAGE, PAGE_TOKEN, TURN, at};
use crate::types::{Speaker, Timestamp};

/// A message of the user or the agent.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Message {
    id: Uuid,
    /// The author: `user`, or `assistant` for the agent.
    role: Speaker,
    text: String,
    /// The turn of the message. Absent for the greeting.
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

/// A page of messages.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct MessagePage {
    items: Vec<Message>,
    /// The `page_token` of the next page. Absent on the last page.
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
