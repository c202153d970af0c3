//! Refresh tokens.

use futures_util::future::join_all;
use tests::with_app;

use super::refresh;

#[tokio::test]
async fn a_refresh_token_can_be_used_once() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let second = refresh(app, &ada.refresh_token).await;
        assert_eq!(second.status, 200, "{second:?}");
        let third = refresh(app, &second.text_at("/refresh_token")).await;
        assert_eq!(third.status, 200, "{third:?}");
        // A used token whose successor is used too: one of them was stolen, so the login ends.
        assert_eq!(refresh(app, &ada.refresh_token).await.problem(401), "token_revoked");
        assert_eq!(refresh(app, &third.text_at("/refresh_token")).await.problem(401), "token_revoked");
        assert_eq!(ada.get("/v1/me").await.problem(401), "token_revoked");
    })
    .await;
}

#[tokio::test]
async fn a_refresh_whose_response_was_lost_can_be_repeated() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let lost = refresh(app, &ada.refresh_token).await.text_at("/refresh_token");
        let again = refresh(app, &ada.refresh_token).await;
        assert_eq!(again.status, 200, "{again:?}");
        // The lost token was voided; its use ends the login.
        assert_eq!(refresh(app, &lost).await.problem(401), "token_revoked");
    })
    .await;
}

#[tokio::test]
async fn a_login_ends_when_it_has_had_ten_thousand_refresh_tokens() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        // All but one, with the first.
        let used = "update login set refreshes = 9998
             where id = (select login_id from refresh_token where token_hash = sha256(convert_to($1, 'UTF8')))";
        sqlx::query(used).bind(&ada.refresh_token).execute(app.superuser()).await.unwrap();
        let last = refresh(app, &ada.refresh_token).await;
        assert_eq!(last.status, 200, "{last:?}");
        assert_eq!(refresh(app, &last.text_at("/refresh_token")).await.problem(401), "token_revoked");
        assert_eq!(ada.get("/v1/me").await.problem(401), "token_revoked");
        assert_eq!(refresh(app, &eve.refresh_token).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn parallel_refreshes_leave_one_valid_token() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let responses = join_all((0..10).map(|_| refresh(app, &ada.refresh_token))).await;
        assert!(responses.iter().all(|response| response.status == 200), "{responses:?}");
        let unused =
            app.count("select count(*) from refresh_token where used_at is null and voided_at is null").await;
        let tokens: Vec<_> = responses.iter().map(|response| response.text_at("/refresh_token")).collect();
        let valid = "select token from unnest($1::text[]) as token join refresh_token
                        on token_hash = sha256(convert_to(token, 'UTF8')) and used_at is null and voided_at is null";
        let valid: Vec<String> =
            sqlx::query_scalar(valid).bind(&tokens).fetch_all(app.superuser()).await.unwrap();
        assert_eq!((unused, valid.len()), (1, 1), "one response has the valid token");
        let next = refresh(app, &valid[0]).await;
        assert_eq!(next.status, 200, "{next:?}");
        // The tokens of the other responses were voided.
        let voided = tokens.iter().find(|token| **token != valid[0]).unwrap();
        assert_eq!(refresh(app, voided).await.problem(401), "token_revoked");
        assert_eq!(refresh(app, &next.text_at("/refresh_token")).await.problem(401), "token_revoked");
    })
    .await;
}
