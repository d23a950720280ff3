-- Addresses to which form tools and CRMs post, what they mean, and what was sent last.

create table inbound_address (
    id              uuid        not null primary key,
    name            text        not null,
    prefix          text        not null, -- the token's first characters, for people to know it by
    hash            bytea       not null unique,
    preset          text        not null, -- by whose rule it is signed: none, stripe, ...
    secret          text,                 -- with which the sender signs; it cannot be hashed
    redirect        text,                 -- where a browser that sent a form is led
    mapping_version int         not null default 0,
    created_by      text        not null,
    created_at      timestamptz not null,
    revoked_at      timestamptz
);

-- Every mapping that was ever saved. Text, not jsonb: the order of the fields means something.
create table inbound_mapping (
    address_id uuid        not null references inbound_address,
    version    int         not null,
    mapping    text        not null,
    saved_by   text        not null,
    saved_at   timestamptz not null,
    primary key (address_id, version)
);

-- The last bodies of each address, so that they can be mapped.
create table inbound_body (
    id         bigint generated always as identity primary key,
    address_id uuid        not null references inbound_address,
    at         timestamptz not null,
    body       text        not null
);
create index inbound_body_of_address on inbound_body (address_id, id);
