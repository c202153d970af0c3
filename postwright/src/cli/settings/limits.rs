//! Settings of what one process of the API accepts.

use api::Settings as Defaults;
use clap::Args;

use crate::cli::values::count;

#[derive(Debug, Args)]
#[command(next_help_heading = "Limits of one API process")]
pub struct LimitSettings {
    /// Maximum number of event streams that one user may have open
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_STREAMS_PER_USER",
          default_value_t = Defaults::default().streams_per_user, value_parser = count::<usize>())]
    pub streams_per_user: usize,
    /// Maximum number of event streams that one API key may have open
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_STREAMS_PER_KEY",
          default_value_t = Defaults::default().streams_per_key, value_parser = count::<usize>())]
    pub streams_per_key: usize,
    /// Exports of all data that a person may begin in an hour
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_EXPORTS_PER_HOUR",
          default_value_t = Defaults::default().exports_per_hour.get(), value_parser = count::<u32>())]
    pub exports_per_hour: u32,
    /// Requests per second that an organization may send in the long run, live and test mode counted separately
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_ORGANIZATION_RATE",
          default_value_t = Defaults::default().organization_rate.per_second.get(), value_parser = count::<u32>())]
    pub organization_rate: u32,
    /// Requests that an organization may send at once, live and test mode counted separately
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_ORGANIZATION_BURST",
          default_value_t = Defaults::default().organization_rate.burst.get(), value_parser = count::<u32>())]
    pub organization_burst: u32,
    /// Requests per second that an API key may send in the long run
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_KEY_RATE",
          default_value_t = Defaults::default().key_rate.per_second.get(), value_parser = count::<u32>())]
    pub key_rate: u32,
    /// Requests that an API key may send at once
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_KEY_BURST",
          default_value_t = Defaults::default().key_rate.burst.get(), value_parser = count::<u32>())]
    pub key_burst: u32,
}
