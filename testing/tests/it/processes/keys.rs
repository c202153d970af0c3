//! Keys are rotated while separate processes serve requests.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use secrecy::ExposeSecret;
use serde_json::json;
use tests::{
    Client, Database, Installation, Llm, Process, Receiver, Reply, SeparateProcesses, WebhookEndpoint,
    is_signed, wait_until,
};

/// Runs `postwright keys …` until it ends.
async fn keys(installation: &Installation, database: &Database, files: &[(&str, PathBuf)], command: &str) {
    let mut process = installation.command(&["keys", command]);
    process.env("DATABASE_URL", database.url().expose_secret());
    process.envs(files.iter().map(|(name, path)| (name, path)));
    let mut process = Process::start(installation.directory(), &format!("keys-{command}"), process);
    assert!(process.succeeded().await, "{}", process.log());
}

/// What a client counts while it sends requests.
#[derive(Default)]
struct Counts {
    requests: AtomicUsize,
    failed: AtomicUsize,
}

/// Signs in at one API and uses the token at the other, and keeps an early token for all requests too.
async fn use_tokens(apis: [Client; 2], early: String, stop: &AtomicBool, counts: &Counts) {
    let mut turn = 0;
    while !stop.load(Ordering::Relaxed) {
        turn += 1;
        let (here, there) = (&apis[turn % 2], &apis[(turn + 1) % 2]);
        let signed_in = sign_in_bob(here).await;
        assert_eq!(signed_in.status, 200, "{signed_in:?}");
        for (api, token) in [(there, signed_in.text_at("/access_token")), (here, early.clone())] {
            for _ in 0..5 {
                let read = api.with_token(&token).get("/v1/me").await;
                counts.requests.fetch_add(1, Ordering::Relaxed);
                if read.status != 200 {
                    counts.failed.fetch_add(1, Ordering::Relaxed);
                }
            }
        }
    }
}

async fn sign_in_bob(api: &Client) -> Reply {
    api.post("/v1/auth/sign-in", json!({ "email": "bob@example.com", "password": tests::PASSWORD })).await
}

async fn signing_key(api: &Client) -> String {
    let token = sign_in_bob(api).await.text_at("/access_token");
    jsonwebtoken::decode_header(token).unwrap().kid.unwrap()
}

#[tokio::test]
async fn signing_keys_are_rotated_under_load_without_a_refused_token() {
    let (llm, installation, database) =
        (Llm::start().await, Installation::new(None), Database::create_empty().await);
    let processes = SeparateProcesses::prepare(&installation, &database, llm.base_url()).await;
    let (first, first_client) = processes.start_api("api-1").await;
    let (second, second_client) = processes.start_api("api-2").await;
    // Of an account that does not sign in again: the hundredth later sign-in would end this login.
    let early = first_client.sign_up("ada", &processes.outbox()).await.text_at("/access_token");
    first_client.sign_up("bob", &processes.outbox()).await;
    let published = first_client.get("/.well-known/jwks.json").await;
    let (stop, counts) = (AtomicBool::new(false), Counts::default());
    let apis = [first_client.clone(), second_client.clone()];
    let load = async {
        let clients = (0..4).map(|_| use_tokens(apis.clone(), early.clone(), &stop, &counts));
        futures_util::future::join_all(clients).await;
    };
    let rotations = async {
        for number in [1, 2] {
            let before = signing_key(&first_client).await;
            keys(&installation, &database, processes.keys(), "rotate").await;
            for api in [&first_client, &second_client] {
                wait_until("the next key signs", async || signing_key(api).await != before).await;
            }
            let now = signing_key(&first_client).await;
            if number == 1 {
                assert_eq!(published.at("/keys/1/kid"), now, "the key was published before it signed");
            }
        }
        stop.store(true, Ordering::Relaxed);
    };
    tokio::join!(load, rotations);
    let (requests, failed) = (counts.requests.into_inner(), counts.failed.into_inner());
    assert!(requests > 100, "{requests}");
    assert_eq!(failed, 0, "of {requests}");
    for process in [first, second] {
        assert_eq!(process.log().matches("the signing keys have changed").count(), 2, "{}", process.log());
    }
    database.drop().await;
}

#[tokio::test]
async fn a_key_that_is_gone_verifies_nothing_soon() {
    let (llm, installation, database) =
        (Llm::start().await, Installation::new(None), Database::create_empty().await);
    let processes = SeparateProcesses::prepare(&installation, &database, llm.base_url()).await;
    let (_api, client) = processes.start_api("api").await;
    let ada = client.sign_up_owner("ada", &processes.outbox()).await;
    assert_eq!(ada.get("/v1/me").await.status, 200);
    let path = &processes.keys()[0].1;
    std::fs::remove_file(path).unwrap();
    postwright::keys::signing::create_file(path).unwrap();
    wait_until("the token is refused", async || ada.get("/v1/me").await.status == 401).await;
    assert_eq!(client.get("/v1/me").await.status, 401);
    database.drop().await;
}

#[tokio::test]
async fn encryption_keys_are_rotated_and_the_earlier_one_is_not_needed() {
    let (llm, installation, database) =
        (Llm::start().await, Installation::with_quick_deliveries(), Database::create_empty().await);
    let processes = SeparateProcesses::prepare(&installation, &database, llm.base_url()).await;
    let (_api, client) = processes.start_api("api").await;
    let worker = processes.start_worker("worker");
    let (ada, receiver) = (client.sign_up_owner("ada", &processes.outbox()).await, Receiver::start().await);
    let endpoint = WebhookEndpoint::add(&ada, &receiver, &["webhook.test"]).await;
    let file = &processes.keys()[1].1;
    let earlier = std::fs::read_to_string(file).unwrap();
    keys(&installation, &database, processes.keys(), "rotate-encryption").await;
    let rotated = std::fs::read_to_string(file).unwrap();
    assert_eq!(rotated.lines().last(), earlier.lines().last());
    remove_line(file, earlier.trim());
    // Added, moved to the first place, and without the earlier one.
    let changes = "the encryption keys have changed";
    wait_until("all changes are read", async || worker.log().matches(changes).count() == 3).await;
    endpoint.test(&ada).await;
    assert!(is_signed(&endpoint.secret, &receiver.wait_for(1).await[0]));
    // An e-mail that waits was sealed before the rotation.
    assert_eq!(processes.outbox().kinds("ada@example.com").await, ["complete_sign_up"]);
    database.drop().await;
}

fn remove_line(path: &Path, line: &str) {
    let text = std::fs::read_to_string(path).unwrap();
    let kept: String = text.lines().filter(|each| *each != line).map(|each| format!("{each}\n")).collect();
    assert_ne!(kept, text);
    std::fs::write(path, kept).unwrap();
}

#[tokio::test]
async fn key_files_that_others_may_read_are_refused() {
    let (installation, database) = (Installation::new(None), Database::create().await);
    let files = tests::write_keys(installation.directory());
    for (variable, path) in &files {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644)).unwrap();
        let mut command = installation.command(&["api"]);
        command.env("DATABASE_URL", database.url().expose_secret()).envs(files.clone());
        let mut process = Process::start(installation.directory(), "api", command);
        let ended = tokio::time::timeout(Duration::from_secs(20), process.succeeded()).await;
        assert_eq!(ended.ok(), Some(false), "{variable}: {}", process.log());
        assert!(process.log().contains(&format!("chmod 600 {}", path.display())), "{}", process.log());
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).unwrap();
    }
    database.drop().await;
}

#[tokio::test]
async fn without_key_files_the_processes_name_the_command() {
    let installation = Installation::new(None);
    for (name, variable) in [("api", "POSTWRIGHT_SIGNING_KEYS"), ("worker", "POSTWRIGHT_ENCRYPTION_KEYS")] {
        let mut command = installation.command(&[name]);
        command.env("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none");
        command.env("LLM_BASE_URL", "http://127.0.0.1:9/v1").env("LLM_MODEL", "test-model");
        let mut process = Process::start(installation.directory(), name, command);
        assert!(!process.succeeded().await);
        let log = process.log();
        assert!(log.contains(variable) && log.contains("postwright keys create"), "{log}");
    }
}
