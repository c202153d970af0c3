//! The workloads, each with its rows of the table.

mod conversations;
pub mod growth;
pub mod reads;
pub mod starts;
pub mod turns;
