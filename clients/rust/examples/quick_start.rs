//! A whole conversation with the Rust client, explained in `docs/quick-start-rust.md`.
#![allow(clippy::print_stdout, reason = "an example shows its results")]

use std::error::Error;

use postwright_client::{Client, problem, types};

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

#[tokio::main]
async fn main() -> Result<()> {
    let setting = |name| std::env::var(name).map_err(|_| format!("{name} is not set"));
    let job_post = converse(&setting("BASE")?, &setting("EMAIL")?, &setting("PASSWORD")?).await?;
    println!("{}: {:?}", job_post.id, job_post.content.title);
    Ok(())
}

pub async fn converse(base_url: &str, email: &str, password: &str) -> Result<types::JobPost> {
    // Sign in. With an API key, start from `Client::with_token(base_url, "pw_live_…")` instead.
    let login = Client::anonymous(base_url);
    let tokens = login.sign_in().body_map(|body| body.email(email).password(password)).send().await?;
    let client = Client::with_token(base_url, &tokens.access_token)?;

    // Start a session and send two messages; `wait=30` waits for the reply.
    let session = client.start_session().send().await?.into_inner();
    for message in [".net developer full stack", "Senior level, in Lisbon, hybrid. 45-52k EUR a year."] {
        let turn = client.start_turn().session_id(session.id).prefer("wait=30");
        let turn = turn.body_map(|body| body.message(message)).send().await?;
        println!("{}", turn.reply.as_deref().unwrap_or("no reply yet"));
    }

    // Read the events so far, until both replies are complete. The reader waits for events that are still to come.
    let mut events = client.events(session.id, None);
    let mut replies = 0;
    while replies < 2 {
        let event = events.next().await?;
        println!("{:>3} {}", event.sequence, event.type_);
        replies += usize::from(event.type_ == "message.completed");
    }

    // Confirm the session's current content. A confirmation of other content is refused with a problem.
    let confirm = |content_hash: String| {
        client
            .finalize_session()
            .session_id(session.id)
            .body_map(|body| body.content_hash(content_hash))
            .send()
    };
    if let Err(error) = confirm("0".repeat(64)).await {
        println!("refused: {}", problem(&error).map_or("no response", |problem| &problem.code));
    }
    let session = client.read_session().session_id(session.id).send().await?;
    let finalized = confirm(session.content_hash.clone()).await?;

    // Read the finished job post.
    Ok(client.read_job_post().job_post_id(finalized.id).send().await?.into_inner())
}
