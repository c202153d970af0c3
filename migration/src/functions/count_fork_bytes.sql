-- The bytes of what the organization's forks of the mode began with. Reads an index only.
create function public.count_fork_bytes(p_now timestamptz, p_organization uuid, p_livemode boolean) returns bigint
    language sql stable
    as $$
        select coalesce(sum(s.copied_bytes), 0)::bigint
          from session s
         where s.organization_id = p_organization and s.livemode = p_livemode and s.forked_from is not null
    $$;
