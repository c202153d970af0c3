//! `postwright admin` beside a running service, as its operator runs it.

use secrecy::ExposeSecret;
use serde_json::{Value, json};
use tests::{Client, Database, Installation, Llm, SeparateProcesses};

/// No organization has this id.
const NOBODY: &str = "019a9f00-0000-7000-8000-00000000dead";

/// Runs commands until they end.
struct Operator<'a> {
    installation: &'a Installation,
    database: &'a Database,
    processes: &'a SeparateProcesses<'a>,
}

impl Operator<'_> {
    /// Whether `postwright admin …` succeeded, and what it printed.
    async fn run(&self, command: &[&str]) -> (bool, String) {
        let arguments: Vec<&str> = ["admin"].iter().chain(command).copied().collect();
        let mut process = self.installation.command(&arguments);
        process.env("DATABASE_URL", self.database.url().expose_secret());
        process.envs(self.processes.keys().iter().map(|(name, path)| (name, path)));
        let output = process.output().await.unwrap();
        let text = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap()).concat();
        (output.status.success(), text)
    }

    /// What a command printed that succeeds.
    async fn prints(&self, command: &[&str]) -> String {
        let (succeeded, printed) = self.run(command).await;
        assert!(succeeded, "{command:?}: {printed}");
        printed
    }
}

/// The actions of the operator in the audit log, newest first, each with its command.
async fn operators_actions(owner: &Client) -> Vec<(String, String)> {
    let log = owner.get("/v1/audit-log?limit=100").await;
    let entries = log.at("/items").as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let of_operator = entries.iter().filter(|entry| entry["actor"]["kind"] == "operator");
    of_operator.map(|entry| (text(&entry["action"]), text(&entry["actor"]["user_agent"]))).collect()
}

#[tokio::test]
async fn an_operator_manages_organizations_while_the_api_runs() {
    let (llm, installation, database) =
        (Llm::start().await, Installation::new(None), Database::create_empty().await);
    let processes = SeparateProcesses::prepare(&installation, &database, llm.base_url()).await;
    let (_api, client) = processes.start_api("api").await;
    let operator = Operator { installation: &installation, database: &database, processes: &processes };

    let create = ["create", "--name", "Papaya Trading", "--owner", "zoe@example.com", "--language", "fr"];
    assert!(operator.prints(&create).await.contains("zoe@example.com"));
    let token = processes.outbox().token("invitation", "zoe@example.com").await;
    let tokens = client.accept_invitation(&token, "Zoe").await;
    let (zoe, id) = (client.with_token(tokens.text_at("/access_token")), tokens.text_at("/organization_id"));
    assert_eq!(zoe.get("/v1/me").await.text_at("/role"), "owner");

    let session = zoe.post("/v1/sessions", json!({})).await.text_at("/id");
    assert_eq!(zoe.start_turn(&session, "Wanted: an ostrich tamer").await.status, 202);
    let listed = operator.prints(&["list"]).await;
    for shown in [&id, "Papaya Trading", "1 members", "0 keys", "1 sessions", "0 job posts"] {
        assert!(listed.contains(shown), "{shown} in {listed}");
    }
    assert!(!listed.contains("suspended") && !listed.contains("ostrich"), "{listed}");
    let members = operator.prints(&["members", &id]).await;
    assert!(members.contains("owner  zoe@example.com") && members.lines().count() == 1, "{members}");

    operator.prints(&["suspend", &id]).await;
    assert_eq!(zoe.get("/v1/me").await.problem(403), "organization_suspended");
    let listed = operator.prints(&["list"]).await;
    assert!(listed.contains(", suspended since 2"), "{listed}");
    operator.prints(&["resume", &id]).await;
    assert_eq!(zoe.get("/v1/me").await.status, 200);

    let set = operator.prints(&["quota", &id, "sessions", "1"]).await;
    assert!(set.contains("sessions 1"), "{set}");
    assert_eq!(zoe.post("/v1/sessions", json!({})).await.problem(403), "quota_exceeded");
    let unset = operator.prints(&["quota", &id, "sessions", "default"]).await;
    assert!(unset.contains("none"), "{unset}");
    assert_eq!(zoe.post("/v1/sessions", json!({})).await.status, 201);

    let owner = client.sign_up("ada", &processes.outbox()).await;
    let ada = client.with_token(owner.text_at("/access_token"));
    let (organization, email) = (owner.text_at("/organization_id"), "bob@example.com");
    let body = json!({ "email": email, "role": "viewer" });
    assert_eq!(ada.post("/v1/invitations", body).await.status, 201);
    let token = processes.outbox().token("invitation", email).await;
    assert_eq!(client.accept_invitation(&token, "Bob").await.status, 201);
    operator.prints(&["promote", &organization, email]).await;
    let sign_in = json!({ "email": email, "password": tests::PASSWORD });
    let bob = client.post("/v1/auth/sign-in", sign_in).await.text_at("/access_token");
    let bob = client.with_token(bob);
    assert_eq!(bob.get("/v1/me").await.text_at("/role"), "owner");
    let printed = operator.prints(&["sign-out", email]).await;
    assert!(printed.contains("2 logins ended"), "{printed}");
    assert_eq!(bob.get("/v1/me").await.problem(401), "token_revoked");

    let named = |action: &str, command: &str| (action.to_owned(), format!("postwright admin {command}"));
    assert_eq!(
        operators_actions(&zoe).await,
        [
            named("organization.updated", "quota"),
            named("organization.updated", "quota"),
            named("organization.updated", "resume"),
            named("organization.updated", "suspend"),
            named("invitation.created", "create"),
            named("organization.created", "create"),
        ]
    );
    assert_eq!(
        operators_actions(&ada).await,
        [
            named("login.ended", "sign-out"),
            named("login.ended", "sign-out"),
            named("member.role_changed", "promote"),
        ]
    );
    database.drop().await;
}

#[tokio::test]
async fn a_command_of_an_operator_that_is_wrong_says_why_and_changes_nothing() {
    let (llm, installation, database) =
        (Llm::start().await, Installation::new(None), Database::create_empty().await);
    let processes = SeparateProcesses::prepare(&installation, &database, llm.base_url()).await;
    let operator = Operator { installation: &installation, database: &database, processes: &processes };
    let cases: [(&[&str], &str); 13] = [
        (&["quota", NOBODY, "sessions", "1"], "organization not found"),
        (&["quota", NOBODY, "event_streams", "1"], "quota: is the same for all organizations"),
        (&["quota", NOBODY, "sessions", "many"], "must be a number, or `default`"),
        (&["quota", NOBODY, "sessions"], "<LIMIT>"),
        (&["quota", NOBODY, "turns", "1"], "must be one of sessions, session_turns"),
        (&["suspend", NOBODY], "organization not found"),
        (&["resume", NOBODY], "organization not found"),
        (&["members", NOBODY], "organization not found"),
        (&["promote", NOBODY, "ada@example.com"], "account not found"),
        (&["sign-out", "ada@example.com"], "account not found"),
        (&["suspend", "papaya"], "papaya"),
        (&["create", "--name", "", "--owner", "ada@example.com"], "name: Use 1 to 200 characters."),
        (&["create", "--name", "Papaya", "--owner", "ada"], "email: "),
    ];
    for (command, why) in cases {
        let (succeeded, printed) = operator.run(command).await;
        assert!(!succeeded && printed.contains(why), "{command:?}: {printed}");
    }
    assert_eq!(operator.prints(&["list"]).await, "");
    assert!(processes.outbox().kinds("ada@example.com").await.is_empty());
    database.drop().await;
}
