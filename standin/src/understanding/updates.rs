//! Constructors of proposed updates.

use job_post::{Field, Op, ProposedUpdate};

pub(crate) fn set(field: Field, value: &str, quote: &str) -> ProposedUpdate {
    update(Op::Set, field, value, quote)
}

pub(crate) fn add(field: Field, value: &str, quote: &str) -> ProposedUpdate {
    update(Op::Add, field, value, quote)
}

pub(crate) fn remove(field: Field, value: &str, quote: &str) -> ProposedUpdate {
    update(Op::Remove, field, value, quote)
}

pub(crate) fn clear(field: Field, quote: &str) -> ProposedUpdate {
    update(Op::Clear, field, "", quote)
}

fn update(op: Op, field: Field, value: &str, quote: &str) -> ProposedUpdate {
    ProposedUpdate { op, field, value: value.trim().to_owned(), quote: quote.trim().to_owned() }
}
