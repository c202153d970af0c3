//! Settings of how much an organization may keep, and have open. An operator gives single organizations other quotas.

use clap::Args;
use domain::quotas::{Limits, Quotas};

use crate::cli::values::quota;

#[derive(Debug, Args)]
#[command(next_help_heading = "Quotas of an organization")]
pub struct QuotaSettings {
    /// Sessions that an organization may keep in each mode, expired ones included
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_QUOTA_SESSIONS",
          default_value_t = Limits::default().sessions, value_parser = quota())]
    pub quota_sessions: u32,
    /// Turns that one session may have
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_QUOTA_SESSION_TURNS",
          default_value_t = Limits::default().session_turns, value_parser = quota())]
    pub quota_session_turns: u32,
    /// Versions of the job data of one session; beyond it changes by hand are refused
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_QUOTA_SESSION_VERSIONS",
          default_value_t = Limits::default().session_versions, value_parser = quota())]
    pub quota_session_versions: u32,
    /// Bytes of messages, changes and job posts that one session may store
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_QUOTA_SESSION_BYTES",
          default_value_t = Limits::default().session_bytes, value_parser = quota())]
    pub quota_session_bytes: u32,
    /// Forks that one session may have
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_QUOTA_SESSION_FORKS",
          default_value_t = Limits::default().session_forks, value_parser = quota())]
    pub quota_session_forks: u32,
    /// Bytes of messages and job data that the forks of an organization may copy in each mode
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_QUOTA_FORK_BYTES",
          default_value_t = Limits::default().fork_bytes, value_parser = quota())]
    pub quota_fork_bytes: u32,
    /// API keys that an organization may have, apart from revoked ones
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_QUOTA_API_KEYS",
          default_value_t = Limits::default().api_keys, value_parser = quota())]
    pub quota_api_keys: u32,
    /// Webhook endpoints that an organization may have in each mode
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_QUOTA_WEBHOOK_ENDPOINTS",
          default_value_t = Limits::default().webhook_endpoints, value_parser = quota())]
    pub quota_webhook_endpoints: u32,
    /// Event streams that an organization may have open at one API process
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_QUOTA_EVENT_STREAMS",
          default_value_t = Limits::default().event_streams, value_parser = quota())]
    pub quota_event_streams: u32,
    /// Whom an organization asks for more, such as an e-mail address; the response that refuses names it [default: an admin of the organization]
    #[arg(long, value_name = "TEXT", global = true, env = "POSTWRIGHT_QUOTA_CONTACT")]
    pub quota_contact: Option<String>,
}

impl QuotaSettings {
    /// As the API takes them.
    pub fn quotas(&self) -> Quotas {
        let limits = Limits {
            sessions: self.quota_sessions,
            session_turns: self.quota_session_turns,
            session_versions: self.quota_session_versions,
            session_bytes: self.quota_session_bytes,
            session_forks: self.quota_session_forks,
            fork_bytes: self.quota_fork_bytes,
            api_keys: self.quota_api_keys,
            webhook_endpoints: self.quota_webhook_endpoints,
            event_streams: self.quota_event_streams,
        };
        Quotas { limits, contact: self.quota_contact.clone() }
    }
}
