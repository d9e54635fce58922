-- The last envelope there is, whatever the head says.
-- Parameters: none.
-- Called by Writer at open and at the beginning of each commit, to compare it with the head.
select position, stream, version, name, event_version, recorded_at, actor, command_id, payload, payload_hash, previous_hash, hash,
    stream_previous
from journal
order by position desc
limit 1
