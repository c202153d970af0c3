//! User accounts: sign-up, sign-in, refresh, sign-out, and the caller's own data.

mod characters;
mod email_address;
mod fresh_sign_in;
mod me;
mod names;
mod proof;
mod refresh;
mod sign_in;
mod sign_up;
mod tokens;

pub use crate::cross_tenant::{Membership, PublicAccount};
pub use email_address::EmailAddress;
pub(crate) use fresh_sign_in::require_fresh_sign_in;
pub use me::{Me, me};
pub(crate) use names::check_name;
pub use proof::OwnProof;
pub(crate) use proof::prove_own;
pub use refresh::{refresh, sign_out};
pub use sign_in::{SignIn, sign_in, sign_in_for};
pub use sign_up::{SignUp, sign_up};
pub use tokens::Tokens;
