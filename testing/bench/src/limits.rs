//! What PostgreSQL alone does on this machine at this moment, measured with pgbench.

use std::path::{Path, PathBuf};

use postwright::postgres::{DATABASE, Role};
use secrecy::ExposeSecret;
use tokio::process::Command;

use crate::Result;
use crate::installation::Installation;

const CLIENTS: &str = "32";

/// A turn reduced to one INSERT and one UPDATE, each with a commit.
const TWO_COMMITS: &str = "\
insert into bench_turn (message) values (repeat('m', 200)) returning id \\gset
update bench_turn set answer = repeat('a', 200) where id = :id;
";
/// A read reduced to one SELECT by key.
const READ: &str = "\
\\set key random(1, 10000)
select id, body from bench_session where id = :key;
";
const TABLES: &str = "
create table if not exists bench_turn (id bigserial primary key, message text not null, answer text);
create table if not exists bench_session (id bigint primary key, body text not null);
insert into bench_session select n, repeat('s', 1000) from generate_series(1, 10000) n on conflict do nothing;
";

/// Pairs of commits per second.
pub async fn two_commits(installation: &Installation, seconds: u32) -> Result<f64> {
    run(installation, TWO_COMMITS, seconds).await
}

/// Reads by key per second.
pub async fn reads(installation: &Installation, seconds: u32) -> Result<f64> {
    run(installation, READ, seconds).await
}

async fn run(installation: &Installation, script: &str, seconds: u32) -> Result<f64> {
    sqlx::raw_sql(TABLES).execute(&installation.superuser).await?;
    let directory = tempfile::TempDir::new()?;
    let file = directory.path().join("script.sql");
    std::fs::write(&file, script)?;
    let server = &installation.server;
    let output = Command::new(pgbench(installation).await?)
        .args(["--no-vacuum", "--protocol=prepared", "--client", CLIENTS, "--jobs", "2", "--time"])
        .arg(seconds.to_string())
        .arg("--file")
        .arg(&file)
        .args(["--host", server.host(), "--port", &server.port().to_string()])
        .args(["--username", Role::Superuser.name(), DATABASE])
        .env("PGPASSWORD", server.password(Role::Superuser).expose_secret())
        .output()
        .await?;
    let output_text = String::from_utf8_lossy(&output.stdout);
    let tps =
        output_text.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse().ok());
    tps.ok_or_else(|| format!("pgbench failed: {}", String::from_utf8_lossy(&output.stderr)).into())
}

/// The pgbench of the running server, or else the one on the PATH.
async fn pgbench(installation: &Installation) -> Result<PathBuf> {
    let directory: String = sqlx::query_scalar("select setting from pg_config where name = 'BINDIR'")
        .fetch_one(&installation.superuser)
        .await?;
    let beside = Path::new(&directory).join("pgbench");
    Ok(if beside.exists() { beside } else { "pgbench".into() })
}
