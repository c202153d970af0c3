//! The plain view, which reads and writes lines: for pipes, scripts and tests.

use std::io::{self, Write as _};

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};

use crate::update::Update;

/// Sends each line when the reply to the one before is complete.
///
/// # Errors
/// Standard input or output fails.
pub async fn run(lines: UnboundedSender<String>, mut updates: UnboundedReceiver<Update>) -> io::Result<()> {
    let mut input = BufReader::new(tokio::io::stdin()).lines();
    // Dropping the sender ends the conversation.
    let mut lines = Some(lines);
    let mut streamed = String::new();
    while let Some(update) = updates.recv().await {
        match update {
            Update::Ready => match input.next_line().await? {
                Some(line) => drop(lines.as_ref().map(|lines| lines.send(line))),
                None => lines = None,
            },
            Update::End => break,
            other => write(&mut streamed, other)?,
        }
    }
    Ok(())
}

fn write(streamed: &mut String, update: Update) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match update {
        Update::Delta(piece) => {
            write!(out, "{piece}")?;
            streamed.push_str(&piece);
        }
        Update::Reset => {
            writeln!(out, "\n(again)")?;
            streamed.clear();
        }
        // Usually its pieces have been printed already.
        Update::Reply(text) => {
            let rest = text.strip_prefix(streamed.as_str()).map_or(format!("\n{text}"), str::to_owned);
            writeln!(out, "{rest}")?;
            streamed.clear();
        }
        Update::Notice(text) => writeln!(out, "{text}")?,
        Update::JobPost { lines, is_requested: true } => writeln!(out, "{}", lines.join("\n"))?,
        Update::JobPost { is_requested: false, .. } | Update::Ready | Update::End => {}
    }
    out.flush()
}
