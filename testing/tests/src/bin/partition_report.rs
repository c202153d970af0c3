//! Lists the statements of a run on the partition twin that read several partitions. Fails when one is not allowed to.

use std::fs::File;
use std::io::BufReader;
use std::process::ExitCode;

use tests::partitions::{Report, known};

#[expect(clippy::print_stdout, reason = "the output of this program")]
fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let log = std::env::args_os().nth(1).ok_or("usage: partition_report LOG")?;
    let report = Report::read(BufReader::new(File::open(log)?))?;
    println!(
        "{} plans read tenant tables; {} statements read several partitions",
        report.plans,
        report.crossing.len()
    );
    let unexpected: Vec<&str> = report.unexpected().collect();
    for name in &unexpected {
        println!("\nnot on the list: {name}\n{}", report.crossing[*name]);
    }
    // A run without plans proves nothing, and a list that grows past ten needs a decision.
    let passes = unexpected.is_empty() && report.plans > 0 && known().count() <= 10;
    Ok(if passes { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
