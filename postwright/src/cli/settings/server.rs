//! Settings of the server's address, its files and its database.

use std::{net::SocketAddr, path::PathBuf};

use clap::{ArgAction, Args};
use secrecy::SecretString;

use crate::cli::values::{Origins, secret};

#[derive(Debug, Args)]
#[command(next_help_heading = "Server")]
pub struct ServerSettings {
    /// Address to listen on
    #[arg(
        long,
        value_name = "ADDRESS",
        global = true,
        env = "POSTWRIGHT_LISTEN",
        default_value = "127.0.0.1:8000"
    )]
    pub listen: SocketAddr,
    /// Public address of the API, such as `https://api.example.com` [default: the address it listens on, if that is loopback]
    #[arg(long, value_name = "URL", global = true, env = "POSTWRIGHT_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Origins whose scripts may call the API from a browser (CORS), such as `https://app.example.com`, separated by commas [default: none]
    #[arg(
        long,
        value_name = "ORIGINS",
        global = true,
        env = "POSTWRIGHT_CORS_ORIGINS",
        default_value = "",
        hide_default_value = true
    )]
    pub cors_origins: Origins,
    /// Addresses or networks of reverse proxies, separated by commas, whose Forwarded or X-Forwarded-For header names the client [default: none]
    #[arg(
        long,
        value_name = "NETWORKS",
        global = true,
        env = "POSTWRIGHT_TRUSTED_PROXIES",
        default_value = "",
        hide_default_value = true
    )]
    pub trusted_proxies: api::TrustedProxies,
    /// Expect the PROXY protocol (version 1 or 2) at the beginning of each connection, and accept connections from trusted proxies only
    #[arg(long, value_name = "BOOL", global = true, env = "POSTWRIGHT_PROXY_PROTOCOL", default_value_t = false, action = ArgAction::Set)]
    pub proxy_protocol: bool,
    /// Serve the dashboard, the web application, at /app
    #[arg(long, value_name = "BOOL", global = true, env = "POSTWRIGHT_DASHBOARD", default_value_t = true, action = ArgAction::Set)]
    pub dashboard: bool,
    /// Fill the organization that the first all-in-one start creates with conversations to look at, unless a model is set
    #[arg(long, value_name = "BOOL", global = true, env = "POSTWRIGHT_DEMO_DATA", default_value_t = true, action = ArgAction::Set)]
    pub demo_data: bool,
    /// File with Ed25519 private keys (PKCS#8 PEM), which `api` requires; the first signs access tokens, all verify them [default: signing-keys.pem in the data directory]
    #[arg(long, value_name = "FILE", global = true, env = "POSTWRIGHT_SIGNING_KEYS")]
    pub signing_keys: Option<PathBuf>,
    /// File with keys that encrypt secrets in the database, which `api` and `worker` require; each line is 32 bytes in base64, the first encrypts, all decrypt [default: encryption-keys in the data directory]
    #[arg(long, value_name = "FILE", global = true, env = "POSTWRIGHT_ENCRYPTION_KEYS")]
    pub encryption_keys: Option<PathBuf>,
    /// Directory of the all-in-one start, with its database, keys and demo.json
    #[arg(
        long,
        value_name = "DIR",
        global = true,
        env = "POSTWRIGHT_DATA_DIR",
        default_value = ".postwright"
    )]
    pub data_dir: PathBuf,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Database")]
pub struct DatabaseSettings {
    /// PostgreSQL with the login postwright_app, which `api` and `worker` require [default: a PostgreSQL of its own in the data directory]
    #[arg(long, value_name = "URL", global = true, env = "DATABASE_URL", hide_env_values = true, value_parser = secret)]
    pub database_url: Option<SecretString>,
    /// PostgreSQL with the login that owns the tables, which only migrations use and `migrate` requires
    #[arg(long, value_name = "URL", global = true, env = "DATABASE_OWNER_URL", hide_env_values = true, value_parser = secret)]
    pub database_owner_url: Option<SecretString>,
    /// Password that a migration sets for the login postwright_app [default: unchanged]
    #[arg(long, value_name = "PASSWORD", global = true, env = "POSTWRIGHT_APP_PASSWORD", hide_env_values = true, value_parser = secret)]
    pub app_password: Option<SecretString>,
    /// Maximum number of database connections of one process, at least 2
    #[arg(
        long,
        value_name = "NUMBER",
        global = true,
        env = "POSTWRIGHT_DATABASE_CONNECTIONS",
        default_value_t = 20,
        value_parser = clap::value_parser!(u32).range(2..=10_000)
    )]
    pub database_connections: u32,
}
