//! What is said to the person at the terminal, as opposed to the log.

use std::io::{Write as _, stderr, stdout};

/// Nobody may be listening any more (`| head`): that is no reason to stop.
pub fn say(text: &str) {
    let _ = writeln!(stdout(), "{text}");
}

/// The last words of a program that failed.
pub fn complain(text: &str) {
    let _ = writeln!(stderr(), "{text}");
}
