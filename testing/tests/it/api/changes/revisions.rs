//! Revisions: a change after the confirmation leads to the next one.

use tests::with_app;

use super::{change, check_log, take_back};

#[tokio::test]
async fn a_change_after_the_confirmation_starts_the_next_revision() {
    with_app(async |app| {
        let owner = app.owner("ada").await;
        let ada = owner.partner();
        let session = ada.begin().await;
        let confirm = async || ada.say(session, "Looks good, publish it.").await;
        let state = async || {
            let now = ada.read(session).await;
            (now.status.to_string(), now.revision.get(), ada.job_posts().await.len())
        };
        let is = |status: &str, revision: u32, posts: usize| (status.to_owned(), revision, posts);
        ada.say(session, "Backend engineer in Lisbon, hybrid.").await;
        confirm().await;
        assert_eq!(state().await, is("complete", 1, 1));
        ada.say(session, "thanks!").await;
        change(&ada, session, |patch| patch.location("Lisbon".to_owned())).await;
        assert_eq!(state().await, is("complete", 1, 1));
        change(&ada, session, |patch| patch.location("Porto".to_owned())).await;
        assert_eq!(state().await, is("active", 2, 1));
        // The summary is from before the edit, so the first message only shows a new one.
        confirm().await;
        assert_eq!(state().await, is("active", 2, 1));
        confirm().await;
        assert_eq!(state().await, is("complete", 2, 2));
        let newest = ada.job_posts().await.remove(0);
        assert_eq!((newest.revision.get(), newest.version), (2, Some(2)));
        // Restoring a published revision: its content is not published again.
        let restore = ada.restore_session().session_id(session);
        let revision = std::num::NonZeroU32::new(1);
        let first = restore.body_map(|body| body.revision(revision)).send().await.unwrap();
        assert_eq!((first.job_data.location.as_deref(), first.revision.get()), (Some("Lisbon"), 3));
        confirm().await;
        confirm().await;
        assert_eq!(state().await, is("complete", 1, 2));
        ada.say(session, "Make it fully remote.").await;
        assert_eq!(state().await, is("active", 3, 2));
        assert_eq!(take_back(&ada, session).await.status.to_string(), "active");
        let hash = ada.read(session).await.content_hash;
        let finalize = ada.finalize_session().session_id(session);
        let again = finalize.body_map(|body| body.content_hash(hash)).send().await.unwrap();
        assert_eq!((again.status().as_u16(), again.revision.get()), (200, 1), "{again:?}");
        assert_eq!(state().await, is("complete", 1, 2));
        check_log(app, &owner, &session.to_string()).await;
    })
    .await;
}

#[tokio::test]
async fn after_an_edit_and_its_undo_the_summary_is_shown_again() {
    with_app(async |app| {
        let ada = app.partner("ada").await;
        let session = ada.begin().await;
        ada.say(session, "Backend engineer in Lisbon, hybrid.").await;
        change(&ada, session, |patch| patch.location("Porto".to_owned())).await;
        assert_eq!(take_back(&ada, session).await.job_data.location.as_deref(), Some("Lisbon"));
        let shown = ada.say(session, "Looks good, publish it.").await.reply.unwrap();
        assert!(shown.contains("Location: Lisbon"), "{shown}");
        assert!(ada.job_posts().await.is_empty());
        ada.say(session, "Looks good, publish it.").await;
        assert_eq!(ada.job_posts().await.len(), 1);
    })
    .await;
}
