//! Logs panics without the values that their messages may quote.

use std::{
    backtrace::{Backtrace, BacktraceStatus},
    panic::{self, PanicHookInfo},
};

/// Replaces the standard hook, which prints the message. A cut within a character, for example, quotes the whole text.
pub fn log_without_values() {
    panic::set_hook(Box::new(log));
}

fn log(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    // A constant message is in the source code; a formatted one is a `String`.
    let message = panic.payload().downcast_ref::<&'static str>().copied().unwrap_or("(not logged)");
    let backtrace = Backtrace::capture();
    match backtrace.status() {
        BacktraceStatus::Captured => tracing::error!(place, message, %backtrace, "a panic"),
        _ => tracing::error!(place, message, "a panic"),
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::Write,
        sync::{Arc, Mutex},
    };

    use super::*;

    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_panic_is_logged_with_its_place_and_without_values() {
        let written = Written::default();
        let writer = written.clone();
        let logs = tracing_subscriber::fmt().with_writer(move || writer.clone()).with_ansi(false).finish();
        let before = panic::take_hook();
        log_without_values();
        tracing::subscriber::with_default(logs, || {
            let text = std::hint::black_box("ü canary");
            assert!(panic::catch_unwind(|| text[1..].len()).is_err());
            assert!(panic::catch_unwind(|| std::hint::black_box(Err::<(), _>("canary")).unwrap()).is_err());
            assert!(panic::catch_unwind(|| panic!("a constant message")).is_err());
        });
        panic::set_hook(before);
        let log = String::from_utf8(written.0.lock().unwrap().clone()).unwrap();
        // A backtrace, which RUST_BACKTRACE asks for, has this file's name too.
        assert_eq!(log.matches("place=\"postwright/src/panics.rs:").count(), 3, "{log}");
        assert!(log.contains("a constant message") && !log.contains("canary"), "{log}");
    }
}
