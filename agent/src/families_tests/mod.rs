//! Conversations with seventeen servers, one of each family: its rules for parameters, its shape of responses and streams, and
//! its words for a request that is too long.

mod hosted;
mod local;
mod shapes;

use serde_json::{Value, json};

use crate::{
    Agent, Conversation, Line, Settings, Speaker,
    raw_server::{self, Raw, RawServer, response},
};

/// A server of one family.
struct Family {
    name: &'static str,
    configure: fn(&mut Settings),
    /// The error for a request whose parameters the server refuses.
    refuse: fn(&Value) -> Option<(u16, Value)>,
    /// The body of the response with this content.
    shape: fn(&Value, &str) -> String,
    /// The error for a request that is too long.
    overflow: fn() -> (u16, Value),
    /// The schema mode that remains, and how many requests it takes to learn the parameters.
    mode: &'static str,
    learns: usize,
}

/// A family that accepts everything and streams as OpenAI does.
const USUAL: Family = Family {
    name: "",
    configure: |_| {},
    refuse: |_| None,
    shape: shapes::openai,
    overflow: || (400, Value::Null),
    mode: "json_schema",
    learns: 0,
};

fn families() -> Vec<Family> {
    hosted::families().into_iter().chain(local::families()).collect()
}

/// The most characters of the messages, without the system prompt, that the servers take.
const CONTEXT: usize = 6_000;

async fn start(family: &Family) -> (RawServer, Agent) {
    let Family { refuse, shape, overflow, .. } = *family;
    let server = RawServer::start(move |_, body| {
        if let Some((status, error)) = refuse(body) {
            return raw_server::json(status, &error);
        }
        let messages = body["messages"].as_array().unwrap();
        let length: usize = messages[1..].iter().map(|it| it["content"].as_str().unwrap().len()).sum();
        if length > CONTEXT {
            return refused(overflow());
        }
        let answer = standin::complete(&json!({ "messages": messages }));
        let content = answer["choices"][0]["message"]["content"].as_str().unwrap();
        Raw::Close(response(200, "text/event-stream", &shape(body, content)))
    })
    .await;
    let mut settings = Settings::new(&server.base_url, "a-model");
    (family.configure)(&mut settings);
    let agent = Agent::new(settings).unwrap();
    (server, agent)
}

/// Errors with status 200 are events of a stream; an error that is only text is no JSON.
fn refused((status, error): (u16, Value)) -> Raw {
    match error {
        Value::String(text) => Raw::Keep(response(status, "text/plain", &text)),
        error if status == 200 => {
            Raw::Close(response(200, "text/event-stream", &format!("event: error\ndata: {error}\n\n")))
        }
        error => raw_server::json(status, &error),
    }
}

async fn say(agent: &Agent, conversation: &mut Conversation, message: &str) -> crate::Completion {
    message.clone_into(&mut conversation.message);
    let completion = agent.ask(conversation, None, None, &mut |_| {}).await.unwrap();
    assert!(!completion.proposal.reply.is_empty());
    let line = |speaker, text: &str| Line { speaker, text: text.to_owned() };
    conversation.history.push(line(Speaker::User, message));
    conversation.history.push(line(Speaker::Agent, &completion.proposal.reply));
    completion
}

#[tokio::test]
async fn a_conversation_works_with_every_family() {
    let families = families();
    assert_eq!(families.len(), 17);
    for family in families {
        let name = family.name;
        let (server, agent) = start(&family).await;
        let mut conversation = Conversation::default();
        let turns = [("we need a cook", "Cook"), ("in Lisbon", "Lisbon"), ("2000 EUR a month", "2000")];
        for (number, (message, value)) in turns.into_iter().enumerate() {
            let completion = say(&agent, &mut conversation, message).await;
            let values = &completion.proposal.updates;
            assert!(values.iter().any(|it| it.value == value), "{name}: {values:?}");
            assert_eq!(
                (completion.trace.schema_mode, completion.trace.history_cut),
                (family.mode, false),
                "{name}"
            );
            assert_eq!(server.requests().len(), family.learns + number + 1, "{name}");
        }
    }
}

#[tokio::test]
async fn a_conversation_that_is_too_long_goes_on_with_every_family() {
    for family in families() {
        let name = family.name;
        let (server, agent) = start(&family).await;
        let mut conversation = raw_server::long_conversation();
        for number in 1..=3 {
            let completion = say(&agent, &mut conversation, "we need a cook").await;
            assert!(completion.trace.history_cut, "{name}");
            assert_eq!(completion.trace.schema_mode, family.mode, "{name}");
            assert_eq!(completion.proposal.updates[0].value, "Cook", "{name}");
            assert_eq!(server.requests().len(), family.learns + 2 * number, "{name}");
        }
        assert!(!say(&agent, &mut Conversation::default(), "in Lisbon").await.trace.history_cut, "{name}");
        assert!(agent.limits().is_empty(), "{name}");
    }
}
