-- The login that a browser's cookie stands for, with the person's role; nothing once it has ended. A login that was not used for
-- `p_idle` has ended, and so has one whose person proved who they are longer ago than `p_longest`; by single sign-on, one that
-- began longer ago, because the provider's own session may be older. The use is recorded at most once in `p_interval`.
create function cross_tenant.use_browser_login(
    p_organization uuid, p_hash bytea, p_idle interval, p_longest interval, p_interval interval
)
    returns table (login_id uuid, user_id uuid, role text)
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
begin
    update login l
       set last_used_at = now(), expires_at = least(
               case when l.authenticated_by = 'single_sign_on' then l.created_at else l.authenticated_at end + p_longest,
               now() + p_idle)
     where l.organization_id = p_organization and l.browser_hash = p_hash
       and l.revoked_at is null and l.expires_at > now() and l.last_used_at < now() - p_interval;
    return query
        select l.id, l.user_id, m.role
          from login l join membership m on m.organization_id = l.organization_id and m.user_id = l.user_id
         where l.organization_id = p_organization and l.browser_hash = p_hash
           and l.revoked_at is null and l.expires_at > now();
end
$$;
