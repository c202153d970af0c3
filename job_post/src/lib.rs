//! What a job post is: its fields, the evidence behind them, when it is ready and what a yes means. Pure: no I/O.

mod change;
pub mod compliance;
pub mod consent;
mod content;
mod dispose;
mod draft;
pub mod exports;
mod field;
mod grounding;
mod hash;
mod language;
pub mod money;
mod phrases;
mod proposals;
mod readiness;
mod said;
pub mod sentences;
mod summary;
mod values;
mod word_lists;
mod words;

pub use change::{Change, Op, Proposal, ProposedUpdate, Refusal, RefusalReason};
pub use content::{Content, ExperienceLevel, Salary, SalaryPeriod, WorkType};
pub use dispose::{Intent, Outcome, Situation, dispose, welcome};
pub use draft::{Basis, Draft, Evidence};
pub use field::{Field, UnknownField};
pub use hash::content_hash;
pub use language::Language;
pub use readiness::{Step, is_ready, missing, step};
pub use summary::{grouped, summary, summary_in};
pub use word_lists::{plain, without_object, without_particles};
