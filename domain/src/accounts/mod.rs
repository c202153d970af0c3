//! User accounts: sign-up, sign-in, refresh, sign-out, passwords and addresses, and the caller's own data.

pub(crate) mod account_tokens;
mod addresses;
mod characters;
mod credentials;
mod device;
mod email_address;
mod fresh_sign_in;
pub mod logins;
mod me;
mod names;
mod passwords;
mod proof;
mod refresh;
mod sign_in;
mod sign_up;
mod tokens;

pub use crate::cross_tenant::Membership;
pub(crate) use account_tokens::{count_invitation, link_ended};
pub(crate) use addresses::ConfirmEmail;
pub use addresses::{confirm_email, request_email_change};
pub use device::Device;
pub use email_address::EmailAddress;
pub(crate) use fresh_sign_in::require_fresh_sign_in;
pub use me::{AccountChange, Me, Profile, me, update_me};
pub(crate) use me::{ReadAccount, UpdateAccount};
pub(crate) use names::check_name;
pub(crate) use passwords::{ChangePassword, ResetPassword};
pub use passwords::{change_password, request_password_reset, reset_password};
pub use proof::OwnProof;
pub(crate) use proof::{LockPassword, Proof, ProvenAccount, prove, prove_own};
pub use refresh::{refresh, sign_out};
pub use sign_in::{SignIn, sign_in, sign_in_for};
pub(crate) use sign_up::{CompleteSignUp, email_taken, is_taken};
pub use sign_up::{SignUp, SignUpPolicy, complete_sign_up, create_owner, sign_up};
pub use tokens::Tokens;
pub(crate) use tokens::begin_login;
