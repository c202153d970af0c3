-- As before; a plan that is kept costs less than one that is made at each call.
create or replace function app_clock() returns timestamptz
    language plpgsql stable
    as $$ begin return now() + (select ahead_by from public.clock_offset); end $$;

-- The same clock at the moment of the call and not at the beginning of the transaction: for what is written once a lock
-- was waited for, so that what comes later in a session has the later time.
create function app_clock_now() returns timestamptz
    language plpgsql volatile
    as $$ begin return clock_timestamp() + (select ahead_by from public.clock_offset); end $$;
