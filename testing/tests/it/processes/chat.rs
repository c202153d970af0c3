//! `postwright chat` in its plain mode, against the real binary.

use std::process::Stdio;
use std::time::Duration;

use serde_json::json;
use tests::Installation;
use tokio::io::AsyncWriteExt;

/// Types all lines; what was shown, what was complained, and whether it ended well.
async fn chat(installation: &Installation, arguments: &[&str], lines: &[&str]) -> (String, String, bool) {
    let mut command = installation.command(&["chat"]);
    command.args(arguments).arg("--data-dir").arg(installation.directory());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // Who ends at once reads nothing.
    let _ = stdin.write_all((lines.join("\n") + "\n").as_bytes()).await;
    drop(stdin);
    let ended = tokio::time::timeout(Duration::from_secs(60), child.wait_with_output()).await;
    let output = ended.expect("an end within a minute").unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.success())
}

#[tokio::test]
async fn a_whole_conversation_in_lines() {
    let installation = Installation::new(None);
    let process = installation.start().await;
    let conversation = [
        "/post",
        ".net developer full stack",
        "Senior level, in Lisbon, hybrid. 45-52k EUR a year.",
        "/post",
        "Skills: Kafka.",
        "/undo",
        "!fail:401",
        "/nonsense",
        "/sessions",
        "/finalize",
    ];
    let (shown, complained, is_well) = chat(&installation, &[], &conversation).await;
    assert!(is_well, "{complained}");
    let in_order = [
        "Which position is it?",
        "Nothing was said yet",
        "Full Stack .Net Developer",
        "Title: .Net Developer Full Stack",
        "Place: Lisbon",
        "Salary: 45000 to 52000 EUR a year",
        "The last change is taken back.",
        "The model is not set up correctly. Tell whoever runs this service. (llm_configuration)",
        "There is no /nonsense; /help says",
        "  active  .Net Developer Full Stack",
        "Finalized: job post ",
    ];
    let mut rest = shown.as_str();
    for expected in in_order {
        let at =
            rest.find(expected).unwrap_or_else(|| panic!("no {expected:?} where it belongs in\n{shown}"));
        rest = &rest[at + expected.len()..];
    }

    // The same conversation again, with another way of saying who one is.
    let id = shown.lines().find_map(|line| line.split_once("  active  ")).unwrap().0.to_owned();
    let demo = process.demo.clone();
    let [server, token] = ["base_url", "access_token"].map(|member| demo[member].as_str().unwrap());
    let resume = format!("/resume {id}");
    let named = ["--server", server, "--token", token];
    let (shown, complained, is_well) = chat(&installation, &named, &[&resume, "/quit", "/post"]).await;
    assert!(is_well, "{complained}");
    assert!(shown.contains("Place: Lisbon") && shown.matches("Title:").count() == 1, "{shown}");

    // A key that may talk, and such as lack something for it.
    for (scopes, lacks) in [
        (json!(["sessions:read", "sessions:write"]), None),
        (json!(["sessions:write", "job_posts:read"]), Some("lacks sessions:read:")),
        (json!(["sessions:read"]), Some("lacks sessions:write:")),
        (json!(["job_posts:read"]), Some("lacks sessions:read and sessions:write:")),
    ] {
        let wish = json!({ "name": "Chat", "livemode": false, "scopes": scopes });
        let key = process.owner().post("/v1/api-keys", wish).await.text_at("/key");
        let with_key = ["--server", server, "--key", &key];
        let (shown, complained, is_well) = chat(&installation, &with_key, &["a cook in Oslo", "/post"]).await;
        match lacks {
            None => assert!(is_well && shown.contains("Place: Oslo"), "{shown}{complained}"),
            Some(lacks) => assert!(!is_well && complained.contains(lacks), "{complained}"),
        }
    }

    // A key that is none, and nobody at all.
    let wrong = ["--server", server, "--key", "pw_live_wrong"];
    let (_, complained, is_well) = chat(&installation, &wrong, &[]).await;
    assert!(!is_well && complained.contains("does not let you in"), "{complained}");
    let (_, complained, is_well) = chat(&installation, &["--server", server], &[]).await;
    assert!(!is_well && complained.contains("needs who you are"), "{complained}");
    process.stop().await;
    let (_, complained, is_well) =
        chat(&installation, &["--server", server, "--key", "pw_live_any"], &[]).await;
    assert!(!is_well && complained.contains("cannot be reached"), "{complained}");
}

#[tokio::test]
async fn without_a_server_it_says_how_to_start_one() {
    let (_, complained, is_well) = chat(&Installation::new(None), &[], &[]).await;
    assert!(!is_well && complained.contains("Start one with `postwright`"), "{complained}");
}
