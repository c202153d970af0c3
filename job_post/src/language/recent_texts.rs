//! Remembers what was read from recent texts: each turn of a long conversation comes with the same earlier messages.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The results of the texts that were asked for last, within this process.
pub(crate) struct RecentTexts<T>(Mutex<Generations<T>>);

/// A text that is asked for is, or becomes, one of the young generation. When that is full it becomes the old one, whose
/// texts are then forgotten unless they are asked for before the next time.
struct Generations<T> {
    young: HashMap<Box<str>, T>,
    old: HashMap<Box<str>, T>,
    young_bytes: usize,
}

/// Bytes of a generation's texts, each with [`OWN_BYTES`]: some three thousand messages.
const MOST_BYTES: usize = 512 * 1024;
/// What a text counts besides its own length.
const OWN_BYTES: usize = 100;

impl<T: Clone> RecentTexts<T> {
    pub fn new() -> Self {
        Self(Mutex::new(Generations { young: HashMap::new(), old: HashMap::new(), young_bytes: 0 }))
    }

    /// The result of the text, which is read now if it is not remembered.
    pub fn get(&self, text: &str, read: impl FnOnce(&str) -> T) -> T {
        if let Some(known) = self.lock().known(text) {
            return known;
        }
        // Without the lock: others may read meanwhile.
        let result = read(text);
        self.lock().keep(text.into(), result.clone());
        result
    }

    fn lock(&self) -> MutexGuard<'_, Generations<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T: Clone> Generations<T> {
    fn known(&mut self, text: &str) -> Option<T> {
        if let Some(known) = self.young.get(text) {
            return Some(known.clone());
        }
        let (text, known) = self.old.remove_entry(text)?;
        self.keep(text, known.clone());
        Some(known)
    }

    fn keep(&mut self, text: Box<str>, result: T) {
        self.young_bytes += text.len() + OWN_BYTES;
        self.young.insert(text, result);
        if self.young_bytes > MOST_BYTES {
            self.old = std::mem::take(&mut self.young);
            self.young_bytes = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_text_is_read_once_while_it_is_asked_for() {
        let (recent, reads) = (RecentTexts::new(), Cell::new(0));
        let get = |text: &str| {
            recent.get(text, |text| {
                reads.set(reads.get() + 1);
                text.len()
            })
        };
        // More texts than are remembered, and one that is asked for again and again.
        for number in 0..30_000 {
            assert_eq!(get("the first message"), 17);
            assert_eq!(get(&format!("{number:08}")), 8);
        }
        assert_eq!(reads.get(), 30_001);
        get("00000000");
        assert_eq!(reads.get(), 30_002, "the oldest one is forgotten");
        let generations = recent.lock();
        assert!((generations.young.len() + generations.old.len()) * OWN_BYTES <= 2 * MOST_BYTES);
    }
}
