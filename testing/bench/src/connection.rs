//! One keep-alive connection with little overhead, so that the load takes little of the machine.
//!
//! Measured requests are sent over it, unmeasured ones with the Rust client ([`crate::person`]). In unoptimised builds
//! the load used 17 to 19 % of the processor time of API, worker and PostgreSQL for a read of W3, and 25 to 29 % with the
//! Rust client; for a turn of W1 8 % and 10 %.

use std::net::SocketAddr;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;

use crate::Result;

pub struct Connection {
    requests: SendRequest<Full<Bytes>>,
    host: String,
    bearer: String,
}

/// A response with its whole body.
pub struct Reply {
    pub status: u16,
    pub body: Bytes,
}

impl Reply {
    pub fn json(&self) -> Result<Value> {
        Ok(serde_json::from_slice(&self.body)?)
    }
}

impl Connection {
    /// Connects; requests carry the access token.
    pub async fn open(address: SocketAddr, token: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (requests, connection) = handshake(TokioIo::new(stream)).await?;
        // Ends when `requests` is dropped. An error appears at the next request.
        tokio::spawn(connection);
        Ok(Self { requests, host: address.to_string(), bearer: format!("Bearer {token}") })
    }

    pub async fn get(&mut self, path: &str) -> Result<Reply> {
        self.send(Method::GET, path, &[], Bytes::new()).await
    }

    pub async fn post(&mut self, path: &str, headers: &[(&str, &str)], body: &Value) -> Result<Reply> {
        self.send(Method::POST, path, headers, Bytes::from(body.to_string())).await
    }

    /// Opens an event stream and waits for its first chunk. The returned future reads the stream to its end.
    pub async fn follow(mut self, path: &str) -> Result<impl Future<Output = ()> + Send + 'static> {
        let mut response = self.request(Method::GET, path, &[], Bytes::new()).await?;
        if response.status() != 200 || response.body_mut().frame().await.is_none() {
            return Err(format!("a stream was answered with {}", response.status()).into());
        }
        Ok(async move {
            let _kept = self;
            while response.body_mut().frame().await.is_some() {}
        })
    }

    async fn send(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Bytes,
    ) -> Result<Reply> {
        let response = self.request(method, path, headers, body).await?;
        let status = response.status().as_u16();
        Ok(Reply { status, body: response.into_body().collect().await?.to_bytes() })
    }

    async fn request(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Bytes,
    ) -> Result<Response<Incoming>> {
        let mut request = Request::builder().method(method).uri(path).header(HOST, &self.host);
        if self.bearer.len() > "Bearer ".len() {
            request = request.header(AUTHORIZATION, &self.bearer);
        }
        if !body.is_empty() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.requests.ready().await?;
        Ok(self.requests.send_request(request.body(Full::new(body))?).await?)
    }
}
