-- Campaigns, the log of their events, what follows from it, and who may do what.
-- Text that is compared or ordered is collated "C": by its UTF-8 bytes, on every server alike.

create table campaign (
    id         int generated always as identity primary key,
    key        text collate "C" not null unique,
    definition jsonb            not null,
    revision   int              not null default 1,
    created_at timestamptz      not null,
    changed_at timestamptz      not null
);

-- What the fold goes by. A version never changes once written, so that nodes may remember it.
create table campaign_flow (
    campaign_id  int   not null references campaign,
    flow_version int   not null,
    rules        jsonb not null,
    primary key (campaign_id, flow_version)
);

-- The row that is locked for every write to a campaign: narrow, and updated in place (HOT).
create table campaign_head (
    campaign_id  int    not null primary key references campaign,
    version      bigint not null default 0,
    epoch        int    not null default 1,
    flow_version int    not null default 1,
    leads        int    not null default 0,
    events       bigint not null default 0,
    -- journey_change is complete for the versions after this one
    trimmed      bigint not null default 0
) with (fillfactor = 50);

create table campaign_attribute (
    campaign_id int              not null references campaign,
    key         text collate "C" not null,
    primary key (campaign_id, key)
);

-- The log. Written under the head's lock, which stands for the foreign key that would be checked row by row.
create table event (
    campaign_id int              not null,
    id          text collate "C" not null,
    lead        text collate "C" not null,
    at          bigint           not null, -- microseconds since the epoch
    type        text collate "C" not null,
    detail      jsonb,                     -- stage, reason, verdict, reasons, comment, value, attributes, by
    content     bytea            not null, -- a digest of the content as sent, to tell a duplicate from a conflict
    version     bigint           not null,
    received_at timestamptz      not null,
    primary key (campaign_id, id)
);
create index event_of_lead on event (campaign_id, lead);
create index event_by_version on event (campaign_id, version);

-- Lead numbers are dense from 0, and the same in every epoch. No index holds a column that an update changes (HOT).
create table journey (
    campaign_id int              not null,
    epoch       int              not null,
    lead_no     int              not null,
    lead        text collate "C" not null,
    version     bigint           not null,
    state       bytea            not null,
    primary key (campaign_id, epoch, lead),
    unique (campaign_id, epoch, lead_no)
) with (fillfactor = 75);

-- Which journeys a version changed; old versions are trimmed.
create table journey_change (
    campaign_id int    not null,
    epoch       int    not null,
    version     bigint not null,
    lead_nos    int[]  not null,
    primary key (campaign_id, epoch, version)
);

-- Counters: by minute since the epoch, and for the whole campaign (minute -2147483648).
create table tally (
    campaign_id int              not null,
    epoch       int              not null,
    minute      int              not null,
    code        text collate "C" not null,
    -- what the code begins with, so that a report reads only its own kinds of counters
    kind        text collate "C" not null generated always as (split_part(code, ':', 1)) stored,
    leads       bigint           not null,
    amount      numeric          not null default 0,
    primary key (campaign_id, epoch, kind, minute, code)
) with (fillfactor = 70);

-- Who a lead is, for the people who work it. Apart from the log, so that it can be erased.
-- card: field to [value, at, id], the last in the order of (at, id) wins.
create table lead_card (
    campaign_id int              not null,
    lead        text collate "C" not null,
    card        jsonb            not null,
    primary key (campaign_id, lead)
);

create table rebuild (
    id           bigint generated always as identity primary key,
    campaign_id  int         not null references campaign,
    definition   jsonb,                -- the campaign's new definition; null: folded anew as it is
    flow_version int         not null, -- the flow to fold with
    state        text        not null, -- waiting, folding, done, failed
    leads_done   int         not null default 0,
    leads_total  int         not null default 0,
    problem      text,
    started_at   timestamptz not null,
    finished_at  timestamptz
);
create unique index one_rebuild_at_a_time on rebuild (campaign_id) where state in ('waiting', 'folding');

create table api_key (
    id           uuid        not null primary key,
    name         text        not null,
    prefix       text        not null, -- its first characters, for people to know it by
    hash         bytea       not null unique,
    scopes       text[]      not null,
    campaigns    text[],               -- null: all
    types        text[],               -- null: all
    created_at   timestamptz not null,
    revoked_at   timestamptz
);

create table app_user (
    id            int generated always as identity primary key,
    name          text        not null unique,
    password_hash text        not null,
    role          text        not null,
    must_change   boolean     not null default false,
    created_at    timestamptz not null,
    changed_at    timestamptz not null
);

-- What all nodes of this installation share and nobody else knows, by what it is for.
create table secret (
    name  text not null primary key,
    value text not null
);
