-- Deletes idempotency keys that are older than `p_age`; returns how many.
create function cross_tenant.sweep_idempotency_keys(p_age interval, p_limit integer) returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with aged as (
            select k.organization_id, k.livemode, k.user_id, k.operation, k.key, k.api_key_id from idempotency_key k
             where k.created_at < now() - p_age order by k.created_at limit p_limit for update skip locked), deleted as (
            delete from idempotency_key k using aged
             where (k.organization_id, k.livemode, k.user_id, k.operation, k.key, k.api_key_id)
                 = (aged.organization_id, aged.livemode, aged.user_id, aged.operation, aged.key, aged.api_key_id)
            returning 1)
        select count(*)::integer from deleted
    $$;
