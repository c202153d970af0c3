//! The test harness: an application with a database of its own, a scripted model, and clients that call it.

mod app;
mod authenticator;
mod client;
mod database;
mod event_reader;
mod fault_server;
mod installation;
mod keys;
mod llm;
pub mod partitions;
mod partner;
mod people;
mod process;
mod raw_http;
mod receiver;
mod separate_processes;
mod traces;
mod wait;
mod webhook_endpoint;

pub use app::{App, Options, db_settings, with_app, with_app_alone, with_app_of};
pub use authenticator::Authenticator;
pub use client::{Client, Reply};
pub use database::Database;
pub use event_reader::{EventReader, StreamEvent};
pub use fault_server::{Behaviour, FaultServer, Step};
pub use installation::{DemoServer, Installation, KeyFiles, write_keys};
pub use keys::{Key, every_scope};
pub use llm::{Llm, completion};
pub use partner::{Partner, refused};
pub use people::{PASSWORD, Person};
pub use process::{Process, free_address};
pub use receiver::{Reaction, Received, Receiver};
pub use separate_processes::SeparateProcesses;
pub use wait::wait_until;
pub use webhook_endpoint::{WebhookEndpoint, is_signed};
