//! The one match over everything the worker may be asked.

use domain::tasks::Task;

use crate::Context;
use crate::tasks::{run_turns, sweep};

pub async fn handle(task: &Task, context: &Context) {
    match task {
        Task::RunTurns => run_turns::perform(context),
        Task::Sweep { tick } => sweep::perform(context, *tick).await,
    }
}
