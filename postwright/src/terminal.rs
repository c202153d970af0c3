//! Output for the person at the terminal, apart from the log.

use std::io::{IsTerminal as _, Write as _, stderr, stdout};

/// Prints to standard output. A closed pipe (`| head`) is ignored.
pub fn say(text: &str) {
    let _ = writeln!(stdout(), "{text}");
}

/// Prints to standard error.
pub fn report(text: &str) {
    let _ = writeln!(stderr(), "{text}");
}

/// Width of the bar of [`progress`].
const WIDTH: usize = 30;

/// Draws a progress bar over the last one. Prints nothing unless standard error is a terminal, and clears the line at
/// the end.
pub fn progress(done: usize, all: usize, what: &str) {
    let mut screen = stderr();
    if !screen.is_terminal() || all == 0 {
        return;
    }
    // Carriage return, then erase to the end of the line.
    let _ = write!(screen, "\r\x1b[K");
    if done < all {
        let filled = done * WIDTH / all;
        let _ = write!(screen, "[{:<WIDTH$}] {done}/{all} {what}", "#".repeat(filled));
    }
    let _ = screen.flush();
}
