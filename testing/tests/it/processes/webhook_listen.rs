//! `postwright webhook listen` forwards webhooks to a local server.

use std::process::Stdio;

use serde_json::json;
use tests::{Installation, Receiver};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;

#[tokio::test]
async fn listen_forwards_each_event_and_removes_its_endpoint() {
    let (installation, receiver) = (Installation::new(None), Receiver::start().await);
    let server = installation.start().await;
    let owner = server.owner();
    // Server and token come from the demo.json of the data directory.
    let mut command = installation.command(&["webhook", "listen", "--forward-to", &receiver.url()]);
    command.args(["--events", "turn.completed,webhook.test", "--data-dir"]).arg(installation.directory());
    let mut listening = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(listening.stdout.take().unwrap()).lines();
    let mut wait_for = async |text: &str| {
        while !lines.next_line().await.unwrap().expect("more lines").contains(text) {}
    };
    wait_for("Listening at").await;
    let endpoint = owner.get("/v1/webhook-endpoints").await;
    assert_eq!(endpoint.at("/items/0/event_types"), json!(["turn.completed", "webhook.test"]));
    let session = owner.begin().await;
    let turn = owner.say(&session, "baker in Lisbon").await.text_at("/id");
    wait_for("turn.completed").await;
    wait_for(&turn).await;
    let forwarded = &receiver.wait_for(1).await[0];
    assert_eq!(forwarded.json()["data"]["turn_id"], turn.as_str());
    assert!(forwarded.header("webhook-signature").starts_with("v1,"));
    // A request without a signature is not forwarded.
    let url = endpoint.text_at("/items/0/url");
    let unsigned =
        reqwest::Client::builder().no_proxy().build().unwrap().post(url).body("{}").send().await.unwrap();
    assert_eq!(unsigned.status(), 401);
    assert_eq!(receiver.received().len(), 1);

    let pid = listening.id().unwrap().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().await.unwrap().success());
    assert!(listening.wait().await.unwrap().success());
    assert_eq!(owner.get("/v1/webhook-endpoints").await.at("/items"), json!([]));
    server.stop().await;
}
