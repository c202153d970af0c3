//! What `--help`, completions and manual pages list. Every command accepts every setting; its help lists only the
//! settings that it reads.

use clap::{Arg, Command, CommandFactory as _};

use super::Cli;

/// The start without a command reads all settings; its help lists the first ones that a newcomer needs.
const FIRST: &[&str] = &["listen", "data_dir", "database_url", "llm_base_url", "llm_api_key", "llm_model"];

/// What the commands of `admin` read.
const ADMIN: &[&str] = &["encryption_keys", "data_dir", "database_url", "Log"];

/// The settings that each command reads, by the heading of a group or the identifier of a single setting.
const READ: &[(&str, &[&str])] = &[
    (
        "api",
        &[
            "listen",
            "public_url",
            "cors_origins",
            "trusted_proxies",
            "proxy_protocol",
            "dashboard",
            "signing_keys",
            "encryption_keys",
            "database_url",
            "database_connections",
            "outbound_allow",
            "Accounts",
            "Limits of one API process",
            "Quotas of an organization",
            "Stored data",
            "Log",
        ],
    ),
    (
        "worker",
        &[
            "encryption_keys",
            "database_url",
            "database_connections",
            "public_url",
            "E-mail",
            "Language model",
            "Language model of test mode",
            "Turns",
            "Webhooks and publications",
            "Log",
        ],
    ),
    ("migrate", &["database_owner_url", "app_password", "Log"]),
    ("keys create", &["signing_keys", "encryption_keys"]),
    ("keys rotate", &["signing_keys", "data_dir"]),
    ("keys rotate-encryption", &["encryption_keys", "data_dir", "database_url", "Log"]),
    ("keys reseal", &["encryption_keys", "data_dir", "database_url", "Log"]),
    ("admin list", ADMIN),
    ("admin members", ADMIN),
    ("admin create", ADMIN),
    ("admin suspend", ADMIN),
    ("admin resume", ADMIN),
    ("admin sign-out", ADMIN),
    ("admin promote", ADMIN),
    ("admin quota", ADMIN),
    ("standin", &["listen", "Log"]),
    ("chat", &["data_dir"]),
    ("webhook listen", &["data_dir"]),
    ("doctor", &["Language model", "Language model of test mode", "Log"]),
    ("eval", &["Language model", "Log"]),
];

const EPILOGUE: &str = "\
Without a command, everything runs in one process: a PostgreSQL of its own, the API, the worker, the
stand-in model and a demo organization.

Each setting is an option or an environment variable. `postwright COMMAND --help` lists the settings
that a command reads, `postwright configuration` lists all of them.";

/// The command line as it is parsed, with the help that people read.
pub fn command() -> Command {
    let line = Cli::command().after_help(EPILOGUE);
    let settings: Vec<Arg> = line.get_arguments().cloned().collect();
    let line = line.mut_args(|setting| {
        let is_listed = is_named(&setting, FIRST);
        setting.hide(!is_listed)
    });
    // clap copies a global option to every command, unless the command has an option of that name: it keeps its own.
    each_command(line, "", &|command, path| {
        let missing = settings.iter().filter(|setting| !has(&command, setting)).cloned();
        let settings: Vec<Arg> = missing.map(|setting| hide_unless_read(setting, path)).collect();
        command.args(settings)
    })
}

/// The command line as completions and documents list it: the start without a command has all settings, and each
/// command those that it reads.
#[must_use]
pub fn documented() -> Command {
    let line = Cli::command().mut_args(|setting| setting.global(false));
    let settings: Vec<Arg> = line.get_arguments().cloned().collect();
    each_command(line, "", &|command, path| {
        let read = settings.iter().filter(|setting| readers(setting).any(|reader| reader == path));
        let settings: Vec<Arg> = read.cloned().collect();
        command.args(settings)
    })
}

/// The paths of the commands that read the setting.
pub fn readers(setting: &Arg) -> impl Iterator<Item = &'static str> {
    READ.iter().filter(|(_, names)| is_named(setting, names)).map(|(path, _)| *path)
}

fn hide_unless_read(setting: Arg, path: &str) -> Arg {
    let is_read = readers(&setting).any(|reader| reader == path);
    setting.hide(!is_read)
}

/// Changes each command below `parent`, which is at this path; the path of a command is such as `webhook listen`.
fn each_command(parent: Command, path: &str, change: &impl Fn(Command, &str) -> Command) -> Command {
    parent.mut_subcommands(|command| {
        let path = format!("{path} {}", command.get_name());
        let path = path.trim_start();
        change(each_command(command, path, change), path)
    })
}

fn has(command: &Command, setting: &Arg) -> bool {
    command.get_arguments().any(|own| own.get_id() == setting.get_id())
}

fn is_named(setting: &Arg, names: &[&str]) -> bool {
    let heading = setting.get_help_heading();
    names.iter().any(|name| setting.get_id() == *name || heading == Some(name))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::FromArgMatches as _;

    use super::*;

    /// The long names of a command's options: all of them, or those that its help lists.
    fn options(command: &Command, is_listed: bool) -> BTreeSet<String> {
        let listed = command.get_arguments().filter(|option| !(is_listed && option.is_hide_set()));
        listed.filter_map(|option| option.get_long().map(str::to_owned)).collect()
    }

    #[test]
    fn the_command_line_is_consistent() {
        command().debug_assert();
        documented().debug_assert();
    }

    #[test]
    fn each_name_is_that_of_a_setting_and_each_path_that_of_a_command() {
        let settings = Cli::command();
        for name in READ.iter().flat_map(|(_, names)| *names).chain(FIRST) {
            assert!(settings.get_arguments().any(|setting| is_named(setting, &[name])), "no setting {name}");
        }
        for (path, _) in READ {
            let find = |command: &Command, name: &str| command.find_subcommand(name).cloned();
            let found = path.split(' ').try_fold(settings.clone(), |command, name| find(&command, name));
            assert!(found.is_some(), "no command {path}");
        }
    }

    #[test]
    fn every_command_accepts_every_setting() {
        let mut line = command();
        line.build();
        let settings = options(&line, false);
        for command in line.get_subcommands().filter(|command| command.get_name() != "help") {
            let accepted = options(command, false);
            assert!(settings.difference(&accepted).all(|name| name == "version"), "{}", command.get_name());
        }
        let matches =
            command().get_matches_from(["postwright", "--lease-seconds=5", "api", "--listen=127.0.0.1:1"]);
        let cli = Cli::from_arg_matches(&matches).unwrap();
        assert_eq!((cli.settings.worker.lease_seconds, cli.settings.server.listen.port()), (5, 1));
    }

    #[test]
    fn help_lists_what_a_command_reads() {
        let mut line = command();
        line.build();
        let of = |name: &str| options(line.find_subcommand(name).unwrap(), true);
        assert!(options(&line, true).len() < 10);
        let chat = ["data-dir", "email", "help", "key", "password", "plain", "server", "token"];
        assert_eq!(of("chat"), chat.map(str::to_owned).into());
        assert!(of("worker").contains("lease-seconds") && !of("worker").contains("listen"));
        assert!(of("api").contains("listen") && !of("api").contains("lease-seconds"));
    }
}
