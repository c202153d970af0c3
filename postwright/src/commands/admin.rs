//! `postwright admin`: organizations and people, for the operator of the service.

use std::str::FromStr;

use clap::Subcommand;
use domain::{Db, Error, Role, accounts::SignUpPolicy, audit::RequestOrigin, operators, quotas::QuotaName};
use entity::id::OrganizationId;
use job_post::Language;

use super::{DATABASE_URL, required};
use crate::{cli::Settings, failure::Failure, keys::KeyFiles, terminal, wiring};

/// How times are printed, in UTC.
const TIME: &str = "%F %T";

#[derive(Debug, Clone, PartialEq, Subcommand)]
pub enum Command {
    /// List the organizations, in numbers
    List,
    /// List the members of an organization
    Members {
        /// The organization's id, as `postwright admin list` prints it
        organization: OrganizationId,
    },
    /// Create an organization and invite its owner by e-mail
    Create {
        /// The organization's name
        #[arg(long)]
        name: String,
        /// The owner's e-mail address
        #[arg(long)]
        owner: String,
        /// The language of the e-mail: en, de, fr, es, ar, pt, it, nl or pl
        #[arg(long, value_parser = language)]
        language: Option<Language>,
    },
    /// Refuse all requests of an organization, and run none of its turns
    Suspend {
        /// The organization's id, as `postwright admin list` prints it
        organization: OrganizationId,
    },
    /// End the suspension of an organization
    Resume {
        /// The organization's id, as `postwright admin list` prints it
        organization: OrganizationId,
    },
    /// End all logins of a person in every organization
    SignOut {
        /// The person's e-mail address
        email: String,
    },
    /// Make a member of an organization an owner
    Promote {
        /// The organization's id, as `postwright admin list` prints it
        organization: OrganizationId,
        /// The person's e-mail address
        email: String,
    },
    /// Give an organization a quota of its own
    Quota {
        /// The organization's id, as `postwright admin list` prints it
        organization: OrganizationId,
        /// What the quota is about: sessions, session_turns, session_versions, session_bytes, session_forks, fork_bytes, api_keys or webhook_endpoints
        quota: QuotaName,
        /// How much the organization may use, or `default`: the setting of the API holds again
        limit: OwnLimit,
    },
}

/// A limit of an organization's own; `default` is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnLimit(Option<u32>);

impl FromStr for OwnLimit {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "default" {
            return Ok(Self(None));
        }
        text.parse().map(|limit| Self(Some(limit))).map_err(|_| "must be a number, or `default`")
    }
}

impl Command {
    /// As it is typed, for the audit log.
    fn name(&self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Members { .. } => "members",
            Self::Create { .. } => "create",
            Self::Suspend { .. } => "suspend",
            Self::Resume { .. } => "resume",
            Self::SignOut { .. } => "sign-out",
            Self::Promote { .. } => "promote",
            Self::Quota { .. } => "quota",
        }
    }
}

fn language(code: &str) -> Result<Language, String> {
    Language::ALL
        .into_iter()
        .find(|language| language.code() == code)
        .ok_or_else(|| "must be en, de, fr, es, ar, pt, it, nl or pl".to_owned())
}

/// # Errors
/// [`Failure::Database`] when the database cannot be used, [`Failure::Admin`] when something does not exist or is invalid.
pub async fn run(command: &Command, settings: &Settings) -> Result<(), Failure> {
    let url = required(settings.database.database_url.as_ref(), DATABASE_URL)?;
    let keys = KeyFiles::new(None, &settings.encryption_keys_path()).load()?;
    let db = wiring::connect(url, settings, keys, SignUpPolicy::default()).await?;
    let origin = RequestOrigin::of_operator(format!("postwright admin {}", command.name()));
    let done = origin.scope(perform(&db, command)).await;
    db.close().await;
    done.map_err(failure)
}

/// What was wrong with the command, or with the database.
fn failure(error: Error) -> Failure {
    match error {
        Error::Unavailable(_) | Error::Internal(_) => Failure::Database(error.to_string()),
        Error::Invalid(violations) => {
            let details = violations.iter().map(|violation| {
                format!("{}: {}", violation.pointer.trim_start_matches('/'), violation.detail)
            });
            Failure::Admin(details.collect::<Vec<_>>().join(" "))
        }
        other => Failure::Admin(other.to_string()),
    }
}

async fn perform(db: &Db, command: &Command) -> domain::Result<()> {
    let done = match command {
        Command::List => return list(db).await,
        Command::Members { organization } => return members(db, *organization).await,
        Command::Create { name, owner, language } => {
            let organization = operators::create(db, name, owner, *language).await?;
            format!("{organization}: created; a worker sends the invitation to {owner}")
        }
        Command::Suspend { organization } => {
            operators::suspend(db, *organization, true).await?;
            format!("{organization}: suspended")
        }
        Command::Resume { organization } => {
            operators::suspend(db, *organization, false).await?;
            format!("{organization}: not suspended")
        }
        Command::SignOut { email } => {
            format!("{email}: {} logins ended", operators::end_logins(db, email).await?)
        }
        Command::Promote { organization, email } => {
            operators::promote(db, *organization, email).await?;
            format!("{email}: an owner of {organization}")
        }
        Command::Quota { organization, quota, limit } => {
            let own = operators::set_quota(db, *organization, *quota, limit.0).await?;
            let own: Vec<_> = own.into_iter().map(|(name, limit)| format!("{name} {limit}")).collect();
            let own = if own.is_empty() { "none".to_owned() } else { own.join(", ") };
            format!("{organization}: quotas of its own: {own}")
        }
    };
    terminal::say(&done);
    Ok(())
}

async fn list(db: &Db) -> domain::Result<()> {
    for (id, numbers) in operators::list(db).await? {
        let state = numbers
            .suspended_at
            .map_or_else(String::new, |since| format!(", suspended since {}", since.format(TIME)));
        terminal::say(&format!(
            "{id}  {}  created {}, {} members, {} keys, {} sessions, {} job posts{state}",
            numbers.name,
            numbers.created_at.format(TIME),
            numbers.members,
            numbers.api_keys,
            numbers.sessions,
            numbers.job_posts,
        ));
    }
    Ok(())
}

async fn members(db: &Db, organization: OrganizationId) -> domain::Result<()> {
    for member in operators::members(db, organization).await? {
        terminal::say(&format!("{}  {}  {}", member.user_id, role(member.role), member.email));
    }
    Ok(())
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Owner => "owner",
        Role::Admin => "admin",
        Role::Member => "member",
        Role::Viewer => "viewer",
    }
}
