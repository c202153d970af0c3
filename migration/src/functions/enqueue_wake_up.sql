-- Puts a wake-up into the task queue: a task that only makes a worker look what is due. There is one for each full second,
-- which all callers before that second share.
create function public.enqueue_wake_up(p_queue text, p_task text, p_delay_seconds double precision) returns void
    language plpgsql volatile
    as $$
declare
    v_due timestamptz := date_trunc('second', clock_timestamp() + make_interval(secs => p_delay_seconds)) + interval '1 second';
    v_key text := 'at ' || extract(epoch from v_due)::bigint;
begin
    -- The transaction that has the lock inserts it. Others do not wait: should it roll back, the poll finds the turn.
    if exists (select from apalis.jobs j where j.job_type = p_queue and j.idempotency_key = v_key)
       or not pg_try_advisory_xact_lock(hashtext(p_queue || v_key)) then
        return;
    end if;
    perform insert_task(p_queue, p_task, v_key, v_due);
end
$$;
