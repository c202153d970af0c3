//! Accounts: sign-up, sign-in, refresh, passwords, addresses, logins, and the e-mails about them.

mod addresses;
mod email_queue;
mod emails;
mod logins;
mod mail_server;
mod me;
mod moves;
mod password_changes;
mod password_resets;
mod refresh;
mod sign_in;
mod sign_up;
mod sign_up_policy;

use serde_json::json;
use tests::{App, Reply};

/// A password that no test person has.
const NEW_PASSWORD: &str = "lantern gravel mint seventy";

async fn sign_in(app: &App, email: &str, password: &str) -> Reply {
    app.anonymous().post("/v1/auth/sign-in", json!({ "email": email, "password": password })).await
}

async fn refresh(app: &App, token: &str) -> Reply {
    app.anonymous().post("/v1/auth/refresh", json!({ "refresh_token": token })).await
}
