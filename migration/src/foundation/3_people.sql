create table organization (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    -- How long a session lives after its last accepted turn or edit; 24 hours unless the organization wants otherwise.
    session_lifetime_seconds integer not null default 86400 check (session_lifetime_seconds > 0),
    created_at timestamptz not null default now()
);

create table user_account (
    id uuid primary key,
    email text not null check (length(email) between 3 and 254),
    name text not null check (length(name) between 1 and 200),
    password_hash text not null,
    created_at timestamptz not null default now()
);
create unique index one_account_per_email on user_account (lower(email));

create table membership (
    organization_id uuid not null references organization (id),
    user_id uuid not null references user_account (id),
    role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
    created_at timestamptz not null default now(),
    primary key (organization_id, user_id)
);
create index membership_of_user on membership (user_id);

-- One sign-in of a person into one organization; the `sid` of its tokens. Removing the member ends it.
create table login (
    organization_id uuid not null,
    id uuid not null,
    user_id uuid not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references membership (organization_id, user_id) on delete cascade
);
create index login_of_member on login (organization_id, user_id);
create index login_by_expiry on login (expires_at);

-- Each is good for one use; all of one login are a family that ends together.
create table refresh_token (
    organization_id uuid not null,
    token_hash bytea not null,
    login_id uuid not null,
    created_at timestamptz not null default now(),
    -- Set when it was exchanged for its successor.
    used_at timestamptz,
    successor_hash bytea,
    -- A successor whose answer got lost is voided by the next one.
    voided_at timestamptz,
    primary key (organization_id, token_hash),
    foreign key (organization_id, login_id) references login (organization_id, id) on delete cascade
);
create unique index refresh_token_by_hash on refresh_token (token_hash);
create index refresh_token_of_login on refresh_token (organization_id, login_id);
