//! The demo organization of the all-in-one start, and `demo.json`, which gives scripts its address and logins.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Caller, Db, Error, Scope, Unauthenticated,
    accounts::{self, Device, NewOwner, SignIn, Tokens, sign_in_links},
    api_keys::{self, NewKey},
};
use rand::distr::{Alphanumeric, SampleString};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};

use crate::{failure::Failure, private_files};

const ORGANIZATION: &str = "Demo";
const EMAIL: &str = "demo@postwright.example";
/// Longer than the usual 15 minutes, so that a pasted command works for a day.
const TOKEN_HOURS: i64 = 12;

/// A demo organization that is ready, for the person at the terminal.
pub struct Prepared {
    pub demo: Demo,
    /// Whose organization it is.
    pub owner: Caller,
    pub is_new: bool,
}

/// `demo.json`, which exists only while the server is ready.
#[derive(Serialize)]
pub struct Demo {
    pub base_url: String,
    pub organization_id: String,
    pub email: String,
    pub password: String,
    pub access_token: String,
    /// An API key for test mode.
    pub test_key: String,
}

/// The part that a restart keeps.
#[derive(Serialize, Deserialize)]
struct Login {
    email: String,
    password: String,
    #[serde(default)]
    test_key: Option<String>,
    #[serde(default)]
    signed_in: Option<SignedIn>,
}

#[derive(Clone, Serialize, Deserialize)]
struct SignedIn {
    access_token: String,
    organization_id: String,
    /// Until when a restart uses the token again, so that commands with it still work.
    reusable_until: DateTime<Utc>,
}

/// Removes the `demo.json` of the last start, so that a script that waits for the file waits for this start. The login is
/// kept.
///
/// # Errors
/// [`Failure::File`].
pub fn remove(data_dir: &Path) -> Result<(), Failure> {
    let demo = demo_file(data_dir);
    if demo.exists() { fs::remove_file(&demo).map_err(Failure::file(demo)) } else { Ok(()) }
}

/// Signs the demo user in. Creates one at the first start, and when the stored login is lost or of another database.
///
/// # Errors
/// [`Failure::Demo`].
pub async fn prepare(db: &Db, data_dir: &Path, base_url: String) -> Result<Prepared, Failure> {
    let failed = |error: Error| Failure::Demo(error.to_string());
    let known = fs::read_to_string(login_file(data_dir))
        .ok()
        .and_then(|text| serde_json::from_str::<Login>(&text).ok());
    let mut again = None;
    if let Some(login) = known {
        again = match sign_in_again(db, &login).await {
            Err(Error::Unauthenticated(Unauthenticated::WrongCredentials)) => None,
            signed_in => Some((login, signed_in.map_err(failed)?)),
        };
    }
    let is_new = again.is_none();
    let (login, signed_in) = match again {
        Some(again) => again,
        None => create(db, data_dir).await?,
    };
    let owner = db.authenticate(&signed_in.access_token, None).await.map_err(failed)?;
    let test_key = test_key(db, login.test_key.clone(), &owner).await.map_err(failed)?;
    let login = Login { test_key: Some(test_key.clone()), signed_in: Some(signed_in.clone()), ..login };
    write_login(&login, data_dir)?;
    let SignedIn { access_token, organization_id, .. } = signed_in;
    let Login { email, password, .. } = login;
    let demo = Demo { base_url, organization_id, email, password, access_token, test_key };
    Ok(Prepared { demo, owner, is_new })
}

/// A link that opens the dashboard, once.
///
/// # Errors
/// [`Failure::Demo`].
pub async fn sign_in_link(db: &Db, demo: &Demo, public_url: Option<&str>) -> Result<String, Failure> {
    let token = sign_in_links::issue(db, &demo.email).await;
    let token = token.map_err(|error| Failure::Demo(error.to_string()))?;
    // The cookie is of the public address.
    let address = public_url.unwrap_or(&demo.base_url).trim_end_matches('/');
    Ok(format!("{address}/app/#sign-in={}", token.expose_secret()))
}

/// Writes `demo.json`.
///
/// # Errors
/// [`Failure::File`].
pub fn write(demo: &Demo, data_dir: &Path) -> Result<(), Failure> {
    let path = demo_file(data_dir);
    let text = format!("{:#}\n", serde_json::json!(demo));
    private_files::write(&path, &text).map_err(Failure::file(path))
}

async fn create(db: &Db, data_dir: &Path) -> Result<(Login, SignedIn), Failure> {
    let mut login = Login { email: EMAIL.to_owned(), password: random(24), test_key: None, signed_in: None };
    let mut outcome = create_as(db, &login).await;
    if let Err(Error::Conflict { .. }) = outcome {
        login.email = format!("demo-{}@postwright.example", random(8).to_lowercase());
        outcome = create_as(db, &login).await;
    }
    let signed_in = outcome.map_err(|error| Failure::Demo(error.to_string()))?;
    write_login(&login, data_dir)?;
    Ok((login, signed_in))
}

async fn create_as(db: &Db, login: &Login) -> domain::Result<SignedIn> {
    let owner = NewOwner {
        organization_name: ORGANIZATION.to_owned(),
        name: "Demo".to_owned(),
        email: login.email.clone(),
    };
    let lifetime = TimeDelta::hours(TOKEN_HOURS);
    let tokens = accounts::create_owner(db, owner, login.password.clone().into(), lifetime).await?;
    Ok(signed_in(&tokens, lifetime))
}

/// The key of the last start while it is valid, else a new key with all scopes.
async fn test_key(db: &Db, known: Option<String>, owner: &Caller) -> domain::Result<String> {
    if let Some(known) = known
        && db.authenticate(&known, None).await.is_ok()
    {
        return Ok(known);
    }
    let request = NewKey {
        name: "Demo".to_owned(),
        livemode: false,
        scopes: Scope::ALL.into_iter().collect(),
        expires_at: None,
    };
    let tx = db.begin(owner).await?;
    let (_, written) = api_keys::create(&tx, request).await?;
    tx.commit().await?;
    Ok(written.expose_secret().to_owned())
}

/// The last start's login, while its token is fresh and nobody has ended it, else a new one.
async fn sign_in_again(db: &Db, login: &Login) -> domain::Result<SignedIn> {
    if let Some(known) = &login.signed_in
        && known.reusable_until > now()
        && let Ok(caller) = db.authenticate(&known.access_token, None).await
        && db.begin(&caller).await.is_ok()
    {
        return Ok(known.clone());
    }
    sign_in(db, login).await
}

async fn sign_in(db: &Db, login: &Login) -> domain::Result<SignedIn> {
    let request = SignIn {
        email: login.email.clone(),
        password: login.password.clone().into(),
        organization_id: None,
        code: None,
        device: Device::default(),
    };
    let lifetime = TimeDelta::hours(TOKEN_HOURS);
    let tokens = accounts::sign_in_for(db, request, lifetime).await?;
    Ok(signed_in(&tokens, lifetime))
}

fn signed_in(tokens: &Tokens, lifetime: TimeDelta) -> SignedIn {
    SignedIn {
        access_token: tokens.access_token.expose_secret().to_owned(),
        organization_id: tokens.organization_id.to_string(),
        reusable_until: now() + lifetime / 2,
    }
}

#[expect(clippy::disallowed_methods, reason = "whether the token is still valid is the database's to say")]
fn now() -> DateTime<Utc> {
    Utc::now()
}

fn write_login(login: &Login, data_dir: &Path) -> Result<(), Failure> {
    let path = login_file(data_dir);
    private_files::write(&path, &serde_json::json!(login).to_string()).map_err(Failure::file(path))
}

fn demo_file(data_dir: &Path) -> PathBuf {
    data_dir.join("demo.json")
}

fn login_file(data_dir: &Path) -> PathBuf {
    data_dir.join("demo-login.json")
}

fn random(length: usize) -> String {
    Alphanumeric.sample_string(&mut rand::rng(), length)
}
