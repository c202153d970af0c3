//! An authenticator app, as on a person's phone.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::json;
use totp_rs::Totp;

use crate::{App, PASSWORD, Person};

/// An app that was enrolled and confirmed.
pub struct Authenticator {
    totp: Totp,
    pub recovery_codes: Vec<String>,
}

impl Authenticator {
    /// Enrols and confirms an app. The next code that is accepted is [`Self::next_code`].
    pub async fn enrol(person: &Person) -> Self {
        let enrolment = person.post("/v1/me/totp", json!({ "password": PASSWORD })).await;
        assert_eq!(enrolment.status, 201, "{enrolment:?}");
        let mut app = Self::read(&enrolment.text_at("/uri"));
        let confirmed = person.post("/v1/me/totp/confirm", json!({ "code": app.code() })).await;
        assert_eq!(confirmed.status, 200, "{confirmed:?}");
        app.recovery_codes = serde_json::from_value(confirmed.at("/recovery_codes")).expect("recovery codes");
        app
    }

    /// Scans the QR code.
    pub fn read(uri: &str) -> Self {
        Self { totp: Totp::from_url(uri).expect("an otpauth URI"), recovery_codes: Vec::new() }
    }

    /// The code of the present time step.
    pub fn code(&self) -> String {
        self.totp.generate(now()).to_string()
    }

    /// The code of the next time step, which is accepted already.
    pub fn next_code(&self) -> String {
        self.totp.generate(now() + 30).to_string()
    }

    pub fn seed_in_hexadecimal(&self) -> String {
        self.totp.secret().as_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// A code of six digits that no time step around now has.
    pub fn wrong_code(&self) -> String {
        let near: Vec<String> =
            (0..7).map(|step| self.totp.generate(now() + 30 * step - 90).to_string()).collect();
        let mut codes = (0..10).map(|digit| digit.to_string().repeat(6));
        codes.find(|code| !near.contains(code)).expect("ten codes are more than seven")
    }
}

impl App {
    /// Forgets which codes of apps were tried and accepted, so that a test need not wait for the next time step.
    pub async fn forget_codes(&self) {
        self.superuser_runs("update second_factor set last_step = 0, attempts = 0, attempted_at = null")
            .await;
    }
}

#[expect(clippy::disallowed_methods, reason = "a phone has a clock of its own")]
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("a time after 1970").as_secs()
}
