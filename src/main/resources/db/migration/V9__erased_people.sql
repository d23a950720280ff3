-- People who were erased: those who send their name again reach the lead that stands in their place. The hash is keyed by a
-- secret of this installation, and of the campaign: nobody can tell a name from it, or that two campaigns knew the same one.

create table erased_lead (
    campaign_id int              not null references campaign,
    hash        bytea            not null,
    lead        text collate "C" not null, -- the name that stands in place of theirs
    erased_at   timestamptz      not null,
    primary key (campaign_id, hash)
);
create unique index erased_lead_by_name on erased_lead (campaign_id, lead);

-- How many there are: a batch looks names up only where there is one.
alter table campaign_head add column erased int not null default 0;
