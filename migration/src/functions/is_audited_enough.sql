-- Whether an actor has `p_hourly` entries of this action and object within an hour. `p_actor` is null for requests of
-- nobody and of keys that act for no member. Nobody can fill an organization's log with what costs them nothing.
create function public.is_audited_enough(
    p_organization uuid, p_action text, p_object uuid, p_actor uuid, p_api_key uuid, p_hourly integer
)
    returns boolean
    language sql stable
    as $$
        select count(*) >= p_hourly from (
            select from audit_entry e
             where e.organization_id = p_organization and e.action = p_action
               and e.id >= first_id_at(clock_timestamp() - interval '1 hour')
               and e.object_id is not distinct from p_object
               and e.actor_user_id is not distinct from p_actor
               and e.actor_api_key_id is not distinct from p_api_key
             limit p_hourly) recent
    $$;
