-- Deletes logins that expired or ended longer than `p_age` ago, with their refresh tokens, API keys that were revoked longer than
-- `p_key_age` ago, invitations whose link expired longer than `p_invitation_age` ago, and sign-ins at identity providers that were
-- not completed in time; returns the largest of the counts. A login that goes on in another organization stays until it expires:
-- if its refresh tokens are used again, it ends there too.
create function cross_tenant.sweep_logins(
    p_age interval, p_invitation_age interval, p_key_age interval, p_limit integer
)
    returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        -- Rows are deleted by arrays of their keys, see sweep_sessions.
        with expired as (
            select l.organization_id, l.id from login l where l.expires_at < now() - p_age
             order by l.expires_at limit p_limit for update skip locked
        ), ended as (
            select l.organization_id, l.id from login l where l.revoked_at < now() - p_age and l.moved_to_login_id is null
             order by l.revoked_at limit p_limit for update skip locked
        ), login_keys as (
            select array_agg(l.organization_id) as organizations, array_agg(l.id) as ids
              from (select * from expired union select * from ended) l
        ), deleted as (
            delete from login l
             using login_keys a cross join lateral unnest(a.organizations, a.ids) k (organization_id, id)
             where l.organization_id = k.organization_id and l.id = k.id
            returning 1
        ), revoked_key as (
            select array_agg(r.organization_id) as organizations, array_agg(r.id) as ids
              from (select k.organization_id, k.id from api_key k where k.revoked_at < now() - p_key_age
                     order by k.revoked_at limit p_limit for update skip locked) r
        ), deleted_key as (
            delete from api_key k
             using revoked_key r cross join lateral unnest(r.organizations, r.ids) w (organization_id, id)
             where k.organization_id = w.organization_id and k.id = w.id
            returning 1
        ), aged_invitation as (
            select i.organization_id, i.id from invitation i where i.expires_at < app_clock() - p_invitation_age
             order by i.expires_at limit p_limit for update skip locked
        ), deleted_invitation as (
            delete from invitation i using aged_invitation a where i.organization_id = a.organization_id and i.id = a.id
            returning 1
        ), late_sign_in as (
            select p.organization_id, p.id from pending_sign_in p where p.expires_at < app_clock()
             order by p.expires_at limit p_limit for update skip locked
        ), deleted_sign_in as (
            delete from pending_sign_in p using late_sign_in l where p.organization_id = l.organization_id and p.id = l.id
            returning 1
        )
        select greatest((select count(*) from deleted), (select count(*) from deleted_key),
                        (select count(*) from deleted_invitation), (select count(*) from deleted_sign_in))::integer
    $$;
