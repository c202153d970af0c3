//! What is said to the person at the terminal, as opposed to the log.

use std::io::{IsTerminal as _, Write as _, stderr, stdout};

/// Nobody may be listening any more (`| head`): that is no reason to stop.
pub fn say(text: &str) {
    let _ = writeln!(stdout(), "{text}");
}

/// The last words of a program that failed.
pub fn complain(text: &str) {
    let _ = writeln!(stderr(), "{text}");
}

/// How wide the bar of [`progress`] is.
const BAR: usize = 30;

/// A bar that is drawn over itself: nothing where nobody watches, and gone when all is done.
pub fn progress(done: usize, all: usize, what: &str) {
    let mut screen = stderr();
    if !screen.is_terminal() || all == 0 {
        return;
    }
    // Back to the line's beginning, and what was there is wiped.
    let _ = write!(screen, "\r\x1b[K");
    if done < all {
        let filled = done * BAR / all;
        let _ = write!(screen, "[{:<BAR$}] {done}/{all} {what}", "#".repeat(filled));
    }
    let _ = screen.flush();
}
