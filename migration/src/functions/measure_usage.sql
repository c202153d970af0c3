-- What the organization uses of its quotas in the mode. Of those for single sessions, the most that one of the newest 20,000
-- sessions uses that have not expired: to look at all could take long. API keys of both modes count together.
create function public.measure_usage(
    p_now timestamptz, p_organization uuid, p_livemode boolean,
    out sessions bigint, out session_turns bigint, out session_versions bigint, out session_bytes bigint,
    out session_forks bigint, out fork_bytes bigint, out api_keys bigint, out webhook_endpoints bigint
)
    language sql stable
    as $$
        with newest as materialized (
            select s.next_sequence, s.version, s.stored_bytes, s.forked_from
              from session s
             where s.organization_id = p_organization and s.livemode = p_livemode and not s.expiry_noticed
             order by s.id desc
             limit 20000
        )
        select count_sessions(p_now, p_organization, p_livemode),
               coalesce((select max(n.next_sequence) - 1 from newest n), 0)::bigint,
               coalesce((select max(n.version) from newest n), 0)::bigint,
               coalesce((select max(n.stored_bytes) from newest n), 0),
               coalesce((select max(f.forks)
                           from (select count(*) as forks from newest n
                                  where n.forked_from is not null
                                  group by n.forked_from) f), 0),
               count_fork_bytes(p_now, p_organization, p_livemode),
               (select count(*) from api_key k where k.organization_id = p_organization and k.revoked_at is null),
               (select count(*) from webhook_endpoint e
                 where e.organization_id = p_organization and e.livemode = p_livemode)
    $$;
