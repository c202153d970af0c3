//! Settings of accounts and of e-mails to people.

use std::path::PathBuf;

use api::Settings as Defaults;
use clap::{Args, ValueEnum};
use domain::accounts::SignUpPolicy;
use secrecy::SecretString;

use crate::cli::values::{count, secret};

#[derive(Debug, Args)]
#[command(next_help_heading = "Accounts")]
pub struct AccountSettings {
    /// Who may sign up: everybody, people with an invitation, or nobody [default: invited; open for the all-in-one start]
    #[arg(long, value_name = "WHO", global = true, env = "POSTWRIGHT_SIGN_UP", value_enum)]
    pub sign_up: Option<SignUp>,
    /// E-mails that one client network may request per hour without signing in, for sign-ups and password resets
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_EMAILS_PER_HOUR",
          default_value_t = Defaults::default().emails_per_hour.get(), value_parser = count::<u32>())]
    pub emails_per_hour: u32,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "E-mail")]
pub struct EmailSettings {
    /// Mail server, such as `smtps://user:password@smtp.example.com` or `smtp://user:password@smtp.example.com?tls=required`; without it no e-mail is sent [default: none]
    #[arg(long, value_name = "URL", global = true, env = "POSTWRIGHT_SMTP_URL", hide_env_values = true, value_parser = secret)]
    pub smtp_url: Option<SecretString>,
    /// Sender of e-mails, such as `Postwright <no-reply@example.com>`, which a mail server requires
    #[arg(long, value_name = "ADDRESS", global = true, env = "POSTWRIGHT_EMAIL_FROM")]
    pub email_from: Option<String>,
    /// Folder to write e-mails to instead of sending them, for development; links are also written to the log [default: emails in the data directory, for the all-in-one start without a mail server]
    #[arg(long, value_name = "DIR", global = true, env = "POSTWRIGHT_EMAIL_FOLDER")]
    pub email_folder: Option<PathBuf>,
}

/// Who may sign up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SignUp {
    Open,
    Invited,
    Closed,
}

impl From<SignUp> for SignUpPolicy {
    fn from(setting: SignUp) -> Self {
        match setting {
            SignUp::Open => Self::Open,
            SignUp::Invited => Self::Invited,
            SignUp::Closed => Self::Closed,
        }
    }
}
