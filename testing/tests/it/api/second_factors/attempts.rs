//! Codes that are tried several times: guesses, replays, races.

use std::collections::BTreeMap;

use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::{Authenticator, PASSWORD, Reply, with_app};

use super::sign_in;

/// How often each outcome occurred: `200`, or the code of the problem.
fn tally(replies: &[Reply]) -> BTreeMap<String, usize> {
    let mut tally = BTreeMap::new();
    for reply in replies {
        let outcome = if reply.status == 200 { "200".to_owned() } else { reply.text_at("/code") };
        *tally.entry(outcome).or_default() += 1;
    }
    tally
}

#[tokio::test]
async fn the_code_of_a_time_step_is_accepted_once() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let phone = Authenticator::enrol(&ada).await;
        let code = phone.next_code();
        assert_eq!(sign_in(app, &ada, code.as_str()).await.status, 200);
        assert_eq!(sign_in(app, &ada, code.as_str()).await.problem(401), "wrong_code");
        // An earlier step's code, which drift would allow, is old as well.
        assert_eq!(sign_in(app, &ada, phone.code()).await.problem(401), "wrong_code");
        // The code is used up for every other operation too.
        let renew = json!({ "password": PASSWORD, "code": code });
        assert_eq!(ada.post("/v1/me/recovery-codes", renew).await.problem(403), "wrong_code");
    })
    .await;
}

#[tokio::test]
async fn twenty_sign_ins_at_once_with_one_code_are_one_sign_in() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let phone = Authenticator::enrol(&ada).await;
        for code in [phone.next_code(), phone.recovery_codes[3].clone()] {
            let replies = join_all((0..20).map(|_| sign_in(app, &ada, code.as_str()))).await;
            let tally = tally(&replies);
            assert_eq!(tally.get("200"), Some(&1), "{tally:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn guesses_at_once_are_counted_before_they_are_checked() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let phone = Authenticator::enrol(&ada).await;
        let (wrong, replica) = (phone.wrong_code(), app.start_replica().await);
        let guess = async |number: usize| {
            let client = if number.is_multiple_of(2) { app.anonymous() } else { replica.clone() };
            let body = json!({ "email": ada.email, "password": PASSWORD, "code": wrong });
            client.post("/v1/auth/sign-in", body).await
        };
        let tally = tally(&join_all((0..30).map(guess)).await);
        // Five, and one more after each of the first waits, as hashing thirty passwords takes some seconds.
        assert!((5..=8).contains(&tally["wrong_code"]), "over two processes: {tally:?}");
        assert_eq!(tally["wrong_code"] + tally["too_many_requests"], 30, "{tally:?}");
    })
    .await;
}

#[tokio::test]
async fn guesses_delay_codes_of_the_app_and_no_recovery_code() {
    with_app(async |app| {
        let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
        let (phone, bobs) = (Authenticator::enrol(&ada).await, Authenticator::enrol(&bob).await);
        for _ in 0..5 {
            assert_eq!(sign_in(app, &ada, phone.wrong_code()).await.problem(401), "wrong_code");
        }
        let refused = sign_in(app, &ada, phone.next_code()).await;
        refused.problem(429);
        assert!(refused.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 0), "{refused:?}");
        // Without a code the attempt is none.
        assert_eq!(sign_in(app, &ada, Value::Null).await.problem(401), "second_factor_required");
        assert_eq!(sign_in(app, &ada, phone.recovery_codes[0].as_str()).await.status, 200);
        assert_eq!(sign_in(app, &bob, bobs.next_code()).await.status, 200, "others are not delayed");
        // After the wait the right code is accepted, and starts the count again.
        app.superuser_runs("update second_factor set attempted_at = attempted_at - interval '10 seconds'")
            .await;
        assert_eq!(sign_in(app, &ada, phone.next_code()).await.status, 200);
        assert_eq!(sign_in(app, &ada, phone.wrong_code()).await.problem(401), "wrong_code");
    })
    .await;
}

#[tokio::test]
async fn the_wait_grows_with_each_guess() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let phone = Authenticator::enrol(&ada).await;
        let mut waits = Vec::new();
        for attempts in [5, 7, 9, 40] {
            let set = format!("update second_factor set attempts = {attempts}, attempted_at = now()");
            app.superuser_runs(&set).await;
            let refused = sign_in(app, &ada, phone.wrong_code()).await;
            refused.problem(429);
            waits.push(refused.header("retry-after").parse::<u32>().unwrap());
        }
        assert!(waits.is_sorted_by(|shorter, longer| shorter < longer) && waits[3] <= 300, "{waits:?}");
    })
    .await;
}

#[tokio::test]
async fn malformed_codes_are_wrong_codes() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let phone = Authenticator::enrol(&ada).await;
        let recovery = &phone.recovery_codes[0];
        for code in ["abcdef", "12 34 56", &recovery[1..], &format!("{recovery}-"), "٠١٢٣٤٥"] {
            app.forget_codes().await;
            let reply = sign_in(app, &ada, code).await;
            assert!(reply.status == 401 || code.ends_with('-') && reply.status == 200, "{code}: {reply:?}");
        }
        for code in ["", "12345", &"1".repeat(65)] {
            sign_in(app, &ada, code).await.problem(422);
        }
    })
    .await;
}
