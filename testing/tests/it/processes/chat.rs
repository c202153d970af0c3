//! `postwright chat` with piped input, against the real binary.

use std::process::Stdio;
use std::time::Duration;

use serde_json::json;
use tests::Installation;
use tokio::io::AsyncWriteExt;

/// Runs `chat` with these lines as input. Returns standard output, standard error, and whether it exited successfully.
async fn chat(installation: &Installation, arguments: &[&str], lines: &[&str]) -> (String, String, bool) {
    let mut command = installation.command(&["chat"]);
    command.args(arguments).arg("--data-dir").arg(installation.directory());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // A process that exits at once does not read its input.
    let _ = stdin.write_all((lines.join("\n") + "\n").as_bytes()).await;
    drop(stdin);
    let ended = tokio::time::timeout(Duration::from_secs(60), child.wait_with_output()).await;
    let ended = ended.expect("an end within a minute").unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(ended.stdout), text(ended.stderr), ended.status.success())
}

#[tokio::test]
async fn a_conversation_of_piped_lines_is_finalized() {
    let installation = Installation::new(None);
    let server = installation.start().await;
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
    let (output, errors, succeeded) = chat(&installation, &[], &conversation).await;
    assert!(succeeded, "{errors}");
    let in_order = [
        "Which position do you want to fill?",
        "There is no conversation yet",
        "Full Stack .Net Developer",
        "Title: .Net Developer Full Stack",
        "Place: Lisbon",
        "Salary: 45000 to 52000 EUR a year",
        "The last change is undone.",
        "The model is not set up correctly. Report it to the operator of this service. (llm_configuration)",
        "There is no command /nonsense; /help lists",
        "  active  .Net Developer Full Stack",
        "Finalized: job post ",
    ];
    let mut rest = output.as_str();
    for expected in in_order {
        let at = rest.find(expected).unwrap_or_else(|| panic!("no {expected:?} in its place in\n{output}"));
        rest = &rest[at + expected.len()..];
    }

    // The same session again, with the token as an option.
    let id = output.lines().find_map(|line| line.split_once("  active  ")).unwrap().0.to_owned();
    let demo = server.demo.clone();
    let [base_url, token] = ["base_url", "access_token"].map(|member| demo[member].as_str().unwrap());
    let resume = format!("/resume {id}");
    let named = ["--server", base_url, "--token", token];
    let (output, errors, succeeded) = chat(&installation, &named, &[&resume, "/quit", "/post"]).await;
    assert!(succeeded, "{errors}");
    assert!(output.contains("Place: Lisbon") && output.matches("Title:").count() == 1, "{output}");

    // A key with the needed scopes, and keys without one or both of them.
    for (scopes, lacks) in [
        (json!(["sessions:read", "sessions:write"]), None),
        (json!(["sessions:write", "job_posts:read"]), Some("lacks sessions:read:")),
        (json!(["sessions:read"]), Some("lacks sessions:write:")),
        (json!(["job_posts:read"]), Some("lacks sessions:read and sessions:write:")),
    ] {
        let body = json!({ "name": "Chat", "livemode": false, "scopes": scopes });
        let key = server.owner().post("/v1/api-keys", body).await.text_at("/key");
        let with_key = ["--server", base_url, "--key", &key];
        let (output, errors, succeeded) = chat(&installation, &with_key, &["a cook in Oslo", "/post"]).await;
        match lacks {
            None => assert!(succeeded && output.contains("Place: Oslo"), "{output}{errors}"),
            Some(lacks) => assert!(!succeeded && errors.contains(lacks), "{errors}"),
        }
    }

    // A malformed key, and no credentials at all.
    let wrong = ["--server", base_url, "--key", "pw_live_wrong"];
    let (_, errors, succeeded) = chat(&installation, &wrong, &[]).await;
    assert!(!succeeded && errors.contains("refuses the login or key"), "{errors}");
    let (_, errors, succeeded) = chat(&installation, &["--server", base_url], &[]).await;
    assert!(!succeeded && errors.contains("--server also needs --key"), "{errors}");
    server.stop().await;
    let (_, errors, succeeded) =
        chat(&installation, &["--server", base_url, "--key", "pw_live_any"], &[]).await;
    assert!(!succeeded && errors.contains("cannot be reached"), "{errors}");
}

#[tokio::test]
async fn without_a_server_chat_says_how_to_start_one() {
    let (_, errors, succeeded) = chat(&Installation::new(None), &[], &[]).await;
    assert!(!succeeded && errors.contains("Start one with `postwright`"), "{errors}");
}
