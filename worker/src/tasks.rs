//! The handler of each task.

use domain::tasks::Task;

use crate::{Context, emails, maintenance};

/// Does a task. A failure is logged, not returned: the next tick does the same work again.
pub async fn handle(task: Task, context: &Context) {
    match task {
        Task::RunTurns => context.wake.notify_one(),
        Task::Reconcile => maintenance::reconcile(context).await,
        Task::EmitExpiries => maintenance::emit_expiries(context).await,
        Task::SendEmails => emails::send_due(context).await,
        Task::Sweep => maintenance::sweep(context).await,
        Task::Erase => maintenance::erase(context).await,
    }
}
