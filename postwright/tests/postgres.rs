//! The private PostgreSQL, with the programs of this machine.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use postwright::postgres::{DATABASE, Options, Role, Server, StartError};
use sqlx::{Connection, PgConnection};

/// Data directory for the copy of this test binary that a test kills.
const CHILD_DATA_DIR: &str = "POSTWRIGHT_TEST_CHILD_DATA_DIR";

struct Directory(PathBuf);

impl Directory {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        Self(path)
    }

    fn start(&self) -> Server {
        start(&self.0).unwrap_or_else(|error| panic!("{error}"))
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn start(data_dir: &Path) -> Result<Server, StartError> {
    Server::start(Options { data_dir: data_dir.to_owned(), fsync: false })
}

async fn connect(server: &Server, role: Role) -> PgConnection {
    PgConnection::connect(&server.url(role, DATABASE)).await.expect("a login")
}

#[tokio::test]
async fn data_survives_a_restart() {
    let directory = Directory::new("restart");
    let server = directory.start();
    let mut owner = connect(&server, Role::Owner).await;
    for statement in [
        "create extension hstore",
        "create extension pgcrypto",
        "create role a_group nologin",
        "create table kept (word text)",
        "insert into kept values ('here')",
        "grant select on kept to postwright_app",
    ] {
        sqlx::query(statement).execute(&mut owner).await.unwrap();
    }
    let ended = server.ended();
    server.stop();
    assert!(ended.is_cancelled());

    let server = directory.start();
    let mut app = connect(&server, Role::App).await;
    let word: String = sqlx::query_scalar("select word from kept").fetch_one(&mut app).await.unwrap();
    assert_eq!(word, "here");
    let forbidden = sqlx::query("create table mine ()").execute(&mut app).await;
    assert!(forbidden.is_err(), "the app's login must not be able to make tables");
}

#[test]
fn a_second_start_in_the_same_directory_is_refused() {
    let directory = Directory::new("twice");
    let first = directory.start();
    assert!(matches!(start(&directory.0), Err(StartError::InUse { .. })));
    drop(first);
    directory.start();
}

#[test]
fn postgres_dies_with_a_killed_process_and_the_next_start_works_at_once() {
    let directory = Directory::new("killed");
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "child", "--ignored", "--nocapture"])
        .env(CHILD_DATA_DIR, &directory.0)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    assert!(lines.any(|line| line.contains("child is ready")), "the child did not start");
    let file = fs::read_to_string(directory.0.join("postgres/postmaster.pid")).unwrap();
    let postmaster = format!("/proc/{}/cmdline", file.lines().next().unwrap());
    child.kill().unwrap();
    child.wait().unwrap();

    let begun = Instant::now();
    let server = directory.start();
    assert!(begun.elapsed() < Duration::from_secs(5), "took {:?}", begun.elapsed());
    // A process that waits to be reaped has an empty command line.
    let earlier = fs::read_to_string(postmaster).unwrap_or_default();
    assert!(!earlier.contains("/postgres"), "the earlier PostgreSQL still runs");
    server.stop();
}

#[test]
#[ignore = "another test runs and kills it"]
fn child() {
    let Some(data_dir) = env::var_os(CHILD_DATA_DIR) else {
        return;
    };
    let _server = start(Path::new(&data_dir)).unwrap();
    use std::io::Write;
    writeln!(std::io::stdout(), "\nchild is ready").unwrap();
    std::thread::sleep(Duration::from_secs(60));
}
