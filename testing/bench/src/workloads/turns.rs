//! W1 and W2: turns as fast as they go, and turns that wait for the model.

use std::time::Duration;

use super::conversations::{Conversation, Talked, talk};
use crate::figures::Durations;
use crate::installation::Installation;
use crate::processor_time::ProcessorTime;
use crate::report::{Report, Row};
use crate::{Options, Result, limits};

/// What the model takes in W2.
const THINKING: Duration = Duration::from_secs(1);
/// Organizations that the conversations of W2 belong to.
const ORGANIZATIONS: usize = 8;

/// W1: 64 conversations of 10 turns with a model that answers at once, and the same turn on an idle machine.
pub async fn at_once(options: &Options, report: &mut Report) -> Result<()> {
    let installation = Installation::start().await?;
    idle(&installation, report).await?;
    let limit = limits::two_commits(&installation, if options.quick { 3 } else { 8 }).await?;
    // Before: caches, plans and statistics are there then, as in an installation that has been up for a while.
    busy(&installation, options).await?;
    sqlx::raw_sql("vacuum analyze").execute(&installation.superuser).await?;
    busy(&installation, options).await?;
    let before = (installation.commits().await?, ProcessorTime::now(&installation).await?);
    let talked = busy(&installation, options).await?;
    let used = ProcessorTime::now(&installation).await?.since(before.1);
    let commits = installation.commits().await? - before.0;
    report_busy("W1: 64 conversations × 10 turns", &talked, limit, report);
    let turns = talked.turns.count() as f64;
    report.note("W1: processor time a turn", used.each(talked.turns.count()));
    report.note("W1: transactions a turn", format!("{:.1}", commits as f64 / turns));
    report.note("W1: memory of API + worker, at most", format!("{} MB", installation.most_memory()));
    Ok(())
}

/// The load of W1 by itself.
pub async fn busy(installation: &Installation, options: &Options) -> Result<Talked> {
    let people = installation.people(1).await?;
    talk(installation, &people, 64, if options.quick { 3 } else { 10 }).await
}

pub fn report_busy(what: &str, talked: &Talked, limit: f64, report: &mut Report) {
    let ratio = talked.rate() / limit;
    report.add(Row {
        what: what.to_owned(),
        figure: format!("{:.0} turns/s, {}", talked.rate(), talked.turns.told()),
        limit: format!("{limit:.0} pairs of commits/s: {ratio:.2} of it"),
        goal: "≥ 1,500 turns/s, ≥ 0.2, p99 ≤ 150 ms",
        met: Some(talked.rate() >= 1_500.0 && ratio >= 0.2 && talked.turns.quantile(0.99).as_millis() <= 150),
    });
}

async fn idle(installation: &Installation, report: &mut Report) -> Result<()> {
    let people = installation.people(1).await?;
    let conversation = Conversation::begin(installation.address, &people[0]).await?;
    let turns = conversation.go_on(60).await?.split_off(10);
    let turns = Durations::of(turns);
    report.add(Row {
        what: "one idle turn".into(),
        figure: turns.told(),
        limit: String::new(),
        goal: "p50 ≤ 15 ms",
        met: Some(turns.quantile(0.5).as_millis() <= 15),
    });
    Ok(())
}

/// W2: 500 and 1,000 conversations of 3 turns with a model that takes a second.
pub async fn waiting(options: &Options, report: &mut Report) -> Result<()> {
    let installation = Installation::start().await?;
    let people = installation.people(ORGANIZATIONS).await?;
    talk(&installation, &people, 64, 2).await?;
    installation.model.take(THINKING);
    for conversations in if options.quick { [50, 100] } else { [500, 1_000] } {
        let talked = talk(&installation, &people, conversations, 3).await?;
        let ideal = conversations as f64 / THINKING.as_secs_f64();
        let (ratio, over) = (talked.rate() / ideal, talked.turns.over(THINKING));
        let memory = installation.most_memory();
        report.add(Row {
            what: format!("W2: {conversations} conversations × 3 turns"),
            figure: format!("{:.0} turns/s, over the model {}, {memory} MB", talked.rate(), over.told()),
            limit: format!("ideal {ideal:.0} turns/s: {ratio:.2} of it"),
            goal: "≥ 0.97, over the model p50 ≤ 15 ms and p99 ≤ 100 ms, ≤ 150 MB",
            met: Some(
                ratio >= 0.97
                    && over.quantile(0.5).as_millis() <= 15
                    && over.quantile(0.99) <= Duration::from_millis(100)
                    && memory <= 150,
            ),
        });
    }
    Ok(())
}
