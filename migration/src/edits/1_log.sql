-- The migration runs as the owner, who is bound by the policies too.
alter table session no force row level security;
alter table turn no force row level security;
alter table draft_change no force row level security;
alter table job_post no force row level security;

-- What made an entry of the change log, and who did; an undo or a restore says which version it brought back.
alter table draft_change
    add column kind text not null default 'turn' check (kind in ('turn', 'edit', 'undo', 'restore', 'fork')),
    add column user_id uuid references user_account (id),
    add column restored_version integer check (restored_version >= 0 and restored_version < version);
alter table draft_change alter column kind drop default;
update draft_change d
   set user_id = coalesce((select t.user_id from turn t where t.organization_id = d.organization_id and t.id = d.turn_id),
                          s.user_id)
  from session s
 where s.organization_id = d.organization_id and s.id = d.session_id;
alter table draft_change
    alter column user_id set not null,
    add check ((kind in ('undo', 'restore')) = (restored_version is not null)),
    add check (kind <> 'turn' or turn_id is not null);

alter table session
    -- The language the user wants to be spoken to, as BCP 47 writes it; null: that of their messages.
    add column locale text,
    -- The conversation it began as a copy of, which may be gone.
    add column forked_from uuid,
    -- Which job post of the conversation it is about: the one that was finalized, else the one that would be next.
    add column revision integer not null default 1 check (revision > 0);

-- The version of the draft that a post was made from; null where the conversation was gone before this was kept.
alter table job_post add column version integer check (version >= 0);
update job_post p
   set version = (select coalesce(max(d.version), 0) from draft_change d
                   where d.organization_id = s.organization_id and d.session_id = s.id and d.created_at <= p.created_at)
  from session s
 where s.organization_id = p.organization_id and s.id = p.session_id;
update session s
   set revision = latest.revision + case when s.is_complete then 0 else 1 end
  from (select p.organization_id, p.session_id, max(p.revision) as revision from job_post p group by 1, 2) latest
 where latest.organization_id = s.organization_id and latest.session_id = s.id;

alter table job_post force row level security;
alter table draft_change force row level security;
alter table turn force row level security;
alter table session force row level security;
