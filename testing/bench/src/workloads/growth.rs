//! W1, W3 and claims with many stored sessions, compared with an empty database.

use std::time::{Duration, Instant};

use sqlx::Row as _;

use super::reads::{Read, read_for};
use super::turns::{busy, warm_up};
use crate::figures::{Durations, milliseconds};
use crate::installation::Installation;
use crate::report::{Report, Row};
use crate::{Options, Result};

/// Copies one session with all its messages under new ids.
const STORE: &str = "
with copies as (
    insert into session
    select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid()))).*
      from session s, generate_series(1, $1) where s.id = $2::uuid
    returning organization_id, id)
insert into message
select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'session_id', c.id))).*
  from copies c join message m on m.organization_id = c.organization_id and m.session_id = $2::uuid";
/// Queues a turn in each of this many stored sessions.
const QUEUE: &str = "
insert into turn (organization_id, id, livemode, session_id, user_id, sequence, status, is_head)
select s.organization_id, gen_random_uuid(), s.livemode, s.id, s.user_id, 1, 'queued', true
  from session s
 where not exists (select from turn t where t.organization_id = s.organization_id and t.session_id = s.id)
 limit $1";
const CLAIM: &str =
    "select count(*) from cross_tenant.claim_turns('bench', 100, interval '30 seconds', 400, null, 3, 3)";

pub async fn measure(options: &Options, report: &mut Report) -> Result<()> {
    let mut installation = Installation::start().await?;
    let stored: i32 = match (options.quick, options.full) {
        (true, _) => 10_000,
        (_, true) => 1_000_000,
        _ => 100_000,
    };
    let length = Duration::from_secs(if options.quick { 2 } else { 5 });
    warm_up(&installation, &installation.people(1).await?).await?;
    let (turns, reads) = (busy(&installation, options).await?, read_for(&installation, length).await?);
    store(&installation, stored).await?;
    busy(&installation, options).await?;
    let grown = busy(&installation, options).await?;
    report.add(row(
        format!("growth: W1 with {stored} stored sessions"),
        "turns/s",
        grown.rate(),
        turns.rate(),
    ));
    let grown: Read = read_for(&installation, length).await?;
    report.add(row(
        format!("growth: W3 with {stored} stored sessions"),
        "reads/s",
        grown.rate(),
        reads.rate(),
    ));
    if let Some(mut worker) = installation.worker.take() {
        worker.stop().await?;
    }
    claims(&installation, i64::from(stored), report).await
}

fn row(what: String, unit: &str, grown: f64, empty: f64) -> Row {
    let ratio = grown / empty;
    Row {
        what,
        figure: format!("{grown:.0} {unit}"),
        limit: format!("{empty:.0} with an empty database: {ratio:.2} of it"),
        goal: "≥ 0.9",
        met: Some(ratio >= 0.9),
    }
}

async fn store(installation: &Installation, sessions: i32) -> Result<()> {
    let people = installation.people(1).await?;
    let session = people[0].begin().await?;
    sqlx::query(STORE).bind(sessions).bind(session).execute(&installation.superuser).await?;
    sqlx::raw_sql("vacuum analyze").execute(&installation.superuser).await?;
    sqlx::raw_sql("checkpoint").execute(&installation.superuser).await?;
    Ok(())
}

/// The duration of claiming a hundred turns with few and with many queued.
async fn claims(installation: &Installation, stored: i64, report: &mut Report) -> Result<()> {
    let (mut queued, mut first) = (0, None);
    for wanted in [100, 10_000, 100_000].into_iter().filter(|wanted| *wanted <= stored) {
        sqlx::query(QUEUE).bind(wanted - queued).execute(&installation.superuser).await?;
        sqlx::raw_sql("analyze turn").execute(&installation.superuser).await?;
        queued = wanted;
        let took = claim_often(installation).await?.quantile(0.5);
        let few = *first.get_or_insert(took);
        let ratio = took.as_secs_f64() / few.as_secs_f64();
        report.add(Row {
            what: format!("growth: claiming 100 of {queued} queued turns"),
            figure: milliseconds(took),
            limit: format!("{} with 100 queued: {ratio:.1} times that", milliseconds(few)),
            goal: "flat",
            met: Some(ratio <= 1.5),
        });
    }
    Ok(())
}

async fn claim_often(installation: &Installation) -> Result<Durations> {
    let mut all = Vec::new();
    for _ in 0..30 {
        let mut transaction = installation.superuser.begin().await?;
        let begun = Instant::now();
        let claimed: i64 = sqlx::query(CLAIM).fetch_one(&mut *transaction).await?.try_get(0)?;
        all.push(begun.elapsed());
        transaction.rollback().await?;
        if claimed != 100 {
            return Err(format!("{claimed} turns were claimed and not 100").into());
        }
    }
    Ok(Durations::of(all))
}
