//! The journey of a partner: sign in, converse, follow events, read pages, finalize, handle an error.

use std::error::Error;

use futures_util::TryStreamExt;
use postwright_client::{Client, problem, types};
use uuid::Uuid;

type Result<T = ()> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// An error of the client is returned; a wrong value panics.
pub async fn make(base_url: &str, email: &str, password: &str) -> Result {
    let anonymous = Client::anonymous(base_url);
    let tokens = anonymous.sign_in().body_map(|body| body.email(email).password(password)).send().await?;
    let client = Client::with_token(base_url, &tokens.access_token)?;
    assert_eq!(client.read_me().send().await?.organization_id, tokens.organization_id);

    let session = client.start_session().send().await?.into_inner();
    converse(&client, session.id).await?;
    follow_events(&client, session.id).await?;
    read_pages(&client, session.id).await?;
    finalize(&client, session.id).await?;
    handle_an_error(&client).await?;
    use_original_routes(&client, tokens.organization_id).await
}

async fn converse(client: &Client, session: Uuid) -> Result {
    for message in [".net developer full stack", "Senior level, in Lisbon, hybrid. 45-52k EUR a year."] {
        let turn = client.start_turn().session_id(session).prefer("wait=30");
        let turn = turn.body_map(|body| body.message(message)).send().await?;
        assert_eq!(turn.status, types::TurnStatus::Succeeded);
        assert!(turn.reply.as_ref().is_some_and(|reply| !reply.is_empty()));
    }
    let turns = client.list_turns().session_id(session).send().await?;
    assert_eq!(turns.items.len(), 2);
    Ok(())
}

/// From the beginning, and again from the middle.
async fn follow_events(client: &Client, session: Uuid) -> Result {
    let mut events = client.events(session, None);
    let mut seen = Vec::new();
    while seen.iter().filter(|(_, kind)| kind == "message.completed").count() < 2 {
        let event = events.next().await?;
        seen.push((event.sequence, event.type_));
    }
    assert!(seen.is_sorted_by(|one, next| one.0 < next.0), "{seen:?}");
    let middle = seen.len() / 2;
    let mut again = client.events(session, Some(seen[middle].0));
    assert_eq!(again.next().await?.sequence, seen[middle + 1].0);
    Ok(())
}

async fn read_pages(client: &Client, session: Uuid) -> Result {
    for _ in 0..2 {
        client.start_session().send().await?;
    }
    let first = client.list_sessions().limit(2_u32).send().await?.into_inner();
    assert_eq!(first.items.len(), 2);
    let token = first.next_page.expect("more than two sessions");
    let second = client.list_sessions().limit(2_u32).page_token(token).send().await?.into_inner();
    assert!(second.items.iter().all(|item| first.items.iter().all(|other| other.id != item.id)));
    let all: Vec<_> = client.list_sessions().limit(1_u32).stream().try_collect().await?;
    assert!(all.len() >= 3 && all.iter().any(|item| item.id == session));
    Ok(())
}

async fn finalize(client: &Client, session: Uuid) -> Result {
    let now = client.read_session().session_id(session).send().await?.into_inner();
    let finalize = client.finalize_session().session_id(session);
    let post = finalize.body_map(|body| body.content_hash(now.content_hash.clone())).send().await?;
    let read = client.read_job_post().job_post_id(post.id).send().await?;
    assert_eq!(read.content_hash, now.content_hash);
    assert_eq!(read.content.title.as_deref(), Some(".Net Developer Full Stack"));
    assert_eq!(read.content.salary.as_ref().and_then(|salary| salary.min.as_deref()), Some("45000"));
    Ok(())
}

/// A problem document is a typed error.
async fn handle_an_error(client: &Client) -> Result {
    let Err(error) = client.read_session().session_id(Uuid::nil()).send().await else {
        panic!("an unknown session was read");
    };
    let Some(problem) = problem(&error) else { return Err(error.into()) };
    assert_eq!((problem.status, problem.code.as_str()), (404, "not_found"));
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    Ok(())
}

async fn use_original_routes(client: &Client, organization: Uuid) -> Result {
    let created = client.create_job_post().body_map(|body| {
        body.message(".net developer full stack")
            .company_id(organization.to_string())
            .company_name("papaya trading".to_owned())
    });
    let created = created.send().await?.into_inner();
    let session = created.session_id.to_string();
    let next = client.continue_job_post().body_map(|body| body.message("senior level").session_id(&session));
    assert_eq!(next.send().await?.job_data.experience_level.as_deref(), Some("senior"));
    let read = client.read_job_post_session().session_id(&session).send().await?;
    assert_eq!(read.current_step, "collecting_details");
    client.delete_job_post_session().session_id(&session).send().await?;
    let Err(gone) = client.read_job_post_session().session_id(&session).send().await else {
        panic!("a deleted session was read");
    };
    assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    Ok(())
}
