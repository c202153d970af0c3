//! The random passwords of the logins, created once and kept in a private file.

use std::fs;

use rand::distr::{Alphanumeric, SampleString};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use super::{Role, StartError, places::Place};
use crate::private_files;

pub struct Secrets {
    superuser: SecretString,
    owner: SecretString,
    app: SecretString,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    superuser: String,
    owner: String,
    app: String,
}

impl Secrets {
    pub fn password(&self, role: Role) -> &SecretString {
        match role {
            Role::Superuser => &self.superuser,
            Role::Owner => &self.owner,
            Role::App => &self.app,
        }
    }

    pub fn load_or_create(place: &Place) -> Result<Self, StartError> {
        let path = place.secrets();
        let stored = if path.exists() {
            let text = fs::read_to_string(&path).map_err(StartError::file(&path))?;
            serde_json::from_str(&text)
                .map_err(|error| StartError::Secrets { path, reason: error.to_string() })?
        } else {
            let created = Stored { superuser: password(), owner: password(), app: password() };
            let text = serde_json::json!(created).to_string();
            private_files::write(&path, &text).map_err(StartError::file(&path))?;
            created
        };
        Ok(Self { superuser: stored.superuser.into(), owner: stored.owner.into(), app: stored.app.into() })
    }
}

/// About 190 bits. Letters and digits only, so that URLs and SQL literals need no escaping.
fn password() -> String {
    Alphanumeric.sample_string(&mut rand::rng(), 32)
}
