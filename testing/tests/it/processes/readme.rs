//! The commands in README.md work as they are pasted, one block after another.

use serde_json::Value;
use tests::Installation;
use tokio::process::Command;

const README: &str = include_str!("../../../../README.md");
const START: &str = "<!-- run:start -->";
const END: &str = "<!-- run:end -->";

/// A failed command ends the shell, and a response with an error status is a failed command.
const STRICT: &str = "set -euo pipefail\ncurl() { command curl --fail-with-body \"$@\"; }\n";

/// The `sh` blocks between the markers, in order.
fn blocks() -> Vec<&'static str> {
    let marked = README.split_once(START).and_then(|(_, rest)| rest.split_once(END));
    let (marked, _) = marked.expect("README.md has the markers");
    let blocks = marked.split("\n```sh\n").skip(1);
    blocks.map(|block| block.split_once("\n```").expect("an end of the block").0).collect()
}

#[tokio::test]
async fn the_commands_in_the_readme_work_as_pasted() {
    let installation = Installation::new(None);
    let server = installation.start().await;
    let script = format!("{STRICT}{}\n", blocks().join("\n"));
    let mut shell = Command::new("bash");
    shell.args(["-c", &script]).current_dir(installation.directory());
    shell.env("POSTWRIGHT_DATA_DIR", installation.directory()).env("NO_PROXY", "*");
    let output = shell.output().await.unwrap();
    let [shown, errors] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    assert!(output.status.success(), "{:?} after\n{shown}\n{errors}", output.status);
    assert_eq!(errors, "");

    let responses: Vec<Value> = shown
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {line}")))
        .collect();
    assert_eq!(
        responses.len(),
        script.matches("; echo").count(),
        "a response for each command that shows one"
    );
    for response in &responses {
        assert!(response.is_object() && response["status"] != "error", "{response}");
        assert!(response["status"] != "failed" && response["reply"] != "", "{response}");
    }
    let posts: Vec<_> = responses.iter().filter_map(|response| response["items"].as_array()).collect();
    assert_eq!(posts.iter().map(|posts| posts.len()).collect::<Vec<_>>(), [1], "one list with one job post");
    assert!(server.stop().await.0);
}

#[test]
fn the_readme_marks_its_commands() {
    let blocks = blocks();
    assert!(blocks.len() > 1 && blocks.iter().all(|block| block.contains("curl ")), "{blocks:#?}");
}
