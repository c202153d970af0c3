-- Extends the leases of claimed turns; returns those that are still held. A turn that is missing was lost.
create function cross_tenant.renew_leases(
    p_organizations uuid[], p_turns uuid[], p_epochs integer[], p_lease interval
)
    returns table (turn_id uuid)
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        update turn t set lease_until = app_clock() + p_lease
          from unnest(p_organizations, p_turns, p_epochs) as held (organization_id, id, epoch)
         where t.organization_id = held.organization_id and t.id = held.id
           -- Not as plain conditions: an index of running turns would look better than the key, and all of it would be read.
           and (t.epoch = held.epoch and t.status = 'running') is true
        returning t.id
    $$;
