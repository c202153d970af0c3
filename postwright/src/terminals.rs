//! What is said to the person at the terminal, as opposed to the log.

#[expect(clippy::print_stdout, reason = "the one place that talks to the person who started the program")]
pub fn say(text: &str) {
    println!("{text}");
}

#[expect(clippy::print_stderr, reason = "the last words of a program that failed")]
pub fn complain(text: &str) {
    eprintln!("{text}");
}
