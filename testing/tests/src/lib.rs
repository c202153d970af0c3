//! The test harness: an application with its own database, a model that says what a test wants, and people who use it.

mod apart;
mod app;
mod binary;
mod client;
mod database;
mod fault_server;
mod keys;
mod llm;
pub mod partitions;
mod partner;
mod people;
mod receiver;

pub use apart::Apart;
pub use app::{App, Options, with_app, with_app_alone, with_app_of};
pub use binary::{Installation, Piece, Process, free_address};
pub use client::{Client, Reply};
pub use database::Database;
pub use fault_server::{Conduct, FaultServer, Then};
pub use keys::{Key, every_scope};
pub use llm::{Llm, completion};
pub use partner::{Partner, refused};
pub use people::{PASSWORD, Person};
pub use receiver::{Reaction, Received, Receiver};
