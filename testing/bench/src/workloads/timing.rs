//! Whether the time of a response tells if somebody has an account.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures_util::future::{try_join, try_join_all};
use serde_json::{Value, json};

use super::guessing::{WRONG, sign_in};
use crate::Result;
use crate::connection::Connection;
use crate::figures::{Durations, milliseconds};
use crate::installation::Installation;
use crate::person::{Person, expected};
use crate::report::{Report, Row};

/// An organization has at most 100 open invitations.
const INVITATIONS: usize = 100;

/// Sends requests for addresses with and without an account in a mixed order, `samples` for each operation.
pub async fn measure(
    installation: &Installation,
    people: &[Person],
    samples: usize,
    report: &mut Report,
) -> Result<()> {
    add_accounts(installation, samples / 2).await?;
    wrong_passwords(installation, samples, "alone", report).await?;
    beside_a_crowd(installation, samples / 4, report).await?;
    let path = "/v1/auth/request-password-reset";
    links(installation, "password resets", path, |email| json!({ "email": email }), samples, report).await?;
    let sign_up = |email: &str| json!({ "email": email });
    links(installation, "sign-ups", "/v1/auth/sign-up", sign_up, samples, report).await?;
    invitations(installation, people, samples, report).await
}

/// Makes accounts that have the addresses of [`address`].
async fn add_accounts(installation: &Installation, count: usize) -> Result<()> {
    let accounts = "insert into user_account (id, email, name, password_hash)
        select gen_random_uuid(), 'known-' || number || '@example.com', 'Known', one.password_hash
          from (select password_hash from user_account limit 1) one, generate_series(0, $1 - 1) number";
    sqlx::query(accounts).bind(i32::try_from(count)?).execute(&installation.superuser).await?;
    sqlx::query("analyze user_account").execute(&installation.superuser).await?;
    Ok(())
}

/// Each pair of turns has one with an account and one without, in an order that nothing else follows.
fn has_account(turn: usize) -> bool {
    let mut hasher = DefaultHasher::new();
    (turn / 2).hash(&mut hasher);
    hasher.finish().is_multiple_of(2) == turn.is_multiple_of(2)
}

/// Addresses with and without an account have the same length.
fn address(turn: usize) -> String {
    let kind = if has_account(turn) { "known" } else { "other" };
    format!("{kind}-{}@example.com", turn / 2)
}

/// A network of its own for each request, so that none is refused.
fn network(what: &str, turn: usize) -> String {
    format!("2001:db8:{:x}:{turn:x}::1", what.len())
}

async fn wrong_passwords(
    installation: &Installation,
    samples: usize,
    when: &str,
    report: &mut Report,
) -> Result<()> {
    let mut connection = Connection::open(installation.address, "").await?;
    let mut times = Times::default();
    for turn in 0..samples {
        let (email, network) = (address(turn), network(when, turn));
        times.add(turn, 401, sign_in(&mut connection, &email, WRONG, &network)).await?;
    }
    times.report(&format!("wrong passwords, {when}"), report);
    Ok(())
}

async fn beside_a_crowd(installation: &Installation, samples: usize, report: &mut Report) -> Result<()> {
    let is_over = AtomicBool::new(false);
    let crowd = try_join_all((0..8).map(|number| fill_queue(installation, number, &is_over)));
    let compared = async {
        let result = wrong_passwords(installation, samples, "while the queue is full", report).await;
        is_over.store(true, Ordering::Relaxed);
        result
    };
    try_join(crowd, compared).await.map(|_| ())
}

async fn fill_queue(installation: &Installation, number: usize, is_over: &AtomicBool) -> Result<()> {
    let mut connection = Connection::open(installation.address, "").await?;
    for turn in 0_usize.. {
        if is_over.load(Ordering::Relaxed) {
            break;
        }
        let address = format!("2001:db8:c{number}:{turn:x}::1");
        sign_in(&mut connection, &format!("crowd-{number}-{turn}@example.com"), WRONG, &address).await?;
    }
    Ok(())
}

/// Anonymous requests that send a link to an address.
async fn links(
    installation: &Installation,
    what: &str,
    path: &str,
    body: impl Fn(&str) -> Value,
    samples: usize,
    report: &mut Report,
) -> Result<()> {
    let mut connection = Connection::open(installation.address, "").await?;
    let mut times = Times::default();
    for turn in 0..samples {
        let (body, network) = (body(&address(turn)), network(what, turn));
        let headers = [("X-Forwarded-For", &*network)];
        times.add(turn, 202, connection.post(path, &headers, &body)).await?;
    }
    times.report(what, report);
    Ok(())
}

async fn invitations(
    installation: &Installation,
    people: &[Person],
    samples: usize,
    report: &mut Report,
) -> Result<()> {
    let mut times = Times::default();
    for (number, person) in people.iter().enumerate().take(samples.div_ceil(INVITATIONS)) {
        let mut connection = Connection::open(installation.address, &person.token).await?;
        for turn in number * INVITATIONS..samples.min((number + 1) * INVITATIONS) {
            let body = json!({ "email": address(turn), "role": "member" });
            times.add(turn, 201, connection.post("/v1/invitations", &[], &body)).await?;
        }
    }
    times.report("invitations", report);
    Ok(())
}

/// Of addresses with and without an account.
#[derive(Default)]
struct Times([Vec<Duration>; 2]);

impl Times {
    /// Waits for the response, which must have this status.
    async fn add(
        &mut self,
        turn: usize,
        status: u16,
        response: impl Future<Output = Result<crate::connection::Reply>>,
    ) -> Result<()> {
        let begun = Instant::now();
        let reply = response.await?;
        self.0[usize::from(!has_account(turn))].push(begun.elapsed());
        if reply.status == status { Ok(()) } else { expected(status, &reply).map(|_| ()) }
    }

    fn report(self, what: &str, report: &mut Report) {
        let (advantage, error) = advantage(&self.0[0], &self.0[1]);
        let samples = self.0[0].len() + self.0[1].len();
        let [known, unknown] = self.0.map(Durations::of);
        report.add(Row {
            what: format!("guessing: {samples} {what}, addresses with and without an account"),
            figure: format!(
                "one with an account takes longer in {:.1} % ± {:.1} %",
                advantage * 100.0,
                error * 100.0
            ),
            limit: format!(
                "p50 {} and {}",
                milliseconds(known.quantile(0.5)),
                milliseconds(unknown.quantile(0.5))
            ),
            goal: "50 % within three standard errors",
            met: Some((advantage - 0.5).abs() <= 3.0 * error),
        });
    }
}

/// The probability that one of `these` exceeds one of `those`, with its standard error if they do not differ (Mann and
/// Whitney).
fn advantage(these: &[Duration], those: &[Duration]) -> (f64, f64) {
    let greater = these.iter().map(|this| those.iter().filter(|that| this > *that).count()).sum::<usize>();
    let (m, n) = (these.len() as f64, those.len() as f64);
    (greater as f64 / (m * n), ((m + n + 1.0) / (12.0 * m * n)).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_advantage_of_equals_is_one_half() {
        let times = |from: u64| (0..100).map(|n| Duration::from_micros(from + 2 * n)).collect::<Vec<_>>();
        assert!((advantage(&times(0), &times(1)).0 - 0.5).abs() < 0.01);
        assert!(advantage(&times(500), &times(0)).0 > 0.99);
    }
}
