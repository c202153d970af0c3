-- Rights in the schema of the task queue's library, which its own setup creates.
-- PostgreSQL serialises commits that notify (measured: a third of the throughput), so the library's trigger is disabled and
-- the process that enqueued a task notifies after its commit.
alter table apalis.jobs disable trigger notify_workers;

grant usage on schema apalis to postwright_app, postwright_queue;
grant select, insert, delete on apalis.jobs to postwright_app;
grant select, delete on apalis.workers to postwright_app;
grant select, insert, update, delete on all tables in schema apalis to postwright_queue;
grant execute on all functions in schema apalis to postwright_app, postwright_queue;
