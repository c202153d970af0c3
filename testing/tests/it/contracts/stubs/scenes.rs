//! Scenes: the people, sessions and other rows that a request needs.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use contract_kit::document::Operation;
use serde_json::{Value, json};
use tests::{
    App, Authenticator, Client, PASSWORD, Person, Reaction, Receiver, Reply, every_scope, wait_until,
};
use tokio::sync::OnceCell;
use wiremock::ResponseTemplate;

/// Values of fields and parameters, by name.
pub type Known = BTreeMap<String, String>;

pub struct World<'a> {
    app: &'a App,
    /// The usual scene, shared by requests that change nothing.
    untouched: OnceCell<(Client, Known)>,
    /// Receives webhooks and publications.
    receiver: Receiver,
    pub anonymous: Client,
    pub owner: Person,
    /// The owner of another organization.
    pub stranger: Person,
    /// An API key of the owner with all scopes.
    pub program: Client,
    /// A token of that key, acting for a member that does not exist.
    pub without_member: Client,
}

/// An id that does not exist.
pub const UNKNOWN_ID: &str = "019a9f00-0000-7000-8000-00000000dead";

/// Scenes with an owner and an organization of their own.
const ALONE: [&str; 5] = ["own organization", "no target", "links", "enrolled app", "confirmed app"];

/// The number in the next name or address.
static NEXT: AtomicU32 = AtomicU32::new(0);

fn fresh(word: &str) -> String {
    format!("{word}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

impl<'a> World<'a> {
    pub async fn new(app: &'a App) -> Self {
        let owner = app.owner(&fresh("owner")).await;
        let stranger = app.owner(&fresh("stranger")).await;
        let receiver = Receiver::start().await;
        receiver.always(Reaction::Answer(201, "", json!({ "id": "jp_4711" }).to_string()));
        let key = app.live_key(&owner, &every_scope()).await;
        let without_member = app.client_of(&key).await.acting_for(UNKNOWN_ID);
        let program = Client::clone(&key);
        Self {
            app,
            untouched: OnceCell::new(),
            receiver,
            anonymous: app.anonymous(),
            owner,
            stranger,
            program,
            without_member,
        }
    }

    /// The usual scene with everything that a path may name. It is created once.
    pub async fn untouched(&self, operations: &[Operation<'_>]) -> (Client, Known) {
        let all = async {
            let (login, mut known) = self.set("finished").await;
            for operation in operations {
                self.create_missing(&login, operations, operation.path, &mut known).await;
            }
            // More than one page. Lists within a session are left out, because turns would change the scene.
            for list in operations.iter().filter(|list| list.takes("limit") && !list.path.contains("session"))
            {
                for _ in 0..3 {
                    self.create(&login, operations, list.path, &known).await;
                }
            }
            (login, known)
        };
        self.untouched.get_or_init(|| all).await.clone()
    }

    /// Creates what the path names and is not known yet.
    pub async fn create_missing(
        &self,
        login: &Client,
        operations: &[Operation<'_>],
        path: &str,
        known: &mut Known,
    ) {
        for start in path.match_indices("/{").map(|(start, _)| start) {
            let name = path[start + 2..].split('}').next().unwrap_or_default();
            if !known.contains_key(name) {
                let created = self.create(login, operations, &path[..start], known).await;
                let created = created
                    .unwrap_or_else(|| panic!("scenes.rs knows no {name}, and no operation creates one"));
                known.insert(name.to_owned(), created);
            }
        }
    }

    /// Creates a scene; returns a login and the values that are known. The login is new, because some requests end it.
    pub async fn set(&self, scene: &str) -> (Client, Known) {
        let login = match scene {
            scene if ALONE.contains(&scene) => self.app.owner(&fresh("alone")).await,
            _ => self.app.sign_in(&self.owner.email).await,
        };
        let mut known = Known::new();
        let mut learn = |name: &str, value: &str| {
            known.insert(name.to_owned(), value.to_owned());
        };
        learn("email", &format!("{}@example.com", fresh("new")));
        learn("owner_email", &self.owner.email);
        learn("password", PASSWORD);
        learn("current_password", PASSWORD);
        learn("login_id", &login.get("/v1/me/logins").await.text_at("/items/0/id"));
        learn("url", &self.receiver.url());
        learn("issuer", &self.receiver.url());
        learn("domain", &format!("{}.example", fresh("papaya")));
        learn("refresh_token", &login.refresh_token);
        learn("organization_id", &login.organization_id);
        learn("company_id", &login.organization_id);
        learn("strange_organization_id", &self.stranger.organization_id);
        learn("owner_id", &login.user_id);
        learn("user_id", &self.app.colleague(&login, &fresh("colleague"), "member").await.user_id);
        let invited = format!("{}@example.com", fresh("invited"));
        learn("token", &self.app.invite(&login, &invited, "member").await);
        if scene == "invited again" {
            learn("token", &self.app.invite(&login, &self.stranger.email, "member").await);
        }
        if scene == "accepted invitation" {
            let accepted = login.get("/v1/invitations?status=accepted").await;
            learn("invitation_id", &accepted.text_at("/items/0/id"));
        }
        let key = json!({ "name": "Careers page", "livemode": true, "scopes": every_scope() });
        let key = login.post("/v1/api-keys", key).await;
        learn("client_id", &key.text_at("/api_key/id"));
        learn("client_secret", &key.text_at("/key"));
        learn("audit_entry_id", &login.get("/v1/audit-log").await.text_at("/items/0/id"));
        if scene == "links" {
            for (name, token) in self.request_links(&login).await {
                learn(name, &token);
            }
        }
        if scene == "revoked key" {
            learn("api_key_id", &key.text_at("/api_key/id"));
            let path = format!("/v1/api-keys/{}", key.text_at("/api_key/id"));
            assert_eq!(login.delete(&path).await.status, 204);
        }
        match scene {
            "enrolled app" => {
                let enrolment = login.post("/v1/me/totp", json!({ "password": PASSWORD })).await;
                learn("code", &Authenticator::read(&enrolment.text_at("/uri")).code());
            }
            "confirmed app" => learn("code", &Authenticator::enrol(&login).await.recovery_codes[0]),
            _ => {}
        }
        if scene != "no target" {
            let options = json!({ "enable_ai_interview": true, "is_featured": true, "interview_languages": ["en"],
                "interview_duration": 30, "ai_prompt": "Be kind.", "ai_instructions": "Ask of Rust.",
                "expires_after_days": 30 });
            let target = json!({ "format": "ai_create", "url": self.receiver.url(), "options": options });
            assert_eq!(login.put("/v1/organization/publication-target", target).await.status, 200);
            let provider = json!({ "issuer": self.receiver.url(), "client_id": "postwright", "client_secret": "secret" });
            assert_eq!(login.put("/v1/organization/identity-provider", provider).await.status, 200);
        }
        self.converse(&login, scene, &mut known).await;
        match scene {
            "colleague" => {
                let colleague = self.app.colleague(&self.owner, &fresh("leaver"), "member").await;
                (colleague.clone(), known)
            }
            _ => (login.clone(), known),
        }
    }

    async fn converse(&self, login: &Client, scene: &str, known: &mut Known) {
        let session = login.begin().await;
        known.insert("session_id".to_owned(), session.clone());
        // The edit is made with the API key, so that its id is in the change log.
        let editor = if ALONE.contains(&scene) { login } else { &self.program };
        let turn = match scene {
            "started" => return,
            "failed" => self.fail(login, &session).await,
            "busy" => self.stay_busy(login, &session).await,
            "suggested" => {
                let update =
                    json!({ "op": "add", "field": "responsibilities", "value": "Serve guests", "quote": "" });
                self.app.llm.next_says(json!([update]), "continue", "Shall I add as a task: serve guests?");
                login.say(&session, "We need a barista.").await
            }
            "undone" => {
                let turn = self.fill_all_fields(login, editor, &session).await;
                login.post(&format!("/v1/sessions/{session}/undo"), Value::Null).await;
                turn
            }
            _ => self.fill_all_fields(login, editor, &session).await,
        };
        known.insert("turn_id".to_owned(), turn.text_at("/id"));
        let hash = login.read(&session).await.text_at("/content_hash");
        known.insert("content_hash".to_owned(), hash.clone());
        if scene == "finished" {
            let path = format!("/v1/sessions/{session}/finalize");
            let finalized = login.post(&path, json!({ "content_hash": hash })).await;
            known.insert("job_post_id".to_owned(), finalized.text_at("/id"));
            let publication = finalized.text_at("/publication/id");
            let path = format!("/v1/publications/{publication}");
            let is_delivered = async || login.get(&path).await.at("/status") == "delivered";
            wait_until("the publication is delivered", is_delivered).await;
            known.insert("publication_id".to_owned(), publication);
        }
    }

    /// Requests a link of each kind; returns their tokens.
    async fn request_links(&self, login: &Person) -> [(&'static str, String); 4] {
        let [new, moved] = ["new", "moved"].map(|word| format!("{}@example.com", fresh(word)));
        let sign_up = json!({ "email": new });
        let change = json!({ "email": moved, "current_password": PASSWORD });
        for (path, body) in [
            ("/v1/auth/sign-up", sign_up),
            ("/v1/auth/request-password-reset", json!({ "email": login.email })),
            ("/v1/me/email", change),
        ] {
            assert_eq!(login.post(path, body).await.status, 202, "{path}");
        }
        let domain = format!("{}.example", fresh("domain"));
        let added = json!({ "domain": domain, "recipient": "admin" });
        assert_eq!(login.post("/v1/organization/email-domains", added).await.status, 201);
        let outbox = self.app.outbox();
        [
            ("sign_up_token", outbox.token("complete_sign_up", &new).await),
            ("reset_token", outbox.token("password_reset", &login.email).await),
            ("email_token", outbox.token("confirm_email", &moved).await),
            ("domain_token", outbox.token("verify_domain", &format!("admin@{domain}")).await),
        ]
    }

    /// Has a conversation until every field has a value.
    async fn fill_all_fields(&self, login: &Client, editor: &Client, session: &str) -> Reply {
        for message in ["Backend engineer in Lisbon, hybrid.", "Senior level. 45-52k EUR a year."] {
            login.say(session, message).await;
        }
        let edit = json!({
            "department": "Engineering", "description": "A rockstar for a young team.",
            "employment_types": ["full_time"], "contract_length": "12 months", "working_hours": ["40 hours a week"],
            "start_date": "1 March", "openings": 2, "apply_by": "15 January", "how_to_apply": "by e-mail",
            "contact": "jobs@example.com", "qualifications": ["degree"], "languages": ["English B2"],
            "additional_pay": ["a yearly bonus"], "travel": "some travel", "relocation": "visa support", "notes": ["urgent"],
        });
        let edited = editor.patch(&format!("/v1/sessions/{session}/job-data"), edit).await;
        assert_eq!(edited.status, 200, "{edited:?}");
        login.say(session, "I forgot: Rust is a must.").await
    }

    /// Makes the next turn fail.
    pub fn make_the_model_fail(&self) {
        for _ in 0..3 {
            self.app.llm.next(ResponseTemplate::new(500));
        }
    }

    /// Runs a turn that fails.
    async fn fail(&self, login: &Client, session: &str) -> Reply {
        self.make_the_model_fail();
        let turn = login.say(session, "Backend engineer in Lisbon, hybrid.").await;
        assert_eq!(turn.text_at("/status"), "failed", "{turn:?}");
        turn
    }

    /// Starts a turn that is still running when the request is sent.
    async fn stay_busy(&self, login: &Client, session: &str) -> Reply {
        self.app.llm.slow_down(Duration::from_secs(2));
        let turn = login.start_turn(session, "Backend engineer in Lisbon.").await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        self.app.llm.slow_down(Duration::ZERO);
        turn
    }

    /// Creates a resource with the POST operation that the document has for it; returns its id.
    async fn create(
        &self,
        login: &Client,
        operations: &[Operation<'_>],
        path: &str,
        known: &Known,
    ) -> Option<String> {
        // A test event creates a delivery.
        let endpoint = path.strip_suffix("/deliveries");
        let creating = endpoint.map_or_else(|| path.to_owned(), |endpoint| format!("{endpoint}/test"));
        let create = operations.iter().find(|other| other.path == creating && other.method == "post")?;
        let body = create.body().map_or(Value::Null, |(_, media)| fill_body(media["example"].clone(), known));
        let created = login.post(&fill_path(&creating, known)?, body).await;
        // The response to a new API key has the id one level deeper.
        let id = ["/id", "/api_key/id"]
            .into_iter()
            .find_map(|pointer| created.at(pointer).as_str().map(str::to_owned))?;
        if creating == "/v1/webhook-endpoints" {
            // Until then its deliveries wait.
            let path = format!("{creating}/{id}");
            let is_verified = async || login.get(&path).await.at("/unverified_since").is_null();
            wait_until("the endpoint is verified", is_verified).await;
        }
        if endpoint.is_some() {
            // While an attempt runs, the delivery cannot be resent.
            let path = format!("{}/{id}", fill_path(path, known)?);
            let is_delivered = async || login.get(&path).await.at("/status") == "delivered";
            wait_until("the test event is delivered", is_delivered).await;
        }
        Some(id)
    }
}

/// A path with known values as its parameters; `None` when one is not known.
pub fn fill_path(template: &str, known: &Known) -> Option<String> {
    let fill = |part: &str| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
        Some(name) => known.get(name).cloned(),
        None => Some(part.to_owned()),
    };
    Some(template.split('/').map(fill).collect::<Option<Vec<_>>>()?.join("/"))
}

/// A body with known values in the fields of their names.
pub fn fill_body(mut body: Value, known: &Known) -> Value {
    for (name, value) in body.as_object_mut().into_iter().flatten() {
        if let Some(known) = known.get(name) {
            *value = json!(known);
        }
    }
    body
}
