//! Ids, times and tokens of the examples in the OpenAPI document, the same in all of them.

use chrono::DateTime;
use uuid::{Uuid, uuid};

use crate::types::Timestamp;

pub const ORGANIZATION: Uuid = uuid!("019a9f3e-0000-7000-8000-0000000000a1");
pub const USER: Uuid = uuid!("019a9f3e-0000-7000-8000-0000000000b1");
pub const COLLEAGUE: Uuid = uuid!("019a9f3e-0000-7000-8000-0000000000b2");
pub const INVITATION: Uuid = uuid!("019a9f3e-0000-7000-8000-0000000000b4");
pub const EMAIL_DOMAIN: Uuid = uuid!("019a9f3e-0000-7000-8000-0000000000b5");
pub const LOGIN: Uuid = uuid!("019a9f3e-0000-7000-8000-0000000000b3");
pub const SESSION: Uuid = uuid!("019a9f40-0000-7000-8000-0000000000c1");
pub const TURN: Uuid = uuid!("019a9f40-0000-7000-8000-0000000000d1");
pub const MESSAGE: Uuid = uuid!("019a9f40-0000-7000-8000-0000000000e1");
pub const JOB_POST: Uuid = uuid!("019a9f41-0000-7000-8000-0000000000f1");
pub const TEMPLATE: Uuid = uuid!("019a9f41-0000-7000-8000-0000000000f3");
pub const API_KEY: Uuid = uuid!("019a9f3e-0000-7000-8000-00000000001a");
pub const PUBLICATION: Uuid = uuid!("019a9f41-0000-7000-8000-0000000000f2");

pub const WEBHOOK_ENDPOINT: Uuid = uuid!("019a9f3f-0000-7000-8000-0000000000a2");
pub const WEBHOOK_EVENT: Uuid = uuid!("019a9f41-0000-7000-8000-0000000000a3");
pub const DELIVERY: Uuid = uuid!("019a9f41-0000-7000-8000-0000000000a4");

pub const AUDIT_ENTRY: Uuid = uuid!("019a9f3f-0000-7000-8000-0000000000a5");
pub const REQUEST: Uuid = uuid!("019a9f3e-6d1c-7a52-9f3b-0c1d2e3f4a5b");

/// In the form of an access token, without a valid signature.
pub const ACCESS_TOKEN: &str = "eyJhbGciOiJFZERTQSIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIuLi4ifQ.c2lnbmF0dXJl";
pub const API_KEY_TEXT: &str =
    "pw_live_019a9f3e00007000800000000000001a_for-the-document-only-and-not-secret";
pub const REFRESH_TOKEN: &str = "Zm9yLXRoZS1kb2N1bWVudC1vbmx5LWFuZC1ub3Qtc2VjcmV0";
pub const LINK_TOKEN: &str = "Zm9yLXRoZS1kb2N1bWVudC1vbmx5LWEtdG9rZW4tb2YtYS1saW5r";
pub const SIGN_IN_TOKEN: &str = "Zm9yLXRoZS1kb2N1bWVudC1vbmx5LWEtdG9rZW4tb2YtYS1zaWduLWlu";
pub const ISSUER: &str = "https://login.papaya.example";
pub const CHALLENGE: &str = "Zm9yLXRoZS1kb2N1bWVudC1vbmx5LWEtY2hhbGxlbmdl";
pub const TOTP_CODE: &str = "492039";
pub const RECOVERY_CODE: &str = "7q3k-m2xv-08zt-hw5n-c9ar-j4de";
pub const CONTENT_HASH: &str = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";
pub const PAGE_TOKEN: &str = "MDE5YTlmNDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMGMx";

/// A time this many minutes after the begin of the example.
pub fn at(minutes: i64) -> Timestamp {
    Timestamp(DateTime::from_timestamp(1_795_000_000 + 60 * minutes, 0).unwrap_or_default())
}
