//! Pages in docs/evidence with the figures of a run.

use std::fmt::Write as _;
use std::path::Path;

use crate::Result;
use crate::report::Outcome;

/// What the page of mutations shows.
const MUTATIONS: &str = "\nEach section is a run without one guard, which `testing/torture/src/mutations.rs` removes from \
     the database.\nA promise that is broken there shows that the checks notice a missing guard.\n";

/// Writes docs/evidence/`name`.md. `command` is the command that produced the figures.
///
/// # Errors
/// The file cannot be written.
pub fn write(name: &str, command: &str, outcomes: &[(String, Outcome)]) -> Result<()> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/evidence");
    std::fs::create_dir_all(&directory)?;
    let faults = match name {
        "rolling" => "",
        _ => ", and sometimes breaks off, stalls or sends malformed responses",
    };
    let explanation = match name {
        "mutations" => MUTATIONS,
        _ => "",
    };
    let mut text = format!(
        "# Torture\n\nMade by `{command}` on {}: 2 APIs and 3 workers as processes, PostgreSQL with fsync, a model that \
         takes 50 to 400 ms, sometimes longer than a lease{faults}.\n{explanation}",
        machine()
    );
    for (title, outcome) in outcomes {
        let _ = write!(text, "\n## {title}\n\n{}", outcome.table());
    }
    std::fs::write(directory.join(format!("{name}.md")), text)?;
    Ok(())
}

fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let processors = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processors.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("an unknown processor", |(_, name)| name);
    format!("{cores} cores of {model} ({} {})", std::env::consts::OS, std::env::consts::ARCH)
}
