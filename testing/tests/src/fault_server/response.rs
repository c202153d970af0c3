//! Responses of the fault server, byte by byte.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::sleep;

use super::behaviour::{Behaviour, DONE, Step, chunk_event, event, last_event, standin_events};
use crate::raw_http::write_response;

const STREAM_HEAD: &[u8] =
    b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
const JSON: &str = "content-type: application/json\r\n";

/// Answers one request. Returns whether the connection stays open.
pub async fn respond(socket: &mut TcpStream, behaviour: Behaviour, request: &Value) -> std::io::Result<bool> {
    match behaviour {
        Behaviour::Well { after, pause } => {
            sleep(after).await;
            if request["stream"] != true {
                let body = standin::complete(request).to_string();
                return whole(socket, 200, JSON, body.as_bytes()).await;
            }
            paced(socket, pause, standin_events(request)).await?;
            end(socket).await
        }
        Behaviour::Content { after, pause, pieces } => {
            sleep(after).await;
            let contents = pieces.iter().map(|piece| chunk_event(json!({ "content": piece }), Value::Null));
            paced(socket, pause, contents.collect()).await?;
            chunk(socket, (last_event("stop") + DONE).as_bytes()).await?;
            end(socket).await
        }
        Behaviour::Silent => wait_for_disconnect(socket).await,
        Behaviour::HangUp => Ok(false),
        Behaviour::Half(step) => half(socket, step, &standin_events(request)).await,
        Behaviour::Drip(pause) => {
            socket.write_all(STREAM_HEAD).await?;
            for byte in standin_events(request).concat().bytes() {
                sleep(pause).await;
                chunk(socket, &[byte]).await?;
            }
            end(socket).await
        }
        Behaviour::Whole(body) => whole(socket, 200, JSON, &body).await,
        Behaviour::Stream(events) => {
            socket.write_all(STREAM_HEAD).await?;
            chunk(socket, &events).await?;
            end(socket).await
        }
        Behaviour::Raw(bytes) => socket.write_all(&bytes).await.map(|()| false),
        Behaviour::Status(status, headers, body) => whole(socket, status, headers, body.as_bytes()).await,
    }
}

/// The beginning of a stream: its head and these events, with a pause before each.
async fn paced(socket: &mut TcpStream, pause: Duration, events: Vec<String>) -> std::io::Result<()> {
    socket.write_all(STREAM_HEAD).await?;
    for event in events {
        sleep(pause).await;
        chunk(socket, event.as_bytes()).await?;
    }
    Ok(())
}

async fn half(socket: &mut TcpStream, step: Step, events: &[String]) -> std::io::Result<bool> {
    socket.write_all(STREAM_HEAD).await?;
    // Past the updates and into the reply, which is the last part.
    for event in &events[..events.len() - 4] {
        chunk(socket, event.as_bytes()).await?;
    }
    // A reset discards what is still in the socket's buffer.
    sleep(Duration::from_millis(20)).await;
    match step {
        Step::Stall => wait_for_disconnect(socket).await,
        Step::Cut => Ok(false),
        Step::Reset => socket.set_zero_linger().map(|()| false),
        Step::End => end(socket).await,
        Step::Error => {
            let error = event(&json!({ "error": { "message": "out of memory", "code": 500 } }));
            chunk(socket, (error + DONE).as_bytes()).await?;
            end(socket).await
        }
    }
}

async fn whole(socket: &mut TcpStream, status: u16, headers: &str, body: &[u8]) -> std::io::Result<bool> {
    write_response(socket, status, headers, body).await.map(|()| true)
}

/// One chunk of a chunked body.
async fn chunk(socket: &mut TcpStream, bytes: &[u8]) -> std::io::Result<()> {
    let size = format!("{:x}\r\n", bytes.len());
    socket.write_all(&[size.as_bytes(), bytes, b"\r\n"].concat()).await
}

/// The last chunk of a chunked body.
async fn end(socket: &mut TcpStream) -> std::io::Result<bool> {
    socket.write_all(b"0\r\n\r\n").await?;
    Ok(true)
}

async fn wait_for_disconnect(socket: &mut TcpStream) -> std::io::Result<bool> {
    while socket.read(&mut [0; 1024]).await? > 0 {}
    Ok(false)
}
