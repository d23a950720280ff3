-- Keys that pages carry: everybody can read them, so they only capture leads, for named campaigns, from named origins, and
-- no faster than so many events a minute. Null in both: a key that a server keeps to itself.
alter table api_key
    add column origins    text[],
    add column per_minute int;
