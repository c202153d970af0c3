-- Each value of a draft has evidence of its own: an entry for a field, or one for each item of a list. Until now a list
-- had one for all of its items. Row-level security holds for the owner too, so it is lifted for this statement.
alter table session no force row level security;
update session s
   set draft = jsonb_set(s.draft, '{evidence}', coalesce(
       (select jsonb_object_agg(known.key,
            case when jsonb_typeof(known.value) = 'array' then known.value
                 when known.key in ('skills', 'requirements', 'responsibilities', 'benefits') then
                     (select coalesce(jsonb_agg(same.evidence), '[]')
                        from (select known.value from jsonb_array_elements(s.draft -> 'content' -> known.key)) same (evidence))
                 else jsonb_build_array(known.value) end)
          from jsonb_each(s.draft -> 'evidence') known),
       '{}'))
 where s.draft -> 'evidence' <> '{}';
alter table session force row level security;
