-- People: who was asked in, who is in and on which browsers; and what was done by whom.

alter table app_user
    add column state   text        not null default 'active', -- invited, active, deactivated
    add column turn    int         not null default 0,        -- raised when what the user may do changes
    add column seen_at timestamptz,
    add column subject text unique; -- who they are at the identity provider that they come through; null: they have a password

-- The one link of a user that is good: to choose a password, once. Used, replaced or withdrawn, it is deleted.
create table user_link (
    user_name  text        not null primary key references app_user (name),
    hash       bytea       not null unique, -- of the secret, which was shown once
    purpose    text        not null,        -- invitation, reset
    made_at    timestamptz not null,
    expires_at timestamptz not null
);

-- A browser on which somebody is signed in. Ended, it is deleted.
create table user_session (
    id         uuid        not null primary key,
    user_name  text        not null references app_user (name),
    hash       bytea       not null unique, -- of the secret in the browser's cookie
    place      text        not null,        -- the address that it came from
    browser    text        not null,
    began_at   timestamptz not null,
    used_at    timestamptz not null,
    expires_at timestamptz not null
);
create index user_session_by_user on user_session (user_name);

-- Who did what and when. Written once.
create table audit_entry (
    id   bigint      not null generated always as identity primary key,
    at   timestamptz not null,
    who  text        not null,
    kind text        not null,
    what text        not null
);
create index audit_entry_by_time on audit_entry (at desc, id desc);

create function audit_entry_stands() returns trigger language plpgsql as $$
begin
    raise exception 'what was written down stands';
end
$$;
create trigger audit_entry_stands before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_stands();
