-- What arrives by its source (kind: key or address), and what was refused, kept to be tried again.

-- minute: since the epoch
create table incoming_minute (
    kind       text   not null,
    source_id  uuid   not null,
    minute     int    not null,
    accepted   bigint not null,
    duplicates bigint not null,
    refused    bigint not null,
    unsigned   bigint not null,
    primary key (kind, source_id, minute)
) with (fillfactor = 70);
create index incoming_minute_by_time on incoming_minute (minute);

create table incoming_source (
    kind           text not null,
    source_id      uuid not null,
    last_at        timestamptz,
    expected       bigint, -- seconds that it may be silent; null: as long as it likes
    expected_since timestamptz,
    primary key (kind, source_id)
) with (fillfactor = 70);

create table incoming_refused (
    id        uuid        not null primary key,
    kind      text        not null,
    source_id uuid        not null,
    at        timestamptz not null,
    way       text        not null, -- how the body is read again
    body      text        not null,
    bytes     int         not null,
    code      text        not null,
    detail    text        not null,
    campaign  text,                 -- the key of the campaign that it is meant for, where that is known
    tried_at  timestamptz
);
create index incoming_refused_of_source on incoming_refused (kind, source_id, at);
create index incoming_refused_by_time on incoming_refused (at);
