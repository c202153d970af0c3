-- The clock of expiry and leases at the beginning of the transaction. In plpgsql, as it keeps its plan.
create or replace function public.app_clock() returns timestamptz
    language plpgsql stable
    as $$ begin return now() + (select ahead_by from public.clock_offset); end $$;
