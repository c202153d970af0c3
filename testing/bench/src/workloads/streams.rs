//! Many idle event streams.

use std::time::Duration;

use futures_util::future::try_join_all;
use futures_util::stream::{self, StreamExt, TryStreamExt};
use tokio::task::JoinHandle;

use crate::connection::Connection;
use crate::installation::Installation;
use crate::person::Person;
use crate::processor_time::ProcessorTime;
use crate::report::{Report, Row};
use crate::{Options, Result};

/// KB of buffers that hyper 1.12 keeps for a connection after its first request: 16 for reading, 8 for writing heads.
const HYPER_BUFFERS: u32 = 24;
/// The number of streams that are opened concurrently.
const OPEN_AT_ONCE: usize = 32;
/// Long enough for every stream to poll three times for lost notifications.
const MEASUREMENT: Duration = Duration::from_secs(30);
/// After streams are closed: allocators return memory after up to ten seconds.
const SETTLE: Duration = Duration::from_secs(15);

pub async fn measure(options: &Options, report: &mut Report) -> Result<()> {
    let count = if options.quick { 500 } else { 5_000 };
    let mut installation = Installation::start_with(&[
        ("POSTWRIGHT_STREAMS_PER_USER", count.to_string()),
        ("POSTWRIGHT_QUOTA_EVENT_STREAMS", count.to_string()),
    ])
    .await?;
    let person = installation.people(1).await?.remove(0);
    let sessions = sessions(&person, count).await?;
    // Hashing passwords leaves free memory that the streams would use unnoticed.
    installation.restart_api().await?;
    // The memory that all streams share is allocated by the first ones.
    drop(Open::all(&installation, &person, &sessions[..count / 50]).await?);
    tokio::time::sleep(SETTLE).await;
    let quiet = processor_time(&installation).await?;
    let empty = installation.api.memory();

    let open = Open::all(&installation, &person, &sessions).await?;
    let idle = processor_time(&installation).await?;
    let full = installation.api.memory();
    open.check()?;
    drop(open);
    tokio::time::sleep(SETTLE).await;
    let closed = installation.api.memory();
    let again = Open::all(&installation, &person, &sessions).await?;
    let full_again = installation.api.memory();
    again.check()?;
    drop(again);
    tokio::time::sleep(SETTLE).await;

    let each = full.saturating_sub(empty) as f64 / count as f64;
    report.add(Row {
        what: format!("streams: {count} idle, memory of the API for each"),
        figure: format!("{each:.1} KB"),
        limit: format!(
            "{} MB before, {} MB with them; hyper's buffers alone are {HYPER_BUFFERS} KB a connection",
            empty / 1_024,
            full / 1_024
        ),
        goal: "≤ 20 KB",
        met: Some(each <= 20.0),
    });
    let freed = full.saturating_sub(closed) as f64 / full.saturating_sub(empty).max(1) as f64;
    let growth = full_again as f64 / full as f64;
    report.add(Row {
        what: format!("streams: {count} closed"),
        figure: format!("{} MB: {:.0} % given back to the system", closed / 1_024, freed * 100.0),
        limit: format!("opened again: {} MB, {growth:.2} of the first time", full_again / 1_024),
        goal: "≥ 80 % given back, ≤ 1.05 the second time",
        met: Some(freed >= 0.8 && growth <= 1.05),
    });
    report.note("streams: processor time without any", shares(quiet));
    report.note(format!("streams: processor time with {count} idle"), shares(idle));
    Ok(())
}

async fn sessions(person: &Person, count: usize) -> Result<Vec<String>> {
    let all = (0..OPEN_AT_ONCE).map(|first| async move {
        let mut own = Vec::new();
        for _ in (first..count).step_by(OPEN_AT_ONCE) {
            own.push(person.begin().await?);
        }
        Result::Ok(own)
    });
    Ok(try_join_all(all).await?.concat())
}

/// Streams that are read until they are dropped, each over a connection of its own.
struct Open(Vec<JoinHandle<()>>);

impl Open {
    async fn all(installation: &Installation, person: &Person, sessions: &[String]) -> Result<Self> {
        let open = stream::iter(sessions).map(|session| async move {
            let path = format!("/v1/sessions/{session}/events");
            let following =
                Connection::open(installation.address, &person.token).await?.follow(&path).await?;
            Result::Ok(tokio::spawn(following))
        });
        Ok(Self(open.buffer_unordered(OPEN_AT_ONCE).try_collect().await?))
    }

    /// # Errors
    /// A stream has ended by itself.
    fn check(&self) -> Result<()> {
        match self.0.iter().filter(|following| following.is_finished()).count() {
            0 => Ok(()),
            ended => Err(format!("{ended} streams ended by themselves").into()),
        }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.iter().for_each(JoinHandle::abort);
    }
}

async fn processor_time(installation: &Installation) -> Result<ProcessorTime> {
    let before = ProcessorTime::now(installation).await?;
    tokio::time::sleep(MEASUREMENT).await;
    Ok(ProcessorTime::now(installation).await?.since(before))
}

fn shares(used: ProcessorTime) -> String {
    used.shares(MEASUREMENT)
}
