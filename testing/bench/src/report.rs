//! The table of results: figure, limit, goal.

use std::process::Command;

use crate::{Options, Result};

/// One row of the table.
pub struct Row {
    pub what: String,
    pub figure: String,
    /// What PostgreSQL alone or the ideal allows, and the share of it that was reached.
    pub limit: String,
    pub goal: &'static str,
    pub met: Option<bool>,
}

pub struct Report {
    workload: String,
    rows: Vec<Row>,
}

impl Report {
    pub fn begin(options: &Options) -> Self {
        Self { workload: format!("{:?}", options.workload).to_lowercase(), rows: Vec::new() }
    }

    /// Adds a row and prints it at once.
    pub fn add(&mut self, row: Row) {
        print(&line(&row));
        self.rows.push(row);
    }

    /// Adds a figure without a goal.
    pub fn note(&mut self, what: impl Into<String>, figure: String) {
        self.add(Row { what: what.into(), figure, limit: String::new(), goal: "", met: None });
    }

    pub fn end(self, options: &Options) -> Result<()> {
        let table = self.table();
        print(&format!("\n{table}"));
        if options.evidence {
            std::fs::create_dir_all("docs/evidence")?;
            std::fs::write(self.path(), self.page(options, &table))?;
        }
        Ok(())
    }

    /// The page of all workloads, or of one.
    fn path(&self) -> String {
        let suffix = if self.workload == "all" { String::new() } else { format!("-{}", self.workload) };
        format!("docs/evidence/bench{suffix}.md")
    }

    fn table(&self) -> String {
        let head = "| | measured | beside it | goal | met |\n|---|---|---|---|---|\n";
        self.rows.iter().fold(head.to_owned(), |table, row| table + &line(row) + "\n")
    }

    fn page(&self, options: &Options, table: &str) -> String {
        let flags = [(options.quick, " --quick"), (options.full, " --full")];
        let flags: String = flags.iter().filter(|(set, _)| *set).map(|(_, flag)| *flag).collect();
        format!(
            "# Bench\n\n`cargo run --release -p bench -- {}{flags} --evidence`, {}, {}.\n\n\
             PostgreSQL with its stock settings (fsync on), API, worker, the model and the load on the same cores. \
             Every reply is checked to contain the number of its message. The limit of a figure was measured \
             in the same run: pgbench with 32 clients, prepared statements.\n\n{table}",
            self.workload,
            output_of(&["date", "-u", "+%Y-%m-%d %H:%M UTC"]),
            machine(),
        )
    }
}

fn line(row: &Row) -> String {
    let met = match row.met {
        Some(true) => "yes",
        Some(false) => "**no**",
        None => "",
    };
    format!("| {} | {} | {} | {} | {met} |", row.what, row.figure, row.limit, row.goal)
}

fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default().to_owned();
    let model = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        model.lines().find(|line| line.starts_with("model name")).and_then(|line| line.split(": ").nth(1));
    format!(
        "{cores} cores ({}), load {load} at the end, {}",
        model.unwrap_or("unknown"),
        output_of(&["uname", "-sr"])
    )
}

fn output_of(command: &[&str]) -> String {
    let output = Command::new(command[0]).args(&command[1..]).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}

#[expect(clippy::print_stdout, reason = "the output of this program")]
pub fn print(text: &str) {
    println!("{text}");
}
