//! What the API can be told from outside.

use std::num::NonZeroU32;
use std::time::Duration;

use crate::rate_limit::Rate;

/// Far above what people do, below what would keep a process from others.
const ORGANIZATION_RATE: Rate = rate(500, 2_000);
const KEY_RATE: Rate = rate(200, 1_000);

const fn rate(per_second: u32, burst: u32) -> Rate {
    let nothing = "a rate of nothing";
    Rate {
        per_second: NonZeroU32::new(per_second).expect(nothing),
        burst: NonZeroU32::new(burst).expect(nothing),
    }
}

/// Limits and addresses of the API. The defaults are those of production; tests raise or lower them.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the API is reached from outside; without it, where its listener is. Never what a request says: clients of
    /// OAuth believe it.
    pub public_url: Option<String>,
    /// Places beside the public internet that webhooks may go to, for development.
    pub outbound_allow: outbound::Allowances,
    /// Bytes of a request's body; more is 413. 8,000 characters fit, percent-encoded and with four bytes each.
    pub body_limit: usize,
    /// Bytes of a request's headers, names and values together; more is 431.
    pub header_limit: usize,
    /// Time for one request, without what it waits for a turn; after it 503.
    pub request_timeout: Duration,
    /// How long the original routes wait for the agent's answer.
    pub legacy_wait: Duration,
    /// The most that `Prefer: wait` may ask for.
    pub wait_limit: Duration,
    /// A connection whose request has not shown its whole head for so long is closed.
    pub head_timeout: Duration,
    /// A connection without a byte for so long is closed.
    pub idle_timeout: Duration,
    /// How long a server that was told to stop still takes connections, while it says at `/readyz` that it will not:
    /// whoever balances the load needs this to find out. Zero where nobody does.
    pub drain: Duration,
    /// Time that requests in flight get to end after that.
    pub shutdown_grace: Duration,
    /// How many requests a mode of an organization may send to one process.
    pub organization_rate: Rate,
    /// How many of them an API key may send.
    pub key_rate: Rate,
    /// How many event streams a user may have open in one process; more are 429.
    pub streams_per_user: usize,
    /// How many an API key may have; more are 429.
    pub streams_per_key: usize,
    /// A stream without events has a comment this often, so that nobody in between takes it for dead.
    pub stream_keep_alive: Duration,
    /// A client that does not read from its stream for so long is left.
    pub stream_patience: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            public_url: None,
            outbound_allow: outbound::Allowances::default(),
            body_limit: 128 * 1024,
            header_limit: 16 * 1024,
            request_timeout: Duration::from_secs(30),
            legacy_wait: Duration::from_secs(120),
            wait_limit: Duration::from_secs(30),
            head_timeout: Duration::from_secs(5),
            idle_timeout: Duration::from_secs(75),
            drain: Duration::ZERO,
            shutdown_grace: Duration::from_secs(10),
            organization_rate: ORGANIZATION_RATE,
            key_rate: KEY_RATE,
            streams_per_user: 5,
            streams_per_key: 100,
            stream_keep_alive: Duration::from_secs(15),
            stream_patience: Duration::from_secs(10),
        }
    }
}
