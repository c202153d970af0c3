//! The answer while it is being written: pieces are gathered for a moment before they become a row.

use std::time::Duration;

use domain::turns::{self, Claim};
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{Instant, timeout_at};

use crate::Context;

/// A reader does not see the difference, the database does.
const GATHER: Duration = Duration::from_millis(100);
const ENOUGH_CHARACTERS: usize = 400;

/// Shows pieces until there are no more, and returns what was shown; `None` when that is not known for sure. The last ones are not: they come with the commit,
/// so an answer that is there at once costs no row of its own.
pub async fn show(context: &Context, claim: &Claim, mut coming: UnboundedReceiver<String>) -> Option<String> {
    let mut shown = String::new();
    while let Some(piece) = gather(&mut coming).await {
        match turns::stream(&context.db, claim, &piece).await {
            Ok(true) => shown.push_str(&piece),
            // What is missing comes with the commit, if there is one.
            Ok(false) => break,
            Err(_) => return None,
        }
    }
    Some(shown)
}

/// What comes within a moment; none when the answer ends before it is over.
async fn gather(coming: &mut UnboundedReceiver<String>) -> Option<String> {
    let mut gathered = coming.recv().await?;
    let end = Instant::now() + GATHER;
    while gathered.len() < ENOUGH_CHARACTERS {
        match timeout_at(end, coming.recv()).await {
            Ok(Some(piece)) => gathered.push_str(&piece),
            Ok(None) => return None,
            Err(_) => break,
        }
    }
    Some(gathered)
}
