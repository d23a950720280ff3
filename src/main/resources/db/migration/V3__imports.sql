-- Files of leads and events that people bring in: kept until they are deleted, so that any node can go on with one.

create table import_job (
    id          bigint generated always as identity primary key,
    campaign_id int         not null references campaign,
    file        text        not null,
    header      jsonb       not null, -- names of the columns
    state       text        not null, -- receiving, mapping, waiting, running, done, stopped, failed
    mapping     jsonb,
    digest      bytea,                -- of the file's bytes; this and the next five are known when all of it came
    bytes       bigint,
    letters     text,
    separator   text,
    row_count   bigint,
    chunks      int,
    next_chunk  int         not null default 0, -- those before it were dealt with
    rows_done   bigint      not null default 0,
    added       bigint      not null default 0,
    known       bigint      not null default 0,
    refused     bigint      not null default 0,
    file_gone   boolean     not null default false,
    created_by  text        not null,
    created_at  timestamptz not null,
    touched_at  timestamptz not null, -- when a piece of it came or went
    started_at  timestamptz,
    finished_at timestamptz
);
create index import_under_way on import_job (id) where state in ('waiting', 'running');

-- The file, read and cut into pieces.
create table import_chunk (
    job_id bigint not null references import_job on delete cascade,
    number int    not null,
    content bytea not null, -- JSON in UTF-8: [[row's number, cell, ...], ...]
    primary key (job_id, number)
);

create table import_reject (
    job_id bigint not null references import_job on delete cascade,
    row_no bigint not null,
    chunk  int    not null,
    code   text   not null,
    detail text   not null,
    primary key (job_id, row_no)
);
create index import_reject_by_chunk on import_reject (job_id, chunk);
