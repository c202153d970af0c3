//! Line in, line out: for pipes, scripts and tests.

use std::io::{self, Write as _};

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};

use crate::talk::Shown;

/// Gives each line when the one before is answered.
///
/// # Errors
/// Input or output that cannot be read or written.
pub async fn run(say: UnboundedSender<String>, mut shown: UnboundedReceiver<Shown>) -> io::Result<()> {
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    let mut say = Some(say);
    let mut streamed = String::new();
    while let Some(next) = shown.recv().await {
        match next {
            Shown::Ready => match lines.next_line().await? {
                Some(line) => drop(say.as_ref().map(|say| say.send(line))),
                None => say = None,
            },
            Shown::End => break,
            other => write(&mut streamed, other)?,
        }
    }
    Ok(())
}

fn write(streamed: &mut String, shown: Shown) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match shown {
        Shown::Piece(piece) => {
            write!(out, "{piece}")?;
            streamed.push_str(&piece);
        }
        Shown::Reset => {
            writeln!(out, "\n(once more)")?;
            streamed.clear();
        }
        // Most of the time it has been shown already.
        Shown::Answer(text) => {
            let rest = text.strip_prefix(streamed.as_str()).map_or(format!("\n{text}"), str::to_owned);
            writeln!(out, "{rest}")?;
            streamed.clear();
        }
        Shown::Note(text) => writeln!(out, "{text}")?,
        Shown::Post(lines, true) => writeln!(out, "{}", lines.join("\n"))?,
        Shown::Post(_, false) | Shown::Ready | Shown::End => {}
    }
    out.flush()
}
