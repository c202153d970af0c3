//! `postwright webhook listen`, as somebody who develops uses it.

use std::process::Stdio;

use serde_json::json;
use tests::{Installation, Receiver};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;

#[tokio::test]
async fn a_developer_sees_each_event_and_leaves_nothing_behind() {
    let (installation, receiver) = (Installation::new(None), Receiver::start().await);
    let process = installation.start().await;
    let owner = process.owner();
    // Server and token are those of the data directory's demo.json.
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
    let passed_on = &receiver.wait_for(1).await[0];
    assert_eq!(passed_on.json()["data"]["turn_id"], turn.as_str());
    assert!(passed_on.header("webhook-signature").starts_with("v1,"));
    // What is signed by nobody is not passed on.
    let url = endpoint.text_at("/items/0/url");
    let forged =
        reqwest::Client::builder().no_proxy().build().unwrap().post(url).body("{}").send().await.unwrap();
    assert_eq!(forged.status(), 401);
    assert_eq!(receiver.received().len(), 1);

    let pid = listening.id().unwrap().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().await.unwrap().success());
    assert!(listening.wait().await.unwrap().success());
    assert_eq!(owner.get("/v1/webhook-endpoints").await.at("/items"), json!([]));
    process.stop().await;
}
