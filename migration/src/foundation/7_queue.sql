-- Notifying commits are serialised by PostgreSQL (measured: a third of the throughput), so the queue's own trigger is
-- off and whoever enqueued rings after the commit.
alter table apalis.jobs disable trigger notify_workers;

grant usage on schema apalis to postwright_app, postwright_queue;
grant select, insert, delete on apalis.jobs to postwright_app;
grant select, insert, update, delete on all tables in schema apalis to postwright_queue;
grant execute on all functions in schema apalis to postwright_app, postwright_queue;
