//! Conversations for the first look: some finished, one in the middle, one hardly begun, and a webhook endpoint that nobody
//! listens at. Their company is named as a demo.

use std::time::Duration;

use domain::{
    Caller, Db, job_posts,
    sessions::{self, NewSession},
    turns::{self, Input, NewTurn, OnBusy, TurnStatus},
    webhooks::{self, NewEndpoint},
};
use entity::id::{SessionId, TurnId};

const COMPANY: &str = "Papaya Trading (demo)";
/// Nothing listens at the port of the Discard protocol (RFC 863).
const ENDPOINT: &str = "http://127.0.0.1:9/postwright";
const TURN_TIMEOUT: Duration = Duration::from_secs(30);

/// What the hiring manager says, and whether the post is finished then.
struct Conversation {
    locale: &'static str,
    messages: &'static [&'static str],
    is_finished: bool,
}

const CONVERSATIONS: [Conversation; 5] = [
    Conversation { locale: "en", messages: &["We are looking for a barista."], is_finished: false },
    Conversation {
        locale: "en",
        messages: &[
            "We need a line cook in Lisbon, full time, on site.",
            "2 years of experience, 1,500 to 1,700 EUR a month, and free meals.",
        ],
        is_finished: false,
    },
    Conversation {
        locale: "de",
        messages: &[
            "Wir suchen eine Buchhalterin in Köln, Teilzeit, 20 Stunden pro Woche.",
            "Gehalt 2.400 bis 2.800 Euro im Monat, drei Jahre Berufserfahrung, DATEV-Kenntnisse.",
        ],
        is_finished: true,
    },
    Conversation {
        locale: "fr",
        messages: &[
            "Nous cherchons un boulanger à Lyon, CDI, temps plein.",
            "2 100 à 2 300 € par mois, CAP boulanger exigé, début à 4 h du matin.",
        ],
        is_finished: true,
    },
    Conversation {
        locale: "en",
        messages: &[
            "Senior Rust engineer in Berlin, hybrid, 80,000 to 95,000 EUR a year.",
            "5 years of experience with Rust and PostgreSQL, 30 days of holiday, permanent contract.",
            "Send your CV to jobs@papaya.example. The team of six builds our order system.",
        ],
        is_finished: true,
    },
];

/// The first seconds of a start belong to its first request.
const PAUSE: Duration = Duration::from_secs(3);

/// Fills the organization of a new demo. What fails is only missing.
pub async fn fill(db: Db, owner: Caller) {
    tokio::time::sleep(PAUSE).await;
    if let Err(error) = create_all(&db, &owner).await {
        tracing::warn!(%error, "some of the demo's conversations are missing");
    }
}

async fn create_all(db: &Db, owner: &Caller) -> domain::Result<()> {
    let tx = db.begin(owner).await?;
    let endpoint = NewEndpoint {
        url: ENDPOINT.to_owned(),
        description: Some("Demo: nobody listens here, so that deliveries fail".to_owned()),
        event_types: Vec::new(),
        enabled: true,
    };
    webhooks::create(&tx, endpoint).await?;
    tx.commit().await?;
    for conversation in &CONVERSATIONS {
        if let Err(error) = play(db, owner, conversation).await {
            tracing::warn!(%error, "a demo conversation is not complete");
        }
    }
    Ok(())
}

async fn play(db: &Db, owner: &Caller, conversation: &Conversation) -> domain::Result<()> {
    let new = NewSession {
        company_name: Some(COMPANY.to_owned()),
        locale: Some(conversation.locale.to_owned()),
        ..NewSession::default()
    };
    let tx = db.begin(owner).await?;
    let session = sessions::start(&tx, new).await?.id;
    tx.commit().await?;
    for text in conversation.messages {
        if !send(db, owner, session, text).await? {
            return Ok(());
        }
    }
    if conversation.is_finished {
        let tx = db.begin(owner).await?;
        let hash = sessions::find(&tx, session).await?.content_hash();
        job_posts::finalize(&tx, session, &hash).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Returns whether the agent has answered.
async fn send(db: &Db, owner: &Caller, session: SessionId, text: &str) -> domain::Result<bool> {
    let turn = TurnId::new();
    let mut subscription = turns::subscribe(db, owner, session, turn);
    let input = Input::Message { text, on_busy: OnBusy::Enqueue };
    turns::start(db.autocommit(owner), &NewTurn { id: turn, session, input, key: None }).await?;
    Ok(subscription.wait(TURN_TIMEOUT).await?.status == TurnStatus::Succeeded)
}
