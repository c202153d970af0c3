//! Writes the text of a reply into the session's log while it arrives, in pieces large enough for a row.

use std::time::Duration;

use domain::turns::{self, Claim};
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{Instant, timeout_at};

use crate::Context;

/// How long text is gathered for a row: a reader does not notice, and the database writes less.
const GATHER: Duration = Duration::from_millis(100);
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
    while let Some(piece) = gather(&mut pieces).await {
        match turns::stream(&context.db, claim, &piece).await {
            Ok(true) => written.push_str(&piece),
            // The claim is lost, so the commit will be fenced as well.
            Ok(false) => break,
            Err(_) => return None,
        }
    }
    Some(written)
}

/// Gathers the text of a short while; `None` when the reply ends meanwhile.
async fn gather(pieces: &mut UnboundedReceiver<String>) -> Option<String> {
    let mut gathered = pieces.recv().await?;
    let end = Instant::now() + GATHER;
    while gathered.len() < ENOUGH_BYTES {
        match timeout_at(end, pieces.recv()).await {
            Ok(Some(piece)) => gathered.push_str(&piece),
            Ok(None) => return None,
            Err(_) => break,
        }
    }
    Some(gathered)
}
