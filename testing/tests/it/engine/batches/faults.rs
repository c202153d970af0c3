//! Batches of several organizations, batches that fail, and lost connections.

use domain::turns::{self, Accepted, Claim, Finish};
use domain::{Db, Error};
use tests::{App, db_settings, with_app_of};

use super::super::{claim, complete, without_worker};
use super::at_once::at_once;
use super::author::{Author, LARGEST_BATCH, TURNS, start};
use super::silent_proxy::SilentProxy;

/// The pieces of replies in the logs.
const TEXTS: &str = "select count(*) from event where type = 'text.delta'";

async fn fail_all(app: &App, claims: &[Claim]) {
    for claim in claims {
        turns::fail(&app.db, claim, "given_up", serde_json::Value::Null).await.unwrap();
    }
}

/// Claims all turns; a claim takes ten.
async fn claim_all(app: &App) -> Vec<Claim> {
    let mut claims = Vec::new();
    loop {
        let more = claim(app).await;
        if more.is_empty() {
            return claims;
        }
        claims.extend(more);
    }
}

#[tokio::test]
async fn tenants_in_one_batch_stay_apart() {
    with_app_of(without_worker(), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let key = app.test_key(&ada, &["sessions:read", "sessions:write"]).await;
        let authors =
            [Author::new(app, &ada, 4).await, Author::new(app, &eve, 4).await, Author::new(app, &key, 4).await];
        // Each author also tries the sessions of the next one.
        let own = authors.iter().flat_map(|author| author.sessions.iter().map(move |id| (author, *id, "baker")));
        let next = authors.iter().cycle().skip(1).map(|author| author.sessions[0]);
        let foreign = authors.iter().zip(next).map(|(author, id)| (author, id, "spy"));
        let messages = own.chain(foreign);
        let mut own = at_once(app, messages.map(|(author, id, text)| start(&app.db, &author.caller, id, text))).await;
        let foreign = own.split_off(TURNS);
        assert!(own.iter().all(Result::is_ok), "{own:?}");
        assert!(foreign.iter().all(|refused| matches!(refused, Err(Error::NotFound("session")))), "{foreign:?}");
        assert!(app.count(LARGEST_BATCH).await > 4, "turns of several tenants shared a transaction");
        assert_eq!(app.count("select count(*) from message where text = 'spy'").await, 0);
        for table in ["turn", "message", "event"] {
            let query = format!(
                "select count(*) from {table} x join session s on s.id = x.session_id
                  where (x.organization_id, x.livemode) <> (s.organization_id, s.livemode)"
            );
            let foreign: i64 =
                sqlx::query_scalar(sqlx::AssertSqlSafe(query)).fetch_one(app.superuser()).await.unwrap();
            assert_eq!(foreign, 0, "{table}");
        }
        let keyed = "select count(*) from turn where (api_key_id is null) <> livemode or (user_id is null) = livemode";
        assert_eq!(app.count(keyed).await, 0);
        let claims = claim_all(app).await;
        let works = load_all(app, &claims).await;
        for (claim, work) in claims.iter().zip(&works) {
            let work = work.as_ref().unwrap();
            assert_eq!((work.session.id, &*work.message), (claim.session_id(), "baker"));
        }
        let streamed = stream_all(app, &app.db, &claims).await;
        assert!(streamed.iter().all(|appended| matches!(appended, Ok(true))), "{streamed:?}");
        let batch = "select max(rows) from (select count(*) as rows from event where type = 'text.delta' group by xmin::text) batches";
        assert!(app.count(batch).await > 4, "texts of several tenants shared a transaction");
        let mixed = "select count(*) from event e join turn t on t.id = e.turn_id where e.session_id <> t.session_id";
        assert_eq!(app.count(mixed).await, 0);
        let finishes =
            at_once(app, claims.iter().zip(&works).map(|(claim, work)| complete(app, claim, work.as_ref().unwrap())))
                .await;
        assert_eq!(finishes, vec![Finish::Committed; TURNS]);
        let batch = "select max(rows) from (select count(*) as rows from message where role = 'assistant' and sequence > 0
                                             group by xmin::text) batches";
        assert!(app.count(batch).await > 4, "results of several tenants shared a transaction");
        let reads = authors.iter().flat_map(|author| claims.iter().map(move |claim| (author, claim)));
        let reads = reads.map(async |(author, claim)| (author, claim, read(&app.db, author, claim).await));
        for (author, claim, found) in at_once(app, reads).await {
            let is_own = author.sessions.contains(&claim.session_id());
            match found {
                Ok(turn) => assert!(is_own && turn.id == claim.turn_id() && turn.reply.is_some(), "{turn:?}"),
                Err(error) => assert!(!is_own && matches!(error, Error::NotFound("turn")), "{error:?}"),
            }
        }
    })
    .await;
}

async fn read(db: &Db, author: &Author, claim: &Claim) -> domain::Result<turns::Turn> {
    turns::find(db.autocommit(&author.caller), claim.session_id(), claim.turn_id()).await
}

#[tokio::test]
async fn reads_of_a_batch_whose_answer_was_lost_are_repeated() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let author = Author::new(app, &ada, TURNS).await;
        assert!(author.say(app, &app.db, "baker").await.iter().all(Result::is_ok));
        let claims = claim_all(app).await;
        let proxy = SilentProxy::start(&app.database().url(), "read_turns(").await;
        let db = Db::connect(db_settings(&proxy.url, 5)).await.unwrap();
        let found = at_once(app, claims.iter().map(|claim| read(&db, &author, claim))).await;
        assert_eq!(proxy.lost_answers(), 1);
        for (claim, turn) in claims.iter().zip(found) {
            assert_eq!(turn.unwrap().id, claim.turn_id());
        }
        fail_all(app, &claims).await;
        db.close().await;
    })
    .await;
}

#[tokio::test]
async fn an_error_in_a_batch_concerns_one_turn_only() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let author = Author::new(app, &ada, TURNS).await;
        let poisoned = author.sessions[TURNS - 3].0;
        app.superuser_runs(&format!(
            "alter table message add constraint poison check (session_id <> '{poisoned}' or sequence = 0) not valid"
        ))
        .await;
        let accepted = author.say(app, &app.db, "baker").await;
        let refused: Vec<usize> = (0..TURNS).filter(|place| accepted[*place].is_err()).collect();
        assert_eq!(refused, [TURNS - 3], "{accepted:?}");
        assert!(matches!(accepted[TURNS - 3], Err(Error::Internal(_))));
        let claims = claim_all(app).await;
        let poisoned = claims[TURNS - 3].session_id().0;
        app.superuser_runs(&format!(
            "alter table message add constraint more_poison
                 check (session_id <> '{poisoned}' or role = 'user' or sequence = 0) not valid"
        ))
        .await;
        let works = load_all(app, &claims).await;
        let ends = at_once(app, claims.iter().zip(&works).map(|(claim, work)| end(app, claim, work))).await;
        let failed: Vec<usize> = (0..claims.len()).filter(|place| ends[*place].is_err()).collect();
        assert_eq!(failed, [TURNS - 3], "{ends:?}");
        fail_all(app, &claims[TURNS - 3..=TURNS - 3]).await;
    })
    .await;
}

/// [`complete`] that may fail.
async fn end(app: &App, claim: &Claim, work: &domain::Result<turns::Work>) -> domain::Result<Finish> {
    end_on(&app.db, claim, work.as_ref().unwrap()).await
}

async fn end_on(db: &Db, claim: &Claim, work: &turns::Work) -> domain::Result<Finish> {
    let reply = "Noted.".into();
    let proposal = job_post::Proposal { updates: Vec::new(), intent: job_post::Intent::Continue, reply };
    let history = job_post::History::default();
    let input = job_post::TurnInput::new(claim.turn_id().0, work.session.view(), &history, &work.message);
    let decision = job_post::decide(&input, &proposal);
    turns::complete(db, claim, work, &decision, Some(""), serde_json::Value::Null).await
}

#[tokio::test]
async fn an_error_in_a_batch_of_texts_concerns_one_turn_only() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let author = Author::new(app, &ada, TURNS).await;
        assert!(author.say(app, &app.db, "baker").await.iter().all(Result::is_ok));
        let claims = claim_all(app).await;
        let poisoned = claims[TURNS - 3].session_id().0;
        app.superuser_runs("create sequence refusals").await;
        app.superuser_runs(&format!(
            "create function refuse_text() returns trigger language plpgsql security definer as $$
             begin
                 if new.session_id = '{poisoned}' and new.type = 'text.delta' then
                     perform nextval('refusals');
                     raise exception 'poison';
                 end if;
                 return new;
             end $$"
        ))
        .await;
        app.superuser_runs(
            "create trigger refuse_text before insert on event for each row execute function refuse_text()",
        )
        .await;
        let streamed = stream_all(app, &app.db, &claims).await;
        assert_eq!(app.count("select last_value from refusals").await, 2, "in a batch, and alone");
        let failed: Vec<usize> = (0..TURNS).filter(|place| streamed[*place].is_err()).collect();
        assert_eq!(failed, [TURNS - 3], "{streamed:?}");
        assert_eq!(app.count(TEXTS).await, 11);
        assert_eq!(stream_all(app, &app.db, &claims[..2]).await.len(), 2);
        assert_eq!(app.count(TEXTS).await, 13, "the previews go on");
        fail_all(app, &claims).await;
    })
    .await;
}

async fn load_all(app: &App, claims: &[Claim]) -> Vec<domain::Result<turns::Work>> {
    at_once(app, claims.iter().map(|claim| turns::load(&app.db, claim))).await
}

async fn stream_all(app: &App, db: &Db, claims: &[Claim]) -> Vec<domain::Result<bool>> {
    at_once(app, claims.iter().map(|claim| turns::stream(db, claim, "Noted so far. "))).await
}

#[tokio::test]
async fn turns_of_a_batch_whose_connection_broke_are_accepted_once() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let author = Author::new(app, &ada, TURNS).await;
        // The first transaction of several turns, which is the batch, loses its connection before it commits.
        for statement in [
            "create sequence broken",
            "create table seen (xid bigint primary key, turns integer not null)",
            "create function break_batch() returns trigger language plpgsql security definer as $$
             begin
                 insert into seen values (txid_current(), 1)
                 on conflict (xid) do update set turns = seen.turns + 1;
                 if (select turns from seen where xid = txid_current()) = 2 and nextval('broken') = 1 then
                     perform pg_terminate_backend(pg_backend_pid());
                 end if;
                 return new;
             end $$",
            "create trigger break_batch before insert on turn for each row execute function break_batch()",
        ] {
            app.superuser_runs(statement).await;
        }
        let accepted = author.say(app, &app.db, "baker").await;
        assert!(accepted.iter().all(Result::is_ok), "{accepted:?}");
        assert_eq!(app.count("select count(*) from turn").await, 12);
        let broken =
            "select count(*) from pg_sequences where sequencename = 'broken' and last_value is not null";
        assert_eq!(app.count(broken).await, 1, "a batch was broken");
        fail_all(app, &claim_all(app).await).await;
    })
    .await;
}

#[tokio::test]
async fn turns_of_a_committed_batch_whose_answer_was_lost_are_accepted_once() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let author = Author::new(app, &ada, TURNS).await;
        let proxy = SilentProxy::start(&app.database().url(), "accept_turns(").await;
        let db = Db::connect(db_settings(&proxy.url, 5)).await.unwrap();
        let accepted = author.say(app, &db, "baker").await;
        assert!(accepted.iter().all(|turn| matches!(turn, Ok(Accepted::Started(_)))), "{accepted:?}");
        assert_eq!(proxy.lost_answers(), 1);
        assert_eq!(app.count("select count(*) from turn").await, 12);
        assert_eq!(app.count("select count(*) from message where sequence > 0").await, 12);
        assert!(app.count(LARGEST_BATCH).await > 4);
        fail_all(app, &claim_all(app).await).await;
        db.close().await;
    })
    .await;
}

#[tokio::test]
async fn results_of_a_committed_batch_whose_answer_was_lost_are_written_once() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let author = Author::new(app, &ada, TURNS).await;
        assert!(author.say(app, &app.db, "baker").await.iter().all(Result::is_ok));
        let claims = claim_all(app).await;
        let works = load_all(app, &claims).await;
        let proxy = SilentProxy::start(&app.database().url(), "complete_turns(").await;
        let db = Db::connect(db_settings(&proxy.url, 5)).await.unwrap();
        let ends = at_once(
            app,
            claims.iter().zip(&works).map(|(claim, work)| end_on(&db, claim, work.as_ref().unwrap())),
        )
        .await;
        assert_eq!(proxy.lost_answers(), 1);
        assert!(ends.iter().all(|end| matches!(end, Ok(Finish::Committed))), "{ends:?}");
        assert_eq!(app.count("select count(*) from turn where status = 'succeeded'").await, 12);
        assert_eq!(
            app.count("select count(*) from message where role = 'assistant' and sequence > 0").await,
            12
        );
        db.close().await;
    })
    .await;
}

#[tokio::test]
async fn texts_of_a_committed_batch_whose_answer_was_lost_are_appended_once() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let author = Author::new(app, &ada, TURNS).await;
        assert!(author.say(app, &app.db, "baker").await.iter().all(Result::is_ok));
        let claims = claim_all(app).await;
        let proxy = SilentProxy::start(&app.database().url(), "append_turn_texts(").await;
        let db = Db::connect(db_settings(&proxy.url, 5)).await.unwrap();
        let streamed = stream_all(app, &db, &claims).await;
        assert_eq!(proxy.lost_answers(), 1);
        // Nobody knows that they were appended, so nobody appends them again.
        let unknown =
            streamed.iter().filter(|appended| matches!(appended, Err(Error::Unavailable(_)))).count();
        let appended = streamed.iter().filter(|appended| matches!(appended, Ok(true))).count();
        assert!(unknown > 1 && unknown + appended == TURNS, "{streamed:?}");
        assert_eq!(app.count(TEXTS).await, 12);
        fail_all(app, &claims).await;
        db.close().await;
    })
    .await;
}
