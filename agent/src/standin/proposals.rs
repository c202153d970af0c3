//! Short ways to write an update down.

use job_post::{Field, Op, ProposedUpdate};

pub(super) fn set(field: Field, value: &str, quote: &str) -> ProposedUpdate {
    update(Op::Set, field, value, quote)
}

pub(super) fn add(field: Field, value: &str, quote: &str) -> ProposedUpdate {
    update(Op::Add, field, value, quote)
}

pub(super) fn remove(field: Field, value: &str, quote: &str) -> ProposedUpdate {
    update(Op::Remove, field, value, quote)
}

pub(super) fn clear(field: Field, quote: &str) -> ProposedUpdate {
    update(Op::Clear, field, "", quote)
}

fn update(op: Op, field: Field, value: &str, quote: &str) -> ProposedUpdate {
    ProposedUpdate { op, field, value: value.trim().to_owned(), quote: quote.trim().to_owned() }
}
