-- The bytes that are read to fold a draft after `p_changes`, if those before took `p_before`. If that were more than twice the draft,
-- the row of the change log gets a snapshot, and then it is the draft alone.
create function public.next_fold_bytes(p_before integer, p_changes text, p_draft text) returns integer
    language sql immutable
    as $$
        select case when p_before + octet_length(p_changes) > 2 * octet_length(p_draft) then octet_length(p_draft)
                    else p_before + octet_length(p_changes) end
    $$;
