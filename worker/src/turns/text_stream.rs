//! Writes the text of a reply into the session's log while it arrives, in pieces large enough for a row.

use std::sync::LazyLock;
use std::time::Duration;

use domain::turns::{self, Claim};
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{Instant, timeout_at};

use crate::Context;

/// How long text is gathered for a row: a reader does not notice, and the database writes less. All turns of the process write
/// at the same moments, so that their texts share transactions.
const TICK: Duration = Duration::from_millis(100);
/// The same while more turns run than [`FEW_TURNS`].
const LONG_TICK: Duration = Duration::from_millis(250);
const FEW_TURNS: usize = 50;
/// The ticks count from here.
static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
/// A row is written sooner once it has this many bytes.
const ENOUGH_BYTES: usize = 400;

/// Writes `text.delta` events until the text ends, and returns what was written; `None` when that is not known.
///
/// The last piece is left to the commit, so that a short reply costs no row of its own.
pub async fn write(
    context: &Context,
    claim: &Claim,
    mut pieces: UnboundedReceiver<String>,
) -> Option<String> {
    let mut written = String::new();
    while let Some(piece) = gather(&mut pieces, || next_tick(context)).await {
        match turns::stream(&context.db, claim, &piece).await {
            Ok(true) => written.push_str(&piece),
            // The claim is lost, so the commit will be fenced as well.
            Ok(false) => break,
            Err(_) => return None,
        }
    }
    Some(written)
}

/// Gathers text from the first piece to the next tick; `None` when the reply ends meanwhile.
async fn gather(pieces: &mut UnboundedReceiver<String>, next_tick: impl Fn() -> Instant) -> Option<String> {
    let mut gathered = pieces.recv().await?;
    let end = next_tick();
    while gathered.len() < ENOUGH_BYTES {
        match timeout_at(end, pieces.recv()).await {
            Ok(Some(piece)) => gathered.push_str(&piece),
            Ok(None) => return None,
            Err(_) => break,
        }
    }
    Some(gathered)
}

fn next_tick(context: &Context) -> Instant {
    let tick = if context.running_turns.count() > FEW_TURNS { LONG_TICK } else { TICK };
    tick_after(*BEGUN, Instant::now(), tick)
}

/// The first tick after `now`.
fn tick_after(begun: Instant, now: Instant, tick: Duration) -> Instant {
    let passed = now.duration_since(begun).as_nanos() / tick.as_nanos();
    begun + tick * u32::try_from(passed + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_turns_have_the_same_ticks() {
        let begun = Instant::now();
        let after = |millis| {
            tick_after(begun, begun + Duration::from_millis(millis), TICK).duration_since(begun).as_millis()
        };
        assert_eq!([0, 1, 99, 100, 8_640_000_150].map(after), [100, 100, 100, 200, 8_640_000_200]);
    }
}
