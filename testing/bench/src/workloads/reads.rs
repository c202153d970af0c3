//! W3: reads of a session, authenticated and through row-level security.

use std::time::{Duration, Instant};

use futures_util::future::try_join_all;

use crate::connection::Connection;
use crate::figures::{Durations, rate};
use crate::installation::Installation;
use crate::processor_time::ProcessorTime;
use crate::report::{Report, Row};
use crate::{Options, Result, limits};

const CONNECTIONS: usize = 64;

pub struct Read {
    pub each: Durations,
    pub took: Duration,
}

impl Read {
    /// Reads per second.
    pub fn rate(&self) -> f64 {
        rate(self.each.count(), self.took)
    }
}

pub async fn measure(options: &Options, report: &mut Report) -> Result<()> {
    let installation = Installation::start().await?;
    let seconds = if options.quick { 2 } else { 5 };
    let limit = limits::reads(&installation, seconds).await?;
    read_for(&installation, Duration::from_secs(1)).await?;
    let before = ProcessorTime::now(&installation).await?;
    let read = read_for(&installation, Duration::from_secs(seconds.into())).await?;
    let used = ProcessorTime::now(&installation).await?.since(before);
    report_read("W3: GET a session, 64 connections", &read, limit, report);
    report.note("W3: processor time a read", used.each(read.each.count()));
    Ok(())
}

pub fn report_read(what: &str, read: &Read, limit: f64, report: &mut Report) {
    let ratio = read.rate() / limit;
    report.add(Row {
        what: what.to_owned(),
        figure: format!("{:.0} reads/s, {}", read.rate(), read.each.summary()),
        limit: format!("{limit:.0} SELECTs by key/s: {ratio:.2} of it"),
        goal: "≥ 20,000 reads/s, or ≥ 0.25",
        met: Some(read.rate() >= 20_000.0 || ratio >= 0.25),
    });
}

/// Reads over all connections, each its own session, for this long.
pub async fn read_for(installation: &Installation, length: Duration) -> Result<Read> {
    let people = installation.people(1).await?;
    let mut ready = Vec::with_capacity(CONNECTIONS);
    for _ in 0..CONNECTIONS {
        let connection = Connection::open(installation.address, &people[0].token).await?;
        ready.push((connection, people[0].begin().await?));
    }
    let started = Instant::now();
    let all = ready.into_iter().map(|(connection, session)| {
        tokio::spawn(async move { keep_reading(connection, &session, started, length).await })
    });
    let each: Result<Vec<_>> = try_join_all(all).await?.into_iter().collect();
    let each = each?.into_iter().flatten().collect();
    Ok(Read { each: Durations::of(each), took: started.elapsed() })
}

async fn keep_reading(
    mut connection: Connection,
    session: &str,
    started: Instant,
    length: Duration,
) -> Result<Vec<Duration>> {
    let path = format!("/v1/sessions/{session}");
    let mut each = Vec::new();
    while started.elapsed() < length {
        let sent = Instant::now();
        let reply = connection.get(&path).await?;
        each.push(sent.elapsed());
        if reply.status != 200 || !reply.body.windows(session.len()).any(|part| part == session.as_bytes()) {
            return Err(format!("a read got a response with {}", reply.status).into());
        }
    }
    Ok(each)
}
