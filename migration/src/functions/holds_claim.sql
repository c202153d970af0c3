-- Whether a claim with this epoch still holds the turn.
create function public.holds_claim(p_organization uuid, p_session uuid, p_turn uuid, p_epoch integer) returns boolean
    language plpgsql stable
    as $$
begin
    return exists (
        select from turn t
         where t.organization_id = p_organization and t.session_id = p_session and t.id = p_turn
           and t.epoch = p_epoch and t.status = 'running');
end
$$;
