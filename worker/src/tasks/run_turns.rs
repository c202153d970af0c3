//! A ticket says that turns may be claimed. It never waits for the model: the claimer does the work.

use crate::Context;

pub fn perform(context: &Context) {
    context.poke.notify_one();
}
