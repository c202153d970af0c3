//! A proxy before PostgreSQL that loses one answer: the statement is carried out, and its connection ends.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use sqlx::postgres::PgConnectOptions;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

pub struct SilentProxy {
    /// The database's URL through the proxy.
    pub url: SecretString,
    lost: Arc<AtomicUsize>,
    task: JoinHandle<()>,
}

impl Drop for SilentProxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl SilentProxy {
    /// Loses the answer to the first statement whose text contains `words`.
    pub async fn start(url: &SecretString, words: &'static str) -> Self {
        let options: PgConnectOptions = url.expose_secret().parse().unwrap();
        let server = (options.get_host().to_owned(), options.get_port());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let through = url.expose_secret().replace(&format!(":{}/", server.1), &format!(":{port}/"));
        let lost = Arc::<AtomicUsize>::default();
        let counter = lost.clone();
        let task = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let server = TcpStream::connect(server.clone()).await.unwrap();
                tokio::spawn(forward(client, server, words, counter.clone()));
            }
        });
        Self { url: through.into(), lost, task }
    }

    pub fn lost_answers(&self) -> usize {
        self.lost.load(Ordering::Relaxed)
    }
}

/// The driver first sends the statement's text and reads what that gives; then it sends the values, whose answer is lost.
async fn forward(mut client: TcpStream, mut server: TcpStream, words: &str, lost: Arc<AtomicUsize>) {
    let (mut sent, mut answer) = (vec![0; 1 << 20], vec![0; 1 << 20]);
    let mut is_prepared = false;
    loop {
        tokio::select! {
            read = client.read(&mut sent) => {
                let Ok(read @ 1..) = read else { return };
                if server.write_all(&sent[..read]).await.is_err() {
                    return;
                }
                if is_prepared {
                    lost.fetch_add(1, Ordering::Relaxed);
                    // Long enough for the statement to be carried out.
                    tokio::time::sleep(Duration::from_millis(500)).await;
                    return;
                }
                let has_words = sent[..read].windows(words.len()).any(|part| part == words.as_bytes());
                is_prepared = has_words && lost.load(Ordering::Relaxed) == 0;
            }
            read = server.read(&mut answer) => {
                let Ok(read @ 1..) = read else { return };
                if client.write_all(&answer[..read]).await.is_err() {
                    return;
                }
            }
        }
    }
}
