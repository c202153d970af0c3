//! Settings of the API: addresses, limits and timeouts. The defaults are those of production.

use std::num::NonZeroU32;
use std::time::Duration;

use domain::quotas::Quotas;

use crate::trusted_proxies::TrustedProxies;

/// High enough for busy people, low enough that one caller cannot occupy a process.
const ORGANIZATION_RATE: Rate = rate(500, 2_000);
const KEY_RATE: Rate = rate(200, 1_000);

const EXPORTS_PER_HOUR: NonZeroU32 = NonZeroU32::new(10).expect("not zero");
/// Enough for an office behind one address.
const EMAILS_PER_HOUR: NonZeroU32 = NonZeroU32::new(30).expect("not zero");

/// Enough for the morning of an office behind one address.
const SINGLE_SIGN_ONS_PER_HOUR: NonZeroU32 = NonZeroU32::new(1_000).expect("not zero");

/// A token bucket: the requests allowed at once, and per second in the long run.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    pub per_second: NonZeroU32,
    pub burst: NonZeroU32,
}

const fn rate(per_second: u32, burst: u32) -> Rate {
    let zero = "a rate of zero";
    Rate { per_second: NonZeroU32::new(per_second).expect(zero), burst: NonZeroU32::new(burst).expect(zero) }
}

#[derive(Clone, Debug)]
pub struct Settings {
    /// The API's public address; absent: the listener's address. Never taken from a request, because OAuth clients
    /// trust it.
    pub public_url: Option<String>,
    /// The origins, such as `https://app.example.com`, whose scripts may call the API from a browser.
    pub cors_origins: Vec<String>,
    /// Reverse proxies in front of this process. A client's address, which limits count by, is the one that they name.
    pub trusted_proxies: TrustedProxies,
    /// Whether connections begin with the PROXY protocol. Those of others than the trusted proxies are closed then.
    pub proxy_protocol: bool,
    /// Whether the web application is served at `/app`.
    pub dashboard: bool,
    /// Addresses besides the public internet that webhooks may go to, for development.
    pub outbound_allow: outbound::Allowances,
    /// Maximum bytes of a request body; more is 413. The default fits 8,000 characters of four bytes, percent-encoded.
    pub body_limit: usize,
    /// Maximum bytes of a request's header names and values together; more is 431.
    pub header_limit: usize,
    /// Maximum time from a request to its response; more is 503. Operations that wait for a turn add their wait limit.
    pub request_timeout: Duration,
    /// How long the original routes wait for a turn.
    pub legacy_wait: Duration,
    /// The maximum of `Prefer: wait`.
    pub wait_limit: Duration,
    /// How long a client may take to send the head of a request; then its connection is closed.
    pub head_timeout: Duration,
    /// Connections that may be open.
    pub connections: usize,
    /// Connections that one client network may have open; a trusted proxy has no such limit.
    pub connections_per_address: usize,
    /// Of these, connections without a request; further ones close the oldest.
    pub idle_connections_per_address: usize,
    /// Requests that may be under way, apart from event streams; more are 503.
    pub requests_at_once: usize,
    /// Requests of one client network that may be under way; more are 429.
    pub requests_per_address: usize,
    /// How long a connection may be idle, and a write may block; then the connection is closed.
    pub idle_timeout: Duration,
    /// How long a stopping server still accepts connections while `/readyz` answers 503, so that a load balancer
    /// notices. Zero without a load balancer.
    pub drain: Duration,
    /// How long requests in flight may take after that.
    pub shutdown_grace: Duration,
    /// How many percent of the process's database connections the requests of one organization may use at once. Anonymous
    /// clients may use half of them, and one address a quarter.
    pub organization_database_share: u8,
    /// Requests per organization, mode and process.
    pub organization_rate: Rate,
    /// Requests per API key and process.
    pub key_rate: Rate,
    /// E-mails that one client network may request per hour and process without signing in; more are 429.
    pub emails_per_hour: NonZeroU32,
    /// Sign-ins at identity providers that one client network may begin per hour and process; more are 429.
    pub single_sign_ons_per_hour: NonZeroU32,
    /// Maximum open event streams per user and process; more are 429.
    pub streams_per_user: usize,
    /// Maximum open event streams per API key and process; more are 429.
    pub streams_per_key: usize,
    /// What organizations may keep, unless they have quotas of their own. [`domain::quotas::Limits::event_streams`] counts for
    /// each process.
    pub quotas: Quotas,
    /// Exports of all data that a person may begin in an hour, per process.
    pub exports_per_hour: NonZeroU32,
    /// Exports that one process writes at once.
    pub exports_at_once: usize,
    /// How long the client of an export may not read before it ends.
    pub export_write_timeout: Duration,
    /// How long after an owner's request an organization is deleted.
    pub organization_deletion_delay: Duration,
    /// Interval of the comments that keep an idle stream open through proxies.
    pub stream_keep_alive: Duration,
    /// How long a write to a stream may block; then the stream is closed.
    pub stream_write_timeout: Duration,
}

/// A number of one address, which may be no more than a part of that of all. Says so if the setting is lowered.
pub(crate) fn at_most(variable: &'static str, wanted: usize, most: usize) -> usize {
    if wanted > most {
        tracing::warn!(
            variable,
            wanted,
            most,
            "a setting is lowered: one address may have only a part of what all have"
        );
    }
    wanted.min(most)
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            public_url: None,
            cors_origins: Vec::new(),
            trusted_proxies: TrustedProxies::default(),
            proxy_protocol: false,
            dashboard: true,
            outbound_allow: outbound::Allowances::default(),
            body_limit: 128 * 1024,
            header_limit: 16 * 1024,
            request_timeout: Duration::from_secs(30),
            legacy_wait: Duration::from_secs(120),
            wait_limit: Duration::from_secs(30),
            head_timeout: Duration::from_secs(5),
            connections: 12_000,
            connections_per_address: 6_000,
            idle_connections_per_address: 1_000,
            requests_at_once: 10_000,
            requests_per_address: 4_000,
            idle_timeout: Duration::from_secs(75),
            drain: Duration::ZERO,
            shutdown_grace: Duration::from_secs(10),
            organization_database_share: 50,
            organization_rate: ORGANIZATION_RATE,
            key_rate: KEY_RATE,
            emails_per_hour: EMAILS_PER_HOUR,
            single_sign_ons_per_hour: SINGLE_SIGN_ONS_PER_HOUR,
            streams_per_user: 5,
            streams_per_key: 100,
            quotas: Quotas::default(),
            exports_per_hour: EXPORTS_PER_HOUR,
            exports_at_once: 4,
            export_write_timeout: Duration::from_secs(60),
            organization_deletion_delay: Duration::from_secs(7 * 24 * 60 * 60),
            stream_keep_alive: Duration::from_secs(15),
            stream_write_timeout: Duration::from_secs(10),
        }
    }
}
