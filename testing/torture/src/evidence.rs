//! Pages in docs/evidence with the figures of a run.

use std::fmt::Write as _;
use std::path::Path;

use crate::Result;
use crate::report::Outcome;

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
    let mut text = format!(
        "# Torture\n\nMade by `{command}` on {}: 2 APIs and 3 workers as processes, PostgreSQL with fsync, a model that \
         takes 50 to 400 ms, sometimes longer than a lease{faults}.\n",
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
