//! Scopes: every operation is called with an API key that has its scope, and with one that has all other scopes.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Client, Reply, every_scope, with_app};

pub struct Operation {
    pub id: String,
    pub method: Method,
    pub path: String,
    pub is_public: bool,
    /// `None`: for people only. Empty: any key may call it.
    pub scope: Option<String>,
    takes_form: bool,
    /// The example of the body in the document.
    example: Value,
}

/// All operations that need authentication.
pub fn operations() -> Vec<Operation> {
    all_operations().into_iter().filter(|operation| !operation.is_public).collect()
}

/// All operations, public ones too.
pub fn all_operations() -> Vec<Operation> {
    let document: Value = serde_json::from_str(&api::openapi_json()).unwrap();
    let paths = document["paths"].as_object().unwrap().iter();
    let all = paths.flat_map(|(path, methods)| methods.as_object().unwrap().iter().map(move |it| (path, it)));
    let known = all.filter_map(|(path, (method, operation))| {
        let security = operation["security"].as_array()?;
        let scopes = security.iter().find_map(|requirement| requirement.get("oauth2"));
        let content = operation["requestBody"]["content"].as_object();
        let example = content.and_then(|content| content.values().next()?.get("example").cloned());
        Some(Operation {
            id: operation["operationId"].as_str()?.to_owned(),
            method: method.to_uppercase().parse().ok()?,
            path: path.clone(),
            is_public: security.is_empty(),
            scope: scopes.map(|scopes| scopes[0].as_str().unwrap_or_default().to_owned()),
            takes_form: operation["requestBody"]["content"]
                .get("application/x-www-form-urlencoded")
                .is_some(),
            example: example.unwrap_or_else(|| json!({})),
        })
    });
    known.collect()
}

impl Operation {
    /// Calls with an empty body and unknown ids in the path.
    async fn call(&self, client: &Client) -> Reply {
        let form = json!({ "nothing": "" });
        self.call_with(client, |_| None, if self.takes_form { &form } else { &Value::Null }).await
    }

    /// Calls with the example body, and with these ids in the path.
    pub async fn call_with_example(&self, client: &Client, id: impl Fn(&str) -> Option<String>) -> Reply {
        self.call_with(client, id, &self.example).await
    }

    /// Calls with this body or else the example, and with these ids in the path.
    pub async fn call_with_body(
        &self,
        client: &Client,
        id: impl Fn(&str) -> Option<String>,
        body: Option<Value>,
    ) -> Reply {
        self.call_with(client, id, body.as_ref().unwrap_or(&self.example)).await
    }

    async fn call_with(&self, client: &Client, id: impl Fn(&str) -> Option<String>, body: &Value) -> Reply {
        let parts = self.path.split('/').map(|part| match part.starts_with('{') {
            true => id(part).unwrap_or_else(|| uuid::Uuid::now_v7().to_string()),
            false => part.to_owned(),
        });
        let request = client.request(self.method.clone(), &parts.collect::<Vec<_>>().join("/"));
        Reply::of(match (self.method == Method::GET || self.method == Method::DELETE, self.takes_form) {
            (true, _) => request,
            (_, true) => request.form(body),
            (_, false) if body.is_null() => request.json(&json!({})),
            (_, false) => request.json(body),
        })
        .await
    }
}

#[tokio::test]
async fn a_key_needs_the_scope_of_the_operation() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let everything = app.live_key(&ada, &every_scope()).await;
        let mut tried = 0;
        for scope in every_scope() {
            let others: Vec<&str> = every_scope().into_iter().filter(|other| *other != scope).collect();
            let (with, without) = (app.live_key(&ada, &[scope]).await, app.live_key(&ada, &others).await);
            let (with_token, without_token) = (app.client_of(&with).await, app.client_of(&without).await);
            for operation in operations().iter().filter(|operation| operation.scope.as_deref() == Some(scope))
            {
                for client in [&*without, &without_token] {
                    let refused = operation.call(client).await;
                    let context = format!("{} without {scope}: {refused:?}", operation.id);
                    assert_eq!(
                        (refused.status, refused.at("/code")),
                        (403, "insufficient_scope".into()),
                        "{context}"
                    );
                    let challenge = format!("Bearer error=\"insufficient_scope\", scope=\"{scope}\"");
                    assert_eq!(refused.header("www-authenticate"), challenge, "{context}");
                }
                for client in [&*with, &with_token] {
                    let reply = operation.call(client).await;
                    let is_allowed = ![401, 403].contains(&reply.status) && reply.status < 500;
                    assert!(is_allowed, "{} with {scope}: {reply:?}", operation.id);
                }
                tried += 1;
            }
        }
        let (for_people, for_all): (Vec<_>, Vec<_>) = operations()
            .into_iter()
            .filter(|operation| operation.scope.as_deref().is_none_or(str::is_empty))
            .partition(|operation| operation.scope.is_none());
        for operation in &for_people {
            let refused = operation.call(&everything).await;
            assert_eq!(
                (refused.status, refused.at("/code")),
                (403, "people_only".into()),
                "{}",
                operation.id
            );
        }
        for operation in &for_all {
            assert_eq!(operation.call(&everything).await.status, 200, "{}", operation.id);
        }
        assert_eq!(tried + for_people.len() + for_all.len(), operations().len());
    })
    .await;
}
