-- The values of a row that the audit log shows. Secrets are replaced, and so is the query of a URL, which may have one.
-- Long values are replaced by their length. Null columns are left out.
create function public.audited_values(p_row jsonb, p_columns text[], p_redacted text[]) returns jsonb
    language sql stable
    as $$
        select jsonb_object_agg(c, case
                   when c = any (p_redacted) then '"(not kept)"'
                   when c = 'url' then to_jsonb(regexp_replace(p_row ->> c, '[?#].*$', '?(not kept)'))
                   when length(p_row ->> c) > 1000 then to_jsonb(format('(%s characters)', length(p_row ->> c)))
                   else p_row -> c end)
          from unnest(p_columns) c where (p_row ->> c) is not null
    $$;
