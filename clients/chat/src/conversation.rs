//! The conversation: lines of input go in, updates for the screen come out.

use postwright_client::Client;
use postwright_client::types::Session;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use uuid::Uuid;

use crate::access::Access;
use crate::advice::Advice;
use crate::commands::{self, Input};
use crate::job_post;
use crate::update::Update;

pub struct Conversation {
    access: Access,
    updates: UnboundedSender<Update>,
    session: Option<Uuid>,
    /// Sequence number of the last event that was read.
    last: Option<i64>,
}

impl Conversation {
    pub fn new(access: Access, updates: UnboundedSender<Update>) -> Self {
        Self { access, updates, session: None, last: None }
    }

    /// Handles lines until there are no more, or one is `/quit`.
    pub async fn run(mut self, mut lines: UnboundedReceiver<String>) {
        self.notice("Which position do you want to fill? /help lists the commands.");
        self.update(Update::Ready);
        while let Some(line) = lines.recv().await {
            let input = commands::read(&line);
            if input == Input::Quit {
                break;
            }
            if let Err(Advice(text)) = self.handle(input).await {
                self.notice(&text);
            }
            self.update(Update::Ready);
        }
        self.update(Update::End);
    }

    async fn handle(&mut self, input: Input) -> Result<(), Advice> {
        match input {
            Input::Message(message) => self.send_message(&message).await,
            Input::Post => self.show_job_post(true).await,
            Input::Undo => self.undo().await,
            Input::Finalize => self.finalize().await,
            Input::Sessions => self.list().await,
            Input::Resume(id) => {
                (self.session, self.last) = (Some(id), None);
                self.show_job_post(true).await
            }
            Input::Help => {
                self.notice(commands::HELP);
                Ok(())
            }
            Input::Unknown(what) => {
                self.notice(&what);
                Ok(())
            }
            Input::Nothing | Input::Quit => Ok(()),
        }
    }

    async fn send_message(&mut self, message: &str) -> Result<(), Advice> {
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
                "text.delta" => self.update(Update::Delta(job_post::clean(&event.text.unwrap_or_default()))),
                // A worker that died has written no `text.reset`.
                "text.reset" | "turn.running" => self.update(Update::Reset),
                "message.completed" => {
                    self.update(Update::Reply(job_post::clean(&event.text.unwrap_or_default())));
                }
                "turn.succeeded" => break,
                "turn.failed" => return Err(self.why_failed(&client, turn.id).await?),
                "turn.cancelled" => {
                    return Err(Advice("The turn was cancelled. Send the message again.".into()));
                }
                _ => {}
            }
        }
        self.show_job_post(false).await
    }

    /// The error of the turn, whose text says what to do.
    async fn why_failed(&self, client: &Client, turn: Uuid) -> Result<Advice, Advice> {
        let turn = client.read_turn().session_id(self.current()?).turn_id(turn).send().await?.into_inner();
        let why = turn.error.map(|error| format!("{} ({})", error.detail, error.code));
        Ok(Advice(why.unwrap_or_else(|| "There is no reply. Send the message again.".into())))
    }

    async fn show_job_post(&mut self, is_requested: bool) -> Result<(), Advice> {
        let session = self.read().await?;
        let mut lines = job_post::lines(&session.job_data);
        lines.push(format!("[{}, revision {}]", session.current_step.replace('_', " "), session.revision));
        self.update(Update::JobPost { lines, is_requested });
        Ok(())
    }

    async fn undo(&mut self) -> Result<(), Advice> {
        let (client, session) = (self.access.client().await?, self.current()?);
        client.undo_change().session_id(session).send().await?;
        self.notice("The last change is undone.");
        self.show_job_post(true).await
    }

    async fn finalize(&mut self) -> Result<(), Advice> {
        let (client, hash) = (self.access.client().await?, self.read().await?.content_hash);
        let confirm = client.finalize_session().session_id(self.current()?);
        let post = confirm.body_map(|body| body.content_hash(hash)).send().await?;
        self.notice(&format!("Finalized: job post {}, revision {}.", post.id, post.revision));
        self.show_job_post(false).await
    }

    async fn list(&mut self) -> Result<(), Advice> {
        let page = self.access.client().await?.list_sessions().limit(20_u32).send().await?.into_inner();
        for session in &page.items {
            let title = session.job_data.title.as_deref().unwrap_or("(no title yet)");
            self.notice(&format!("{}  {}  {title}", session.id, session.status));
        }
        if page.items.is_empty() {
            self.notice("There are no conversations yet. Send the name of a position to begin one.");
        }
        Ok(())
    }

    async fn read(&mut self) -> Result<Session, Advice> {
        let session = self.current()?;
        Ok(self.access.client().await?.read_session().session_id(session).send().await?.into_inner())
    }

    fn current(&self) -> Result<Uuid, Advice> {
        self.session.ok_or_else(|| {
            Advice("There is no conversation yet. Send the name of a position, or /resume ID.".into())
        })
    }

    fn notice(&self, text: &str) {
        self.update(Update::Notice(job_post::clean(text)));
    }

    /// A closed screen is ignored.
    fn update(&self, update: Update) {
        let _ = self.updates.send(update);
    }
}
