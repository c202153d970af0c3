-- The entries of a session's change log that make up the draft at a version, oldest first: the latest one with a snapshot, or the first
-- of the log, and those after it. The changes of an entry with a snapshot are left out: the snapshot has them.
create function public.read_log(
    p_now timestamptz, p_organization uuid, p_livemode boolean, p_session uuid, p_version integer
)
    returns table (
        version integer, kind text, turn_id uuid, restored_version integer, created_at timestamptz, snapshot json, changes json
    )
    language plpgsql stable
    as $$
declare
    v_first integer;
begin
    select c.version into v_first
      from draft_change c
     where c.organization_id = p_organization and c.session_id = p_session and c.version <= p_version
       and c.snapshot is not null
     order by c.version desc
     limit 1;
    return query
        select c.version, c.kind, c.turn_id, c.restored_version, c.created_at, c.snapshot::json,
               case when c.snapshot is null then c.changes::json end
          from draft_change c
         where c.organization_id = p_organization and c.session_id = p_session
           and c.version between coalesce(v_first, 1) and p_version
         order by c.version;
end
$$;
