//! The messages of a session.

use futures_util::TryStreamExt;
use tests::with_app;

#[tokio::test]
async fn messages_and_turns_are_listed_in_order() {
    with_app(async |app| {
        let ada = app.partner("ada").await;
        let session = ada.begin().await;
        for message in ["baker", "in Lisbon", "full time"] {
            ada.say(session, message).await;
        }
        let page = ada.list_turns().session_id(session).limit(2_u32);
        let turns = page.clone().send().await.unwrap().into_inner();
        assert_eq!(turns.items[0].message, "baker");
        let rest = page.page_token(turns.next_page.unwrap()).send().await.unwrap();
        assert_eq!(rest.items[0].message, "full time");
        assert!(rest.next_page.is_none());
        let messages = ada.list_messages().session_id(session).limit(2_u32).stream();
        let roles: Vec<_> = messages.map_ok(|message| message.role).try_collect().await.unwrap();
        assert_eq!(roles, ["assistant", "user", "assistant", "user", "assistant", "user", "assistant"]);
    })
    .await;
}
