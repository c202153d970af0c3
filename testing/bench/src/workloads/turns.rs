//! W1 and W2: turns with a model that responds at once, and turns that wait for the model.

use std::time::Duration;

use super::conversations::{Conversation, Measured, run_conversations, run_spread};
use crate::figures::Durations;
use crate::installation::Installation;
use crate::person::Person;
use crate::processor_time::ProcessorTime;
use crate::report::{Report, Row};
use crate::{Options, Result, limits};

/// The delay of the model in W2.
const MODEL_DELAY: Duration = Duration::from_secs(1);
/// The turns of each conversation in W2.
const TURNS: usize = 3;
/// The organizations that share the conversations of W2.
const ORGANIZATIONS: usize = 8;
/// The organizations that share the conversations of W1's second row.
const MANY_ORGANIZATIONS: usize = 32;

/// W1: 64 conversations of 10 turns with a model that responds at once, and a single turn on the idle installation.
pub async fn at_once(options: &Options, report: &mut Report) -> Result<()> {
    let installation = Installation::start().await?;
    idle(&installation, report).await?;
    let limit = limits::two_commits(&installation, if options.quick { 3 } else { 8 }).await?;
    warm_up(&installation, &installation.people(1).await?).await?;
    busy(&installation, options).await?;
    let before = (installation.commits().await?, ProcessorTime::now(&installation).await?);
    let measured = busy(&installation, options).await?;
    let used = ProcessorTime::now(&installation).await?.since(before.1);
    let commits = installation.commits().await? - before.0;
    report_busy("W1: 64 conversations × 10 turns", &measured, limit, (0.25, "≥ 0.25, p99 ≤ 100 ms"), report);
    let turns = measured.turns.count() as f64;
    report.note("W1: processor time a turn", used.each(measured.turns.count()));
    report.note("W1: transactions a turn", format!("{:.1}", commits as f64 / turns));
    report.note("W1: memory of API + worker, at most", format!("{} MB", installation.peak_memory()));
    let people = installation.people(MANY_ORGANIZATIONS).await?;
    let measured = run_conversations(&installation, &people, 256, if options.quick { 1 } else { 10 }).await?;
    let what = format!("W1: 256 conversations × 10 turns of {MANY_ORGANIZATIONS} organizations");
    report_busy(&what, &measured, limit, (0.2, "≥ 0.2, p99 ≤ 100 ms"), report);
    Ok(())
}

/// Turns before the measurement, so that caches, plans and statistics exist as in an installation that has run for a while.
pub async fn warm_up(installation: &Installation, people: &[Person]) -> Result<()> {
    run_conversations(installation, people, 64, 10).await?;
    sqlx::raw_sql("vacuum analyze").execute(&installation.superuser).await?;
    Ok(())
}

/// The load of W1.
pub async fn busy(installation: &Installation, options: &Options) -> Result<Measured> {
    let people = installation.people(1).await?;
    run_conversations(installation, &people, 64, if options.quick { 3 } else { 10 }).await
}

/// `limit` is what PostgreSQL alone does; the goal is a share of it.
fn report_busy(
    what: &str,
    measured: &Measured,
    limit: f64,
    (share, goal): (f64, &'static str),
    report: &mut Report,
) {
    let ratio = measured.rate() / limit;
    report.add(Row {
        what: what.to_owned(),
        figure: format!("{:.0} turns/s, {}", measured.rate(), measured.turns.summary()),
        limit: format!("{limit:.0} pairs of commits/s: {ratio:.2} of it"),
        goal,
        met: Some(ratio >= share && measured.turns.quantile(0.99).as_millis() <= 100),
    });
}

async fn idle(installation: &Installation, report: &mut Report) -> Result<()> {
    let people = installation.people(1).await?;
    let conversation = Conversation::begin(installation.address, &people[0]).await?;
    let turns = conversation.run(60).await?.split_off(10);
    let turns = Durations::of(turns);
    report.add(Row {
        what: "one idle turn".into(),
        figure: turns.summary(),
        limit: String::new(),
        goal: "p50 ≤ 15 ms",
        met: Some(turns.quantile(0.5).as_millis() <= 15),
    });
    Ok(())
}

/// W2: 300 conversations of 3 turns with a model that takes a second, then with one that writes the reply during this second.
pub async fn streaming(options: &Options, report: &mut Report) -> Result<()> {
    let installation = Installation::start().await?;
    let people = installation.people(ORGANIZATIONS).await?;
    warm_up(&installation, &people).await?;
    installation.model.set_delay(MODEL_DELAY);
    let conversations = if options.quick { 30 } else { 300 };
    let mut costs = [0.0; 2];
    for (cost, in_pieces) in costs.iter_mut().zip([false, true]) {
        if in_pieces {
            installation.model.write_in_pieces();
        }
        let before = ProcessorTime::now(&installation).await?;
        let measured = run_conversations(&installation, &people, conversations, 3).await?;
        *cost = ProcessorTime::now(&installation).await?.since(before).each_of_ours(measured.turns.count());
    }
    let [at_once, in_pieces] = costs;
    report.add(Row {
        what: format!("W2: {conversations} conversations × 3 turns, a model that writes for a second"),
        figure: format!("{in_pieces:.2} ms of processor time a turn"),
        limit: format!("{at_once:.2} ms without pieces: {:.2} times as much", in_pieces / at_once),
        goal: "≤ 1.5 times as much",
        met: Some(in_pieces <= 1.5 * at_once),
    });
    Ok(())
}

/// W2: conversations of 3 turns with a model that takes a second; first they start one after the other within such a second,
/// then all in one instant.
pub async fn waiting(options: &Options, report: &mut Report) -> Result<()> {
    let installation = Installation::start().await?;
    let people = installation.people(ORGANIZATIONS).await?;
    warm_up(&installation, &people).await?;
    installation.model.set_delay(MODEL_DELAY);
    for within in [MODEL_DELAY, Duration::ZERO] {
        for conversations in if options.quick { [50, 100] } else { [500, 1_000] } {
            let measured = run_spread(&installation, &people, conversations, TURNS, within).await?;
            report.add(waiting_row(&installation, conversations, within, &measured));
        }
    }
    Ok(())
}

fn waiting_row(
    installation: &Installation,
    conversations: usize,
    within: Duration,
    measured: &Measured,
) -> Row {
    let ideal = MODEL_DELAY * TURNS as u32 + within;
    let ratio = ideal.as_secs_f64() / measured.took.as_secs_f64();
    let (over, memory) = (measured.turns.over(MODEL_DELAY), installation.peak_memory());
    let is_spread = !within.is_zero();
    let starts = if is_spread { "spread over a second" } else { "in one instant" };
    Row {
        what: format!("W2: {conversations} conversations × {TURNS} turns, started {starts}"),
        figure: format!("{:.0} turns/s, over the model {}, {memory} MB", measured.rate(), over.summary()),
        limit: format!(
            "{:.2} s instead of ideally {:.2} s: {ratio:.2} of it",
            measured.took.as_secs_f64(),
            ideal.as_secs_f64()
        ),
        goal: match (conversations, is_spread) {
            (500, true) => "≥ 0.97, p99 over the model ≤ 100 ms, ≤ 150 MB",
            (500, false) => "≥ 0.70",
            _ => "",
        },
        met: (conversations == 500).then(|| {
            let meets_spread =
                ratio >= 0.97 && over.quantile(0.99) <= Duration::from_millis(100) && memory <= 150;
            if is_spread { meets_spread } else { ratio >= 0.7 }
        }),
    }
}
