-- Has a new post delivered to the organization's target, when it has one: after those of the same conversation.
create function publish_to_target(at timestamptz, org uuid, live boolean, post uuid, conversation uuid) returns void
    language plpgsql volatile
    as $$
declare
    fresh uuid := new_id();
    target uuid;
begin
    select t.id into target from publication_target t where t.organization_id = org and t.livemode = live;
    if not found then
        return;
    end if;
    insert into publication
        (organization_id, id, livemode, job_post_id, session_id, target_id, status, stated_flags, created_at)
    select org, fresh, live, post, conversation, target, 'pending',
           array(select flag from unnest(array['enableAiInterview', 'isFeatured']) flag
                  where exists (select from jsonb_array_elements(s.draft -> 'evidence' -> flag) e
                                 where e ->> 'basis' <> 'assumed')),
           at
      from session s where s.organization_id = org and s.id = conversation;
    perform put_delivery(at, org, live, 'publication', target, fresh, conversation);
end
$$;

-- As before; a new post is delivered to the organization's own system, in the same transaction.
create or replace function publish_post(
    at timestamptz, org uuid, live boolean, conversation uuid, new_post uuid, made_from integer, new_content text,
    new_hash text, out post uuid, out post_revision integer, out is_new boolean
)
    language plpgsql volatile
    as $$
begin
    select p.id, p.revision into post, post_revision
      from job_post p where p.organization_id = org and p.session_id = conversation and p.content_hash = new_hash;
    is_new := not found;
    if is_new then
        insert into job_post
            (organization_id, id, livemode, session_id, user_id, revision, company_name, content, content_hash, version,
             created_at)
        select org, new_post, live, s.id, s.user_id, next_revision(org, s.id), s.company_name, new_content::jsonb,
               new_hash, made_from, at
          from session s where s.organization_id = org and s.id = conversation
        returning id, revision into post, post_revision;
        perform publish_to_target(at, org, live, post, conversation);
    end if;
end
$$;
