//! The whole application in the test's process: API, worker, a database of its own, and a model over HTTP.

use std::num::NonZeroU32;
use std::sync::LazyLock;
use std::time::Duration;

use agent::Agent;
use domain::accounts::SignUpPolicy;
use domain::erasure::{self, Erased};
use domain::retention::{self, Swept};
use domain::{Db, DbSettings, EncryptionKeys, Purpose, Sealer, SigningKeys};
use secrecy::{ExposeSecret, SecretString};
use sqlx::PgPool;
use tokio::net::TcpListener;
use tokio::sync::RwLock;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use worker::Mailer;

use crate::database::Database;
use crate::{Client, Llm, Outbox, wait_until};

/// The signing keys of all test applications. Made once, because making them takes time.
static KEYS: LazyLock<SigningKeys> = LazyLock::new(|| {
    let pem = postwright::keys::signing::generate().expect("new signing keys");
    SigningKeys::from_pem(pem.expose_secret()).expect("usable signing keys")
});

/// Seals the secrets of all test applications.
static SEALER: LazyLock<Sealer> = LazyLock::new(|| {
    let key = domain::new_encryption_key().expect("a new encryption key");
    Sealer::new(EncryptionKeys::from_text(key.expose_secret()).expect("a usable encryption key"))
});

pub struct App {
    /// The model of live mode.
    pub llm: Llm,
    /// The model of test mode.
    pub test_llm: Llm,
    model: String,
    outbound: outbound::Outbound,
    sign_up: SignUpPolicy,
    mail: Option<Mail>,
    pub base_url: String,
    pub db: Db,
    database: Database,
    http: reqwest::Client,
    shutdown: CancellationToken,
    running: TaskTracker,
}

/// Settings of a test application.
#[derive(Clone)]
pub struct Options {
    pub workers: usize,
    pub worker: worker::Settings,
    pub api: api::Settings,
    pub connections: u32,
    /// The base URL of a model to use instead of [`App::llm`].
    pub model: Option<String>,
    /// Who may sign up.
    pub sign_up: SignUpPolicy,
    /// Where the workers send e-mails; `None` leaves them in the outbox.
    pub mail: Option<Mail>,
    /// Non-public addresses that may be sent to: the tests' receivers listen on loopback.
    pub outbound: outbound::Allowances,
}

impl Default for Options {
    fn default() -> Self {
        let worker = worker::Settings { retry_after: Duration::from_millis(20), ..Default::default() };
        // Tests send more requests a second than the default limits allow.
        let plenty = NonZeroU32::new(1_000_000).expect("a number above 0");
        let unlimited = api::Rate { per_second: plenty, burst: plenty };
        let api = api::Settings {
            organization_rate: unlimited,
            key_rate: unlimited,
            exports_per_hour: plenty,
            emails_per_hour: plenty,
            ..api::Settings::default()
        };
        let outbound = "127.0.0.1:0-65535".parse().expect("an allowance");
        Self {
            workers: 1,
            worker,
            api,
            connections: 5,
            model: None,
            sign_up: SignUpPolicy::Open,
            mail: None,
            outbound,
        }
    }
}

/// Where a test's workers send e-mails.
#[derive(Clone)]
pub enum Mail {
    /// The URL of a mail server.
    Server(String),
    Folder(std::path::PathBuf),
}

impl Options {
    /// No worker: the test itself does what a worker would.
    #[must_use]
    pub fn without_worker(self) -> Self {
        Self { workers: 0, ..self }
    }

    /// Eight retries of a delivery, 20 ms apart, and short timeouts, yet long enough for a receiver on a busy machine. The
    /// lease keeps its length: half of it is the time to prepare a delivery.
    pub fn quick_deliveries() -> Self {
        let mut options = Self::default();
        let deliveries = &mut options.worker.deliveries;
        (deliveries.timeout, deliveries.long_timeout) = (Duration::from_secs(2), Duration::from_secs(3));
        deliveries.schedule = vec![Duration::from_millis(20); 8];
        options
    }

    /// [`Self::quick_deliveries`] with 1,000 retries, 50 ms apart: more than a test needs.
    pub fn endless_retries() -> Self {
        let mut options = Self::quick_deliveries();
        options.worker.deliveries.schedule = vec![Duration::from_millis(50); 1_000];
        options
    }
}

/// Runs a test against an application of its own and stops it. Fails when the test leaves unfinished turns.
pub async fn with_app(test: impl AsyncFnOnce(&App)) {
    with_app_of(Options::default(), test).await;
}

/// [`with_app`] with other settings.
pub async fn with_app_of(options: Options, test: impl AsyncFnOnce(&App)) {
    let _shared = MACHINE.read().await;
    run(options, test).await;
}

/// [`with_app`] while no other application of this process runs: for tests that measure time.
pub async fn with_app_alone(test: impl AsyncFnOnce(&App)) {
    let _exclusive = MACHINE.write().await;
    run(Options::default(), test).await;
}

/// Held shared by most tests, exclusively by one that measures time.
static MACHINE: RwLock<()> = RwLock::const_new(());

async fn run(options: Options, test: impl AsyncFnOnce(&App)) {
    let app = App::start(options).await;
    test(&app).await;
    app.finish().await;
}

impl App {
    async fn start(options: Options) -> Self {
        let database = Database::create().await;
        let db = connect(&database.url(), options.connections, options.sign_up).await;
        let (llm, test_llm) = (Llm::start().await, Llm::start().await);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let base_url = format!("http://{}", listener.local_addr().expect("an address"));
        let http = reqwest::Client::builder().no_proxy().user_agent("tests/1.0");
        let http = http.build().expect("a client");
        let (shutdown, running) = (CancellationToken::new(), TaskTracker::new());
        let model = options.model.unwrap_or_else(|| llm.base_url());
        let outbound = outbound::Outbound::new(options.outbound.clone()).expect("a client");
        let api = api::Settings { outbound_allow: options.outbound, ..options.api };
        let (sign_up, mail) = (options.sign_up, options.mail);
        let app = Self {
            llm,
            test_llm,
            model,
            outbound,
            sign_up,
            mail,
            base_url,
            db,
            database,
            http,
            shutdown,
            running,
        };
        app.running.spawn(api::serve(api, app.db.clone(), listener, app.shutdown.clone()));
        for _ in 0..options.workers {
            app.start_worker(options.worker.clone()).await;
        }
        app
    }

    /// Starts one more worker, with a connection pool of its own as in another process.
    pub async fn start_worker(&self, settings: worker::Settings) {
        let queue = postwright::wiring::open_queue(&self.database.url()).await.expect("the queue's pool");
        let agent = |url| Agent::new(agent::Settings::new(url, "test-model")).expect("an agent");
        let models =
            worker::Models { live: agent(self.model.clone()), test: agent(self.test_llm.base_url()) };
        let db = connect(&self.database.url(), 5, self.sign_up).await;
        let (outbound, mailer, shutdown) = (self.outbound.clone(), self.mailer(), self.shutdown.clone());
        self.running.spawn(worker::run(settings, db, queue, models, outbound, mailer, shutdown));
    }

    fn mailer(&self) -> Option<Mailer> {
        let (from, url) = ("Postwright <no-reply@postwright.example>", self.base_url.clone());
        let mailer = match self.mail.as_ref()? {
            Mail::Server(server) => Mailer::smtp(server, from, url),
            Mail::Folder(folder) => Mailer::folder(folder.clone(), from, url),
        };
        Some(mailer.expect("a mailer"))
    }

    /// Starts one more API, with a connection pool of its own as in another process. Returns a client of it.
    pub async fn start_replica(&self) -> Client {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let base_url = format!("http://{}", listener.local_addr().expect("an address"));
        let db = connect(&self.database.url(), 5, self.sign_up).await;
        self.running.spawn(api::serve(Options::default().api, db, listener, self.shutdown.clone()));
        Client::new(self.http.clone(), base_url)
    }

    /// An anonymous client.
    pub fn anonymous(&self) -> Client {
        Client::new(self.http.clone(), self.base_url.clone())
    }

    /// A pool that bypasses row-level security.
    pub fn superuser(&self) -> &PgPool {
        self.database.superuser()
    }

    /// Runs a statement that bypasses row-level security.
    pub async fn superuser_runs(&self, statement: &str) {
        let statement = sqlx::AssertSqlSafe(statement.to_owned());
        sqlx::query(statement).execute(self.superuser()).await.expect("a statement that runs");
    }

    pub fn database(&self) -> &Database {
        &self.database
    }

    /// Moves the clock that expiry and leases use. Tokens use another one.
    pub async fn move_clock(&self, ahead_by: &str) {
        sqlx::query("update clock_offset set ahead_by = $1::text::interval")
            .bind(ahead_by)
            .execute(self.superuser())
            .await
            .expect("a moved clock");
    }

    /// Seals a value, for tests that write rows without the API.
    pub fn seal(&self, purpose: Purpose, value: &[u8]) -> Vec<u8> {
        SEALER.seal(purpose, value).expect("a sealed value")
    }

    /// The e-mails that wait, unless the workers have a mailer.
    pub fn outbox(&self) -> Outbox {
        Outbox::new(self.superuser().clone(), SEALER.clone())
    }

    /// The number that a query returns.
    pub async fn count(&self, query: &'static str) -> i64 {
        self.database.count(query).await
    }

    /// Sweeps, once the workers have ended their own sweep of this hour: two sweeps at a time do not work.
    pub async fn sweep(&self) -> Swept {
        let done =
            "select count(*) from apalis.jobs where idempotency_key like '%sweep%' and status = 'Done'";
        assert_eq!(self.wait_for_count(done, 1).await, 1);
        retention::sweep(&self.db).await.expect("a sweep")
    }

    /// Erases what is due, once no worker does.
    pub async fn erase(&self) -> Erased {
        let mut erased = None;
        wait_until("no worker erases", async || {
            erased = erasure::erase_due(&self.db).await.expect("an erasure");
            erased.is_some()
        })
        .await;
        erased.unwrap_or_default()
    }

    /// Waits up to 10 s until a query returns at least this number. Returns the number, also when it is lower.
    pub async fn wait_for_count(&self, query: &'static str, at_least: i64) -> i64 {
        for _ in 0..500 {
            if self.count(query).await >= at_least {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        self.count(query).await
    }

    /// Waits until no turn is queued or running.
    pub async fn wait_until_idle(&self) {
        wait_until("no turn is queued or running", async || self.unfinished_turns().await == 0).await;
    }

    async fn unfinished_turns(&self) -> i64 {
        self.count("select count(*) from turn where status in ('queued', 'running')").await
    }

    async fn finish(self) {
        let unfinished = self.unfinished_turns().await;
        self.shutdown.cancel();
        self.running.close();
        let stopped = tokio::time::timeout(Duration::from_secs(30), self.running.wait()).await;
        assert!(stopped.is_ok(), "the application did not stop");
        drop(self.db);
        self.database.drop().await;
        assert_eq!(unfinished, 0, "the test left unfinished turns");
    }
}

async fn connect(url: &SecretString, max_connections: u32, sign_up: SignUpPolicy) -> Db {
    let settings = DbSettings { sign_up, ..db_settings(url, max_connections) };
    Db::connect(settings).await.expect("a database")
}

/// The settings of all test applications, for a database.
pub fn db_settings(url: &SecretString, max_connections: u32) -> DbSettings {
    let schema = postwright::wiring::schema_version();
    let (keys, sealer, sign_up) = (KEYS.clone(), SEALER.clone(), SignUpPolicy::Open);
    DbSettings { url: url.clone(), max_connections, keys, sealer, sign_up, schema }
}
