-- Deletes logins that expired longer than `p_age` ago, with their refresh tokens, and invitations whose link expired longer
-- than `p_invitation_age` ago; returns the larger of the two counts.
create function cross_tenant.sweep_logins(p_age interval, p_invitation_age interval, p_limit integer) returns integer
    language sql volatile security definer set search_path = public, pg_temp
    as $$
        with ended as (
            select l.organization_id, l.id from login l where l.expires_at < now() - p_age
             order by l.expires_at limit p_limit for update skip locked
        ), deleted as (
            delete from login l using ended where l.organization_id = ended.organization_id and l.id = ended.id
            returning 1
        ), aged_invitation as (
            select i.organization_id, i.id from invitation i where i.expires_at < app_clock() - p_invitation_age
             order by i.expires_at limit p_limit for update skip locked
        ), deleted_invitation as (
            delete from invitation i using aged_invitation a where i.organization_id = a.organization_id and i.id = a.id
            returning 1
        )
        select greatest((select count(*) from deleted), (select count(*) from deleted_invitation))::integer
    $$;
