//! The journal: what clients have sent and received, in memory and as lines of JSON.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use uuid::Uuid;

use crate::Result;
use crate::clock::now;

/// One entry of the journal.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Entry {
    Begun {
        session: usize,
        id: Uuid,
    },
    /// A message is being sent; from here on it may be stored.
    Sent {
        session: usize,
        number: usize,
    },
    /// The server has accepted the message.
    Accepted {
        session: usize,
        number: usize,
        turn: Uuid,
        tries: u32,
    },
    /// The end of a turn, as its client received it.
    Ended {
        session: usize,
        number: usize,
        turn: Uuid,
        status: String,
        reply: String,
    },
    /// An act of the chaos plan.
    Chaos {
        act: String,
    },
    /// A wrong response.
    Wrong {
        session: usize,
        number: usize,
        response: String,
    },
}

pub struct Journal {
    kept: Mutex<Kept>,
}

struct Kept {
    entries: Vec<(f64, Entry)>,
    file: BufWriter<File>,
}

impl Journal {
    /// # Errors
    /// The file cannot be created.
    pub fn create(path: &Path) -> Result<Self> {
        let file = BufWriter::new(File::create(path)?);
        Ok(Self { kept: Mutex::new(Kept { entries: Vec::new(), file }) })
    }

    pub fn write(&self, entry: Entry) {
        let mut kept = self.lock();
        let at = now();
        // The checks read the memory; the file is for people who examine a run.
        let _ = writeln!(kept.file, "{}", serde_json::json!({ "at": at, "entry": entry }));
        kept.entries.push((at, entry));
    }

    /// All entries with their times, in order.
    #[must_use]
    pub fn entries(&self) -> Vec<(f64, Entry)> {
        let mut kept = self.lock();
        let _ = kept.file.flush();
        kept.entries.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
