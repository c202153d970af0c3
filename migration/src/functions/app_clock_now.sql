-- The same clock at the moment of the call: for what is written after waiting for a lock, so that later rows of a session
-- have later times.
create function public.app_clock_now() returns timestamptz
    language plpgsql volatile
    as $$ begin return clock_timestamp() + (select ahead_by from public.clock_offset); end $$;
