-- The invitation with this token, if it can be accepted.
create function public.find_invitation(p_now timestamptz, p_organization uuid, p_livemode boolean, p_token_hash bytea)
    returns table (
        invitation_id uuid, email text, role text, language text, organization_name text, expires_at timestamptz
    )
    language plpgsql stable
    as $$
begin
    return query
        select i.id, i.email, i.role, i.language, o.name, i.expires_at
          from invitation i join organization o on o.id = i.organization_id
         where i.organization_id = p_organization and i.token_hash = p_token_hash
           and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
           -- Nobody joins an organization that is being deleted.
           and not exists (select from organization_deletion d where d.id = o.id and d.started_at is not null);
end
$$;
