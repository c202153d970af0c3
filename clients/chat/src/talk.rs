//! The conversation itself: what was typed goes in, what is to be shown comes out.

use postwright_client::types::{Problem, Session};
use postwright_client::{Client, Error, Lost, told};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use uuid::Uuid;

use crate::access::Access;
use crate::commands::{self, Input};
use crate::posts;

/// What a screen shows.
#[derive(Debug)]
pub enum Shown {
    /// The next piece of the answer.
    Piece(String),
    /// The pieces so far do not count.
    Reset,
    /// The answer, whole.
    Answer(String),
    /// Something that is not the agent's.
    Note(String),
    /// The job post as it is; `true` where it was asked for.
    Post(Vec<String>, bool),
    /// The next line may come.
    Ready,
    /// It is over.
    End,
}

/// What went wrong, in words.
struct Trouble(String);

impl From<Error<Problem>> for Trouble {
    fn from(error: Error<Problem>) -> Self {
        let next = match error.status().map(|status| status.as_u16()) {
            None => "Is the server running? Say it again once it is.",
            Some(401) => "Start again with a key or login that is good.",
            Some(403) => "Your role or key may not do this.",
            Some(404) => "It is gone, or not yours; /sessions lists what is yours.",
            Some(409 | 412) => "/post shows what is there now.",
            Some(422) => "/post shows what is there; go on talking.",
            Some(429) => "Wait a moment and try again.",
            Some(_) => "Try again; if it stays, tell the request's id to whoever runs the server.",
        };
        Self(format!("{}\n{next}", told(&error)))
    }
}

impl From<Lost> for Trouble {
    fn from(lost: Lost) -> Self {
        Self(format!("{lost}\nThe message is kept; /post shows what came of it."))
    }
}

impl From<crate::Failure> for Trouble {
    fn from(failure: crate::Failure) -> Self {
        Self(failure.to_string())
    }
}

pub struct Talk {
    access: Access,
    show: UnboundedSender<Shown>,
    session: Option<Uuid>,
    /// Number of the last event that was seen.
    last: Option<i64>,
}

impl Talk {
    pub fn new(access: Access, show: UnboundedSender<Shown>) -> Self {
        Self { access, show, session: None, last: None }
    }

    /// Answers lines until there are no more, or one says so.
    pub async fn run(mut self, mut said: UnboundedReceiver<String>) {
        self.note("Which position is it? /help says what else you can type.");
        self.tell(Shown::Ready);
        while let Some(line) = said.recv().await {
            let input = commands::read(&line);
            if input == Input::Quit {
                break;
            }
            if let Err(Trouble(text)) = self.obey(input).await {
                self.note(&text);
            }
            self.tell(Shown::Ready);
        }
        self.tell(Shown::End);
    }

    async fn obey(&mut self, input: Input) -> Result<(), Trouble> {
        match input {
            Input::Message(message) => self.say(&message).await,
            Input::Post => self.show_post(true).await,
            Input::Undo => self.undo().await,
            Input::Finalize => self.finalize().await,
            Input::Sessions => self.list().await,
            Input::Resume(id) => {
                (self.session, self.last) = (Some(id), None);
                self.show_post(true).await
            }
            Input::Help => {
                self.note(commands::HELP);
                Ok(())
            }
            Input::Unknown(what) => {
                self.note(&what);
                Ok(())
            }
            Input::Nothing | Input::Quit => Ok(()),
        }
    }

    async fn say(&mut self, message: &str) -> Result<(), Trouble> {
        let client = self.access.client().await?;
        let session = match self.session {
            Some(session) => session,
            None => client.start_session().send().await?.id,
        };
        self.session = Some(session);
        let turn =
            client.start_turn().session_id(session).body_map(|body| body.message(message)).send().await?;
        let mut events = client.events(session, self.last);
        loop {
            let event = events.next().await?;
            self.last = Some(event.sequence);
            if event.turn_id != Some(turn.id) {
                continue;
            }
            match event.type_.as_str() {
                "text.delta" => self.tell(Shown::Piece(posts::clean(&event.text.unwrap_or_default()))),
                "text.reset" => self.tell(Shown::Reset),
                "message.completed" => {
                    self.tell(Shown::Answer(posts::clean(&event.text.unwrap_or_default())));
                }
                "turn.succeeded" => break,
                "turn.failed" => return Err(self.why_failed(&client, turn.id).await?),
                "turn.cancelled" => return Err(Trouble("The answer was cancelled. Say it again.".into())),
                _ => {}
            }
        }
        self.show_post(false).await
    }

    /// In the server's words, which name what to do.
    async fn why_failed(&self, client: &Client, turn: Uuid) -> Result<Trouble, Trouble> {
        let turn = client.read_turn().session_id(self.current()?).turn_id(turn).send().await?.into_inner();
        let why = turn.error.map(|error| format!("{} ({})", error.detail, error.code));
        Ok(Trouble(why.unwrap_or_else(|| "There is no answer. Say it again.".into())))
    }

    async fn show_post(&mut self, is_asked: bool) -> Result<(), Trouble> {
        let session = self.read().await?;
        let mut lines = posts::lines(&session.job_data);
        lines.push(format!("[{}, revision {}]", session.current_step.replace('_', " "), session.revision));
        self.tell(Shown::Post(lines, is_asked));
        Ok(())
    }

    async fn undo(&mut self) -> Result<(), Trouble> {
        let (client, session) = (self.access.client().await?, self.current()?);
        client.undo_change().session_id(session).send().await?;
        self.note("The last change is taken back.");
        self.show_post(true).await
    }

    async fn finalize(&mut self) -> Result<(), Trouble> {
        let (client, hash) = (self.access.client().await?, self.read().await?.content_hash);
        let yes = client.finalize_session().session_id(self.current()?);
        let post = yes.body_map(|body| body.content_hash(hash)).send().await?;
        self.note(&format!("Finalized: job post {}, revision {}.", post.id, post.revision));
        self.show_post(false).await
    }

    async fn list(&mut self) -> Result<(), Trouble> {
        let page = self.access.client().await?.list_sessions().limit(20_u32).send().await?.into_inner();
        for session in &page.items {
            let title = session.job_data.title.as_deref().unwrap_or("(no title yet)");
            self.note(&format!("{}  {}  {title}", session.id, session.status));
        }
        if page.items.is_empty() {
            self.note("There are no conversations yet: say which position it is.");
        }
        Ok(())
    }

    async fn read(&mut self) -> Result<Session, Trouble> {
        let session = self.current()?;
        Ok(self.access.client().await?.read_session().session_id(session).send().await?.into_inner())
    }

    fn current(&self) -> Result<Uuid, Trouble> {
        self.session
            .ok_or_else(|| Trouble("Nothing was said yet: say which position it is, or /resume ID.".into()))
    }

    fn note(&self, text: &str) {
        self.tell(Shown::Note(posts::clean(text)));
    }

    /// Nobody may be watching any more: that is no reason to fail.
    fn tell(&self, shown: Shown) {
        let _ = self.show.send(shown);
    }
}
