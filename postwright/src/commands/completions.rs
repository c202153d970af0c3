//! `postwright completions`: a completion script for a shell.

use clap::Args;
use clap_complete::Shell;

use crate::cli;

#[derive(Debug, Clone, PartialEq, Args)]
pub struct Options {
    /// Shell that reads the script
    pub shell: Shell,
}

pub fn script(options: &Options) -> String {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut cli::documented(), "postwright", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
