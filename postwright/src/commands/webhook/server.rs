//! The server that sends the webhooks, called as an admin.

use std::{fs, path::Path};

use reqwest::{Client, Response};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::Options;
use crate::failure::Failure;

pub struct Server {
    pub url: String,
    pub http: Client,
    token: SecretString,
}

pub struct Endpoint {
    pub path: String,
    pub secret: SecretString,
}

impl Server {
    /// The server of the options, else that of `demo.json`.
    pub fn find(options: &Options, data_dir: &Path) -> Result<Self, Failure> {
        let demo = fs::read(data_dir.join("demo.json")).ok();
        let demo: Value = demo.and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
        let of_demo = |member: &str| demo[member].as_str().map(str::to_owned);
        let missing =
            || Failure::Webhook("Give --server and --token, or start a server with `cargo run`.".to_owned());
        let url = options.server.clone().or_else(|| of_demo("base_url")).ok_or_else(missing)?;
        let token = options.token.clone().map(|token| token.0);
        let token = token.or_else(|| of_demo("access_token").map(SecretString::from)).ok_or_else(missing)?;
        let http =
            Client::builder().no_proxy().build().map_err(|error| Failure::Webhook(error.to_string()))?;
        Ok(Self { url: url.trim_end_matches('/').to_owned(), http, token })
    }

    pub async fn add_endpoint(&self, url: &str, events: &[String]) -> Result<Endpoint, Failure> {
        let body = json!({ "url": url, "event_types": events, "description": "postwright webhook listen" });
        let request = self.http.post(format!("{}/v1/webhook-endpoints", self.url)).json(&body);
        let response = request.bearer_auth(self.token.expose_secret()).send().await;
        let added: Value = successful(response).await?.json().await.map_err(unreachable)?;
        match (added["id"].as_str(), added["secret"].as_str()) {
            (Some(id), Some(secret)) => {
                Ok(Endpoint { path: format!("/v1/webhook-endpoints/{id}"), secret: secret.into() })
            }
            _ => Err(Failure::Webhook("The server's response is not a webhook endpoint.".to_owned())),
        }
    }

    pub async fn delete_endpoint(&self, path: &str) -> Result<(), Failure> {
        let request = self.http.delete(format!("{}{path}", self.url));
        successful(request.bearer_auth(self.token.expose_secret()).send().await).await.map(drop)
    }
}

/// The response if its status is a success, else the detail of its problem.
async fn successful(response: reqwest::Result<Response>) -> Result<Response, Failure> {
    let response = response.map_err(unreachable)?;
    let status = response.status();
    if status.is_success() {
        return Ok(response);
    }
    let problem: Value = response.json().await.unwrap_or_default();
    let detail = problem["errors"][0]["detail"].as_str().or(problem["detail"].as_str());
    Err(Failure::Webhook(format!("The server answered {status}: {}", detail.unwrap_or("no details"))))
}

fn unreachable(error: reqwest::Error) -> Failure {
    Failure::Webhook(format!("The server cannot be reached: {error}"))
}
