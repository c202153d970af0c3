-- Puts a task into the task queue, unless there is one of that key. Only this function writes the queue's table.
create function public.insert_task(p_queue text, p_task text, p_key text, p_due timestamptz) returns void
    language plpgsql volatile
    as $$
begin
    insert into apalis.jobs
        (id, job_type, job, status, attempts, max_attempts, run_at, priority, metadata, idempotency_key)
    values (apalis.generate_ulid(), p_queue, convert_to(p_task, 'UTF8'), 'Pending', 0, 1, p_due, 0, ''::hstore, p_key)
    on conflict (job_type, idempotency_key) do nothing;
end
$$;
