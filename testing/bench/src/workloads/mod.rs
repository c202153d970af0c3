//! The workloads, each with its rows of the table.

mod conversations;
pub mod fairness;
pub mod growth;
pub mod guessing;
pub mod pickup;
pub mod reads;
pub mod starts;
pub mod streams;
pub mod timing;
pub mod turns;
