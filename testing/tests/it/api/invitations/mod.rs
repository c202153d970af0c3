//! Invitations: sent by admins, accepted by the holders of the addresses.

mod accepting;
mod limits;
mod races;
mod sending;
mod takeover;

use serde_json::json;
use tests::{Person, Reply};

/// Invites the address; returns the response.
async fn invite(admin: &Person, email: &str, role: &str) -> Reply {
    admin.post("/v1/invitations", json!({ "email": email, "role": role })).await
}

fn path_of(invitation: &Reply) -> String {
    format!("/v1/invitations/{}", invitation.text_at("/id"))
}
