//! Settings of what one process of the API accepts.

use api::Settings as Defaults;
use clap::Args;

use crate::cli::values::count;

#[derive(Debug, Args)]
#[command(next_help_heading = "Limits of one API process")]
pub struct LimitSettings {
    /// Maximum number of open connections; the limit of open files can lower it
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_CONNECTIONS",
          default_value_t = Defaults::default().connections, value_parser = count::<usize>())]
    pub connections: usize,
    /// Maximum number of open connections of one client address, or of 64 bits of an IPv6 address; at most half of all; not for trusted proxies
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_CONNECTIONS_PER_ADDRESS",
          default_value_t = Defaults::default().connections_per_address, value_parser = count::<usize>())]
    pub connections_per_address: usize,
    /// Maximum number of open connections of one client address without a request under way, at most a quarter of all; further ones close the oldest
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_IDLE_CONNECTIONS_PER_ADDRESS",
          default_value_t = Defaults::default().idle_connections_per_address, value_parser = count::<usize>())]
    pub idle_connections_per_address: usize,
    /// Maximum number of requests under way, apart from event streams
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_REQUESTS_AT_ONCE",
          default_value_t = Defaults::default().requests_at_once, value_parser = count::<usize>())]
    pub requests_at_once: usize,
    /// Maximum number of requests of one client address under way, at most half of all
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_REQUESTS_PER_ADDRESS",
          default_value_t = Defaults::default().requests_per_address, value_parser = count::<usize>())]
    pub requests_per_address: usize,
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
    /// Percentage of the database connections for requests, four fifths of all, that one organization may use at once; anonymous clients may use half of them, and one address a quarter
    #[arg(long, value_name = "PERCENT", global = true, env = "POSTWRIGHT_ORGANIZATION_DATABASE_SHARE",
          default_value_t = Defaults::default().organization_database_share, value_parser = clap::value_parser!(u8).range(1..=100))]
    pub organization_database_share: u8,
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
