//! The one match over everything the worker may be asked.

use domain::tasks::Task;

use crate::Context;
use crate::maintenance;

pub async fn handle(task: &Task, context: &Context) {
    match task {
        Task::RunTurns => context.wake.notify_one(),
        Task::Sweep { tick } => maintenance::sweep(context, *tick).await,
    }
}
