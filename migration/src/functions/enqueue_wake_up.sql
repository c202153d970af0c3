-- Puts a task into the task queue, unless there is one of that key. Without a key the task only wakes a worker to look what
-- is due: there is one for each full second, which all callers before that second share. Only this function knows the
-- columns of the queue's table.
create function public.enqueue_wake_up(p_queue text, p_task text, p_task_key text, p_delay_seconds double precision)
    returns void
    language plpgsql volatile
    as $$
declare
    v_due timestamptz := clock_timestamp() + make_interval(secs => p_delay_seconds);
begin
    if p_task_key is null then
        v_due := date_trunc('second', v_due) + interval '1 second';
        p_task_key := 'at ' || extract(epoch from v_due)::bigint;
        -- The transaction that has the lock inserts it. Others do not wait: should it roll back, the poll finds the turn.
        if exists (select from apalis.jobs j where j.job_type = p_queue and j.idempotency_key = p_task_key)
           or not pg_try_advisory_xact_lock(hashtext(p_queue || p_task_key)) then
            return;
        end if;
    end if;
    insert into apalis.jobs
        (id, job_type, job, status, attempts, max_attempts, run_at, priority, metadata, idempotency_key)
    values (apalis.generate_ulid(), p_queue, convert_to(p_task, 'UTF8'), 'Pending', 0, 1, v_due, 0, ''::hstore, p_task_key)
    on conflict (job_type, idempotency_key) do nothing;
end
$$;
