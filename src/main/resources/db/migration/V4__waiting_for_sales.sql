-- Leads that wait for sales have a counter of their own from now on (h:w, which was part of h:0). Counters follow from the
-- log: campaigns with a hand-over are folded anew beside what there is, while everything goes on.
insert into rebuild (campaign_id, flow_version, state, started_at)
select head.campaign_id, head.flow_version, 'waiting', now()
from campaign_head head
join campaign_flow flow on flow.campaign_id = head.campaign_id and flow.flow_version = head.flow_version
where head.events > 0 and (flow.rules ->> 'handover')::int >= 0
on conflict do nothing;
