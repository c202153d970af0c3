-- Puts a periodic task into the task queue for the current tick, unless another worker has done so. Returns the seconds until
-- the next tick.
create function public.enqueue_for_tick(p_queue text, p_task text, p_period_seconds double precision)
    returns double precision
    language plpgsql volatile
    as $$
declare
    v_ticks double precision := extract(epoch from clock_timestamp())::double precision / p_period_seconds;
begin
    perform insert_task(p_queue, p_task, p_task || ' at ' || floor(v_ticks)::bigint, now());
    return (floor(v_ticks) + 1 - v_ticks) * p_period_seconds;
end
$$;
