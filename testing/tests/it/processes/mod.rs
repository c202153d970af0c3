//! The binary as processes: started, stopped and killed as its operators do.

mod admin;
mod all_in_one;
mod chat;
mod event_streams;
mod keys;
mod publications_killed;
mod readme;
mod separate;
mod webhook_listen;
mod webhooks_killed;
