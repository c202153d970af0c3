//! `postwright man`: manual pages, written from the definitions of the command line.

use std::{fs, path::PathBuf};

use clap::Args;
use clap_mangen::Man;

use crate::{cli, failure::Failure, terminal};

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Options {
    /// Directory to write the pages to, one for each command [default: print the page of `postwright`]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// # Errors
/// [`Failure::File`].
pub fn run(options: &Options) -> Result<(), Failure> {
    let line = cli::documented();
    let Some(directory) = &options.out else {
        let mut page = Vec::new();
        Man::new(line).render(&mut page)?;
        terminal::say(String::from_utf8_lossy(&page).trim_end());
        return Ok(());
    };
    fs::create_dir_all(directory).map_err(Failure::file(directory))?;
    clap_mangen::generate_to(line, directory).map_err(Failure::file(directory))
}
