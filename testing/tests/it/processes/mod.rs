//! The binary as separate processes: started, stopped and killed as its operators do.

mod chat;
mod event_streams;
mod pieces;
mod publications_killed;
mod webhook_listen;
mod webhooks_killed;
