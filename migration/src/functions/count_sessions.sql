-- How many sessions the organization keeps in the mode, expired ones included. Each half reads an index only.
create function public.count_sessions(p_now timestamptz, p_organization uuid, p_livemode boolean) returns bigint
    language sql stable
    as $$
        select (select count(*) from session s
                 where s.organization_id = p_organization and s.livemode = p_livemode and not s.expiry_noticed)
             + (select count(*) from session s
                 where s.organization_id = p_organization and s.livemode = p_livemode and s.expiry_noticed)
    $$;
