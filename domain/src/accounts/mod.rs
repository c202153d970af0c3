//! User accounts: sign-up, sign-in, refresh, sign-out, and the caller's own data.

mod me;
mod proof;
mod refresh;
mod sign_in;
mod sign_up;
mod tokens;

pub use crate::cross_tenant::Membership;
pub use me::{Me, me};
pub use proof::OwnProof;
pub(crate) use proof::prove_own;
pub use refresh::{refresh, sign_out};
pub use sign_in::{SignIn, sign_in, sign_in_for};
pub use sign_up::{SignUp, sign_up};
pub(crate) use sign_up::{check_email, check_name};
pub use tokens::Tokens;
