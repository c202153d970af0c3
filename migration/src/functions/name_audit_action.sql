-- The action of a changed row: the object's type and a verb. Most verbs are those of the statement.
create function public.name_audit_action(p_object text, p_operation text, p_changed text[]) returns text
    language sql immutable
    as $$
        select p_object || '.' || case
            when p_object = 'organization_deletion' then case p_operation
                when 'INSERT' then 'requested' else 'cancelled' end
            when p_object = 'member' then case p_operation
                when 'INSERT' then 'added' when 'UPDATE' then 'role_changed' else 'removed' end
            when p_object = 'login' then case p_operation when 'INSERT' then 'began' else 'ended' end
            when p_object = 'api_key' and p_operation = 'UPDATE' and 'revoked_at' = any (p_changed) then 'revoked'
            when p_object = 'invitation' and p_operation = 'UPDATE' and 'accepted_at' = any (p_changed) then 'accepted'
            when p_object = 'invitation' and p_operation = 'UPDATE' and 'revoked_at' = any (p_changed) then 'revoked'
            when p_object = 'invitation' and p_operation = 'UPDATE' then 'resent'
            when p_object = 'email_domain' and p_operation = 'UPDATE' and 'verified_at' = any (p_changed) then 'verified'
            when p_object = 'external_identity' then 'linked'
            when p_object = 'webhook_endpoint' and p_operation = 'UPDATE' and 'secret' = any (p_changed) then 'secret_rotated'
            else case p_operation when 'INSERT' then 'created' when 'UPDATE' then 'updated' else 'deleted' end
            end
    $$;
