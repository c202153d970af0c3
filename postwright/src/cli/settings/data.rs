//! Settings of stored data.

use api::Settings as Defaults;
use clap::Args;

use crate::cli::values::days;

#[derive(Debug, Args)]
#[command(next_help_heading = "Stored data")]
pub struct DataSettings {
    /// Days between an owner's request and the deletion of the organization; 0 deletes within a minute
    #[arg(long, value_name = "DAYS", global = true, env = "POSTWRIGHT_ORGANIZATION_DELETION_DAYS",
          default_value_t = Defaults::default().organization_deletion_delay.as_secs() / 86_400, value_parser = days())]
    pub organization_deletion_days: u64,
}
