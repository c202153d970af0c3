//! A mail server for tests: speaks as much SMTP as is needed, and behaves as a test says.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

use crate::wait_until;

/// What the mail server does with an e-mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailBehaviour {
    Accept,
    /// Answers the recipient with this code.
    Refuse(u16),
    /// Waits this long before each answer.
    Slow(Duration),
    /// Takes connections and never answers.
    Hang,
    /// Accepts the e-mail and closes the connection without saying so.
    AcceptSilently,
}

/// An e-mail that arrived.
#[derive(Clone, Debug)]
pub struct ReceivedEmail {
    pub recipient: String,
    /// Header and body, decoded from quoted-printable.
    pub text: String,
}

pub struct MailServer {
    address: String,
    shared: Arc<Shared>,
    task: AbortHandle,
}

struct Shared {
    behaviour: Mutex<MailBehaviour>,
    received: Mutex<Vec<ReceivedEmail>>,
    connections: Mutex<usize>,
}

impl MailServer {
    pub async fn start(behaviour: MailBehaviour) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address").to_string();
        let shared = Arc::new(Shared {
            behaviour: Mutex::new(behaviour),
            received: Mutex::default(),
            connections: Mutex::default(),
        });
        let serving = shared.clone();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                *serving.connections.lock().expect("a lock") += 1;
                tokio::spawn(converse(serving.clone(), stream));
            }
        });
        Self { address, shared, task: task.abort_handle() }
    }

    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    pub fn behave(&self, behaviour: MailBehaviour) {
        *self.shared.behaviour.lock().expect("a lock") = behaviour;
    }

    pub fn connections(&self) -> usize {
        *self.shared.connections.lock().expect("a lock")
    }

    pub fn received(&self) -> Vec<ReceivedEmail> {
        self.shared.received.lock().expect("a lock").clone()
    }

    /// Waits until this many e-mails have arrived.
    pub async fn wait_for(&self, count: usize) -> Vec<ReceivedEmail> {
        wait_until(&format!("{count} e-mails have arrived"), async || self.received().len() >= count).await;
        self.received()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl ReceivedEmail {
    /// The value of a header that is on one line.
    pub fn header(&self, name: &str) -> &str {
        let start = format!("{name}: ");
        self.text.lines().find_map(|line| line.strip_prefix(&start)).unwrap_or_default()
    }

    /// The token of the first link.
    pub fn token(&self) -> String {
        let (_, rest) = self.text.split_once("#token=").unwrap_or_else(|| panic!("no link in {}", self.text));
        rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter)).collect()
    }
}

async fn converse(shared: Arc<Shared>, stream: TcpStream) -> std::io::Result<()> {
    let behaviour = *shared.behaviour.lock().expect("a lock");
    if behaviour == MailBehaviour::Hang {
        std::future::pending::<()>().await;
    }
    let pause = if let MailBehaviour::Slow(pause) = behaviour { pause } else { Duration::ZERO };
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    writing.write_all(b"220 test\r\n").await?;
    let mut recipient = String::new();
    while let Some(line) = lines.next_line().await? {
        tokio::time::sleep(pause).await;
        let answer = match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => "250-test\r\n250 8BITMIME".to_owned(),
            "RCPT" => {
                recipient = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                match behaviour {
                    MailBehaviour::Refuse(code) => format!("{code} not to {recipient}"),
                    _ => "250 ok".to_owned(),
                }
            }
            "DATA" => {
                writing.write_all(b"354 go on\r\n").await?;
                let mut data = String::new();
                while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                    data.push_str(&line);
                    data.push('\n');
                }
                let email = ReceivedEmail { recipient: recipient.clone(), text: decoded(&data) };
                shared.received.lock().expect("a lock").push(email);
                if behaviour == MailBehaviour::AcceptSilently {
                    return Ok(());
                }
                "250 taken".to_owned()
            }
            "QUIT" => return writing.write_all(b"221 bye\r\n").await,
            _ => "250 ok".to_owned(),
        };
        writing.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
    Ok(())
}

/// Quoted-printable text as it reads; other text stays.
fn decoded(data: &str) -> String {
    let joined = data.replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = joined.as_str();
    while let Some((before, after)) = rest.split_once('=') {
        bytes.extend_from_slice(before.as_bytes());
        match after.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(b'=');
                rest = after;
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}
