//! Settings of what is delivered to other systems: webhooks and publications.

use clap::Args;

use crate::cli::values::{Delays, seconds};

#[derive(Debug, Args)]
#[command(next_help_heading = "Webhooks and publications")]
pub struct DeliverySettings {
    /// Hosts that may receive deliveries although they are not on the public internet, such as `127.0.0.1:8000-8999`, separated by commas; for development
    #[arg(
        long,
        value_name = "HOSTS",
        global = true,
        env = "POSTWRIGHT_OUTBOUND_ALLOW",
        default_value = "",
        hide_default_value = true
    )]
    pub outbound_allow: outbound::Allowances,
    /// Timeout of one delivery, in seconds; a publication target has twice that
    #[arg(long, value_name = "SECONDS", global = true, env = "POSTWRIGHT_DELIVERY_TIMEOUT_SECONDS",
          default_value_t = worker::Deliveries::default().timeout.as_secs(), value_parser = seconds())]
    pub delivery_timeout_seconds: u64,
    /// Delay before each attempt to deliver, in seconds, separated by commas; their number is the number of attempts
    #[arg(long, value_name = "SECONDS", global = true, env = "POSTWRIGHT_DELIVERY_SCHEDULE",
          default_value_t = Delays(worker::Deliveries::default().schedule))]
    pub delivery_schedule: Delays,
    /// How long before its expiry a session is reported as expiring, in seconds; at most half of the session's lifetime
    #[arg(long, value_name = "SECONDS", global = true, env = "POSTWRIGHT_EXPIRING_SECONDS", default_value_t = 3_600, value_parser = seconds())]
    pub expiring_seconds: u64,
}
