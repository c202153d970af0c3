//! A single turn of one organization while another has thousands waiting.

use std::time::{Duration, Instant};

use futures_util::future::try_join_all;
use serde_json::json;

use super::conversations::{Conversation, PickUp};
use crate::connection::Connection;
use crate::figures::{Durations, milliseconds};
use crate::installation::Installation;
use crate::model::message;
use crate::person::{Person, expected, next_number};
use crate::report::{Report, Row};
use crate::{Options, Result};

/// The delay of the model.
const MODEL_DELAY: Duration = Duration::from_millis(200);
/// The slots of the worker, and the share of one organization: few, so that slots and not the machine are the limit.
const AT_ONCE: usize = 20;
const SHARE: usize = 16;
/// The queued turns of each session.
const DEPTH: usize = 10;
/// The connections that start the queued turns.
const CONNECTIONS: usize = 20;

pub async fn measure(options: &Options, report: &mut Report) -> Result<()> {
    // Enough queued turns to last as long as the single ones, which run one after another.
    let (queued, count) = if options.quick { (1_500, 15) } else { (5_000, 60) };
    for share in [SHARE, AT_ONCE] {
        beside_many(queued, count, share, report).await?;
    }
    Ok(())
}

async fn beside_many(queued: usize, count: usize, share: usize, report: &mut Report) -> Result<()> {
    let settings = [
        ("POSTWRIGHT_TURNS_AT_ONCE", AT_ONCE.to_string()),
        ("POSTWRIGHT_TURNS_PER_ORGANIZATION", share.to_string()),
    ];
    let installation = Installation::start_with(&settings).await?;
    let people = installation.people(2).await?;
    single(&installation, &people[0], 20).await?;
    installation.model.set_delay(MODEL_DELAY);
    let alone = single(&installation, &people[0], count).await?;
    queue(&installation, &people[1], queued, share).await?;
    let begun = (Instant::now(), waiting(&installation).await?);
    let beside = single(&installation, &people[0], count).await?;
    let left = waiting(&installation).await?;
    if left < 100 {
        return Err(format!("only {left} turns still waited at the end: nothing was measured").into());
    }
    let rate = (begun.1 - left) as f64 / begun.0.elapsed().as_secs_f64();
    let what = format!("fairness: single turns beside {queued} queued, {share} of {AT_ONCE} places for one");
    compare(format!("{what}, until the model is asked"), &alone, &beside, share, report, |one| {
        one.called - one.sent
    });
    compare(format!("{what}, until the answer"), &alone, &beside, share, report, |one| one.ended - one.sent);
    report.note("fairness: of the many meanwhile", format!("{rate:.0} turns/s, {left} still waiting"));
    Ok(())
}

/// Adds a row. With all slots for one organization there is no goal; that row shows the effect of the share.
fn compare(
    what: String,
    alone: &[PickUp],
    beside: &[PickUp],
    share: usize,
    report: &mut Report,
    wait: fn(&PickUp) -> Duration,
) {
    let waits = |all: &[PickUp]| Durations::of(all.iter().map(wait).collect());
    let (alone, beside) = (waits(alone), waits(beside));
    let ratio = beside.quantile(0.5).as_secs_f64() / alone.quantile(0.5).as_secs_f64();
    let has_goal = share < AT_ONCE;
    report.add(Row {
        what,
        figure: beside.with_maximum(),
        limit: format!("alone p50 {}: {ratio:.2} times that", milliseconds(alone.quantile(0.5))),
        goal: if has_goal { "≤ 2 times" } else { "" },
        met: has_goal.then_some(ratio <= 2.0),
    });
}

async fn single(installation: &Installation, person: &Person, count: usize) -> Result<Vec<PickUp>> {
    let mut conversation = Conversation::begin(installation.address, person).await?;
    let mut all = Vec::with_capacity(count);
    for _ in 0..count {
        all.push(conversation.start_turn(&installation.model).await?);
    }
    Ok(all)
}

/// Queues this many turns: the organization may run one at a time until all exist, and then its share.
async fn queue(installation: &Installation, person: &Person, count: usize, share: usize) -> Result<()> {
    let set_share = |slots: usize| {
        let statement =
            format!("update organization set turns_at_once = {slots} where id = '{}'", person.organization);
        async { sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&installation.superuser).await }
    };
    set_share(1).await?;
    let all = (0..CONNECTIONS).map(|first| async move {
        let mut connection = Connection::open(installation.address, &person.token).await?;
        for _ in (first..count / DEPTH).step_by(CONNECTIONS) {
            let path = format!("/v1/sessions/{}/turns", person.begin().await?);
            for _ in 0..DEPTH {
                let reply =
                    connection.post(&path, &[], &json!({ "message": message(next_number()) })).await?;
                expected(202, &reply)?;
            }
        }
        Result::Ok(())
    });
    try_join_all(all).await?;
    set_share(share).await?;
    Ok(())
}

async fn waiting(installation: &Installation) -> Result<i64> {
    let queued = "select count(*) from turn where status = 'queued'";
    Ok(sqlx::query_scalar(queued).fetch_one(&installation.superuser).await?)
}
