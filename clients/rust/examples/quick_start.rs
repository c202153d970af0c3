//! A whole conversation with the Rust client; `docs/quick-start-rust.md` is about it.
#![allow(clippy::print_stdout, reason = "it shows what comes")]

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
    // Sign in. Who has an API key begins with `Client::with_token(base_url, "pw_live_…")`.
    let login = Client::anonymous(base_url);
    let tokens = login.sign_in().body_map(|body| body.email(email).password(password)).send().await?;
    let client = Client::with_token(base_url, &tokens.access_token)?;

    // A session, and two messages; `wait=30` waits for the answer.
    let session = client.start_session().send().await?.into_inner();
    for message in [".net developer full stack", "Senior level, in Lisbon, hybrid. 45-52k EUR a year."] {
        let turn = client.start_turn().session_id(session.id).prefer("wait=30");
        let turn = turn.body_map(|body| body.message(message)).send().await?;
        println!("{}", turn.reply.as_deref().unwrap_or("no answer yet"));
    }

    // What happened, as it happened; further events would come as they happen.
    let mut events = client.events(session.id, None);
    let mut answers = 0;
    while answers < 2 {
        let event = events.next().await?;
        println!("{:>3} {}", event.sequence, event.type_);
        answers += usize::from(event.type_ == "message.completed");
    }

    // Say yes to what the session holds now. Another content is refused, with a problem that says why.
    let yes_to = |content_hash: String| {
        client
            .finalize_session()
            .session_id(session.id)
            .body_map(|body| body.content_hash(content_hash))
            .send()
    };
    if let Err(error) = yes_to("0".repeat(64)).await {
        println!("refused: {}", problem(&error).map_or("no answer", |problem| &problem.code));
    }
    let session = client.read_session().session_id(session.id).send().await?;
    let finalized = yes_to(session.content_hash.clone()).await?;

    // The finished job post.
    Ok(client.read_job_post().job_post_id(finalized.id).send().await?.into_inner())
}
