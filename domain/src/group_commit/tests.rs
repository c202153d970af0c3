//! Tests with writes that only note how they were run.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use entity::id::{OrganizationId, SessionId};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use uuid::Uuid;

use super::{Batchable, GroupCommit, MAX_PENDING, Outcomes, SessionKey, WRITERS};
use crate::error::{Error, Result, StatementError};

/// What happens to a write in a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Commits,
    IsLeftOut,
    /// The database refuses the batch.
    FailsBatch,
    LosesConnection,
    Panics,
}

/// How a write was run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ran {
    Alone,
    Together(usize),
    Again,
}

#[derive(Clone, Copy, Debug)]
struct Note {
    organization: u128,
    session: u128,
    fate: Fate,
    bytes: usize,
}

/// Lets transactions commit, and knows their sizes and order.
#[derive(Clone)]
struct Server {
    commits: Arc<Semaphore>,
    batches: Arc<Mutex<Vec<Vec<SessionKey>>>>,
}

impl Server {
    fn blocked() -> Self {
        Self { commits: Arc::new(Semaphore::new(0)), batches: Arc::default() }
    }

    fn open() -> Self {
        let server = Self::blocked();
        server.unblock();
        server
    }

    fn unblock(&self) {
        self.commits.add_permits(1_000_000);
    }

    async fn commit(&self, sessions: Vec<SessionKey>) {
        self.batches.lock().unwrap().push(sessions);
        self.commits.acquire().await.unwrap().forget();
    }

    fn batches(&self) -> Vec<Vec<SessionKey>> {
        self.batches.lock().unwrap().clone()
    }
}

impl Batchable for Note {
    type Outcome = Ran;
    type Context = Server;

    fn session(&self) -> SessionKey {
        SessionKey {
            organization: OrganizationId(Uuid::from_u128(self.organization)),
            livemode: true,
            session: SessionId(Uuid::from_u128(self.session)),
        }
    }

    fn bytes(&self) -> usize {
        self.bytes
    }

    async fn run(self, server: &Server) -> Result<Ran> {
        server.commit(vec![self.session()]).await;
        Ok(Ran::Alone)
    }

    async fn run_together(writes: &[Self], server: &Server) -> Outcomes<Self> {
        server.commit(writes.iter().map(Batchable::session).collect()).await;
        assert!(writes.iter().all(|write| write.fate != Fate::Panics), "a panic of a batch");
        for (fate, is_rolled_back) in [(Fate::FailsBatch, true), (Fate::LosesConnection, false)] {
            if writes.iter().any(|write| write.fate == fate) {
                return Err(StatementError { error: Error::internal("the batch failed"), is_rolled_back });
            }
        }
        let outcome = |write: &Self| (write.fate == Fate::Commits).then_some(Ran::Together(writes.len()));
        Ok(writes.iter().map(outcome).collect())
    }

    async fn run_again(self, server: &Server) -> Result<Ran> {
        self.run(server).await.map(|_| Ran::Again)
    }
}

fn note(organization: u128, session: u128) -> Note {
    Note { organization, session, fate: Fate::Commits, bytes: 100 }
}

/// Fills the writers with single writes, queues `notes` behind them, and then lets everything commit. Returns how each note
/// was run, in their order.
async fn run_behind_others(server: &Server, notes: &[Note]) -> Vec<Ran> {
    // The writers are held for as long as a slow machine needs to queue the notes.
    let group = Arc::new(GroupCommit::with_writer_time(Duration::from_secs(60)));
    let mut tasks = JoinSet::new();
    for number in 0..WRITERS {
        let (group, server) = (group.clone(), server.clone());
        tasks.spawn(async move { group.run(note(99, 99_000 + number as u128), &server).await });
    }
    wait_until(|| server.batches().len() == WRITERS).await;
    let mut queued = Vec::new();
    for (place, note) in notes.iter().copied().enumerate() {
        let (task_group, server) = (group.clone(), server.clone());
        queued.push(tokio::spawn(async move { task_group.run(note, &server).await }));
        wait_until(|| group.0.lock().waiting.len() > place).await;
    }
    server.unblock();
    let mut outcomes = Vec::new();
    for task in queued {
        outcomes.push(task.await.unwrap().unwrap());
    }
    outcomes
}

async fn wait_until(is_so: impl Fn() -> bool) {
    while !is_so() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_write_without_company_runs_alone() {
    let (group, server) = (GroupCommit::default(), Server::open());
    for session in 0..3 {
        assert_eq!(group.run(note(1, session), &server).await.unwrap(), Ran::Alone);
    }
    assert_eq!(server.batches().len(), 3);
}

#[tokio::test]
async fn writes_that_wait_share_a_batch_in_the_order_of_sessions() {
    let server = Server::blocked();
    let ran = run_behind_others(&server, &[note(2, 1), note(1, 5), note(1, 4)]).await;
    assert_eq!(ran, [Ran::Together(3); 3]);
    let expected: Vec<SessionKey> =
        [note(1, 4), note(1, 5), note(2, 1)].iter().map(Batchable::session).collect();
    assert_eq!(server.batches()[WRITERS], expected);
}

#[tokio::test]
async fn a_session_is_in_a_batch_once() {
    let server = Server::blocked();
    let ran = run_behind_others(&server, &[note(1, 1), note(1, 2), note(1, 1)]).await;
    assert_eq!(ran, [Ran::Together(2), Ran::Together(2), Ran::Alone]);
}

#[tokio::test]
async fn an_organization_leaves_room_for_others() {
    let server = Server::blocked();
    let notes: Vec<Note> = (0..70).map(|session| note(1, session)).chain([note(2, 1), note(3, 1)]).collect();
    run_behind_others(&server, &notes).await;
    let first = &server.batches()[WRITERS];
    assert_eq!(first.len(), 64, "the rest of the batch is filled");
    assert!(first.contains(&note(2, 1).session()) && first.contains(&note(3, 1).session()));
}

#[tokio::test]
async fn a_batch_is_bounded_in_bytes() {
    let server = Server::blocked();
    let big = |session| Note { bytes: 600_000, ..note(1, session) };
    let ran = run_behind_others(&server, &[big(1), big(2), note(1, 3), note(1, 4)]).await;
    assert_eq!(ran[0], Ran::Alone);
    assert_eq!(ran[1], Ran::Together(3));
}

#[tokio::test]
async fn what_a_batch_leaves_out_runs_alone() {
    let server = Server::blocked();
    let left_out = Note { fate: Fate::IsLeftOut, ..note(1, 2) };
    let ran = run_behind_others(&server, &[note(1, 1), left_out, note(1, 3)]).await;
    assert_eq!(ran, [Ran::Together(3), Ran::Alone, Ran::Together(3)]);
}

#[tokio::test]
async fn each_write_of_a_failed_batch_runs_alone() {
    // What a batch that was rolled back has not written runs as if there had been no batch.
    let fates =
        [(Fate::FailsBatch, Ran::Alone), (Fate::LosesConnection, Ran::Again), (Fate::Panics, Ran::Again)];
    for (fate, expected) in fates {
        let server = Server::blocked();
        let failing = Note { fate, ..note(1, 2) };
        let ran = run_behind_others(&server, &[note(1, 1), failing, note(1, 3)]).await;
        assert_eq!(ran, [expected; 3], "{fate:?}");
    }
}

#[tokio::test]
async fn a_waiting_write_is_carried_out_after_its_caller_is_gone() {
    let group = Arc::new(GroupCommit::with_writer_time(Duration::from_secs(60)));
    let server = Server::blocked();
    let mut tasks = JoinSet::new();
    for session in 0..4 {
        let (group, server) = (group.clone(), server.clone());
        tasks.spawn(async move { group.run(note(1, session), &server).await });
    }
    wait_until(|| group.0.lock().waiting.len() == 4 - WRITERS).await;
    tasks.shutdown().await;
    server.unblock();
    wait_until(|| server.batches().len() == WRITERS + 1).await;
    assert_eq!(server.batches()[WRITERS].len(), 2);
}

#[tokio::test]
async fn a_slow_transaction_does_not_keep_its_writer() {
    let (group, server) = (Arc::new(GroupCommit::default()), Server::blocked());
    let mut tasks = JoinSet::new();
    for session in 0..20 {
        let (group, server) = (group.clone(), server.clone());
        tasks.spawn(async move { group.run(note(1, session), &server).await });
    }
    // The first ones never commit, and the others get a transaction nevertheless.
    wait_until(|| server.batches().iter().map(Vec::len).sum::<usize>() == 20).await;
    server.unblock();
    while let Some(ran) = tasks.join_next().await {
        ran.unwrap().unwrap();
    }
}

#[tokio::test]
async fn a_full_queue_refuses_writes() {
    let (group, server) = (Arc::new(GroupCommit::default()), Server::blocked());
    let mut tasks = JoinSet::new();
    for number in 0..MAX_PENDING * 2 {
        // Few sessions, so that batches do not empty the queue. No organization has all of it.
        let (group, server) = (group.clone(), server.clone());
        let session = if number < WRITERS { number as u128 } else { 50 };
        tasks.spawn(async move { group.run(note(number as u128 % 8, session), &server).await });
    }
    while let Some(ran) = tasks.join_next().await {
        if let Err(refused) = ran.unwrap() {
            assert!(matches!(refused, Error::Unavailable(_)), "{refused}");
            return;
        }
    }
    panic!("all writes were accepted");
}

#[tokio::test]
async fn an_organization_that_fills_its_part_of_the_queue_leaves_the_rest_to_others() {
    let (group, server) = (Arc::new(GroupCommit::default()), Server::blocked());
    let mut tasks = JoinSet::new();
    for number in 0..MAX_PENDING {
        let (group, server) = (group.clone(), server.clone());
        let session = if number < WRITERS { number as u128 } else { 50 };
        tasks.spawn(async move { group.run(note(1, session), &server).await });
    }
    let refused = tasks.join_next().await.unwrap().unwrap().unwrap_err();
    assert!(matches!(refused, Error::TooMany { .. }), "{refused}");
    let other = tokio::spawn({
        let (group, server) = (group.clone(), server.clone());
        async move { group.run(note(2, 1), &server).await }
    });
    wait_until(|| server.batches().iter().flatten().any(|key| key.organization.0.as_u128() == 2)).await;
    server.unblock();
    other.await.unwrap().unwrap();
    // What has waited is counted no more.
    while tasks.join_next().await.is_some() {}
    assert!(group.0.lock().of_organization.is_empty());
}
