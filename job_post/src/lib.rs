//! What a job post is: its fields, the evidence for each value, and the decision what a message changes. Pure: no I/O.

pub mod compliance;
mod content;
mod decision;
mod draft;
pub mod exports;
mod field;
mod hash;
mod language;
pub mod money;
mod policy;
mod readiness;
mod summary;
mod text;
mod titles;
mod values;

pub use content::{Content, ExperienceLevel, Salary, SalaryPeriod, WorkType};
pub use decision::consent;
pub use decision::history::{EarlierMessage, History};
pub use decision::input::{SessionView, TurnInput};
pub use decision::proposal::{Intent, Proposal, ProposedUpdate, Refusal, RefusalReason};
pub use decision::session_state::SessionState;
pub use decision::{Decision, decide, welcome};
pub use draft::change::{Change, Op};
pub use draft::diff::diff;
pub use draft::edits::{Mistake, Typed, edited};
pub use draft::evidence::{Basis, Evidence, Position};
pub use draft::{Draft, Leaf};
pub use field::{Field, UnknownField};
pub use hash::content_hash;
pub use language::word_forms::{plain, without_object, without_particles};
pub use language::{Language, catalog, list_file};
pub use policy::Policy;
pub use readiness::{Step, is_ready, missing, step};
pub use summary::{grouped, summary, summary_in};
