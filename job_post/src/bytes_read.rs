//! Counts the text that a test's thread has read letter by letter: a measure of work that does not depend on the machine.

use std::cell::Cell;

thread_local! {
    static BYTES: Cell<usize> = const { Cell::new(0) };
}

/// Counts a text that is read.
pub(crate) fn count(text: &str) {
    BYTES.with(|bytes| bytes.set(bytes.get() + text.len()));
}

/// The bytes that `work` reads.
pub(crate) fn bytes_read(work: impl FnOnce()) -> usize {
    let before = BYTES.with(Cell::get);
    work();
    BYTES.with(Cell::get) - before
}
