-- Envelopes after a position, in order.
-- Parameters: position, limit.
-- Called by Read, Verify and the rebuilding of projections.
select position, stream, version, name, event_version, recorded_at, actor, command_id, payload, payload_hash, previous_hash, hash,
    stream_previous
from journal
where position > @position
order by position
limit @limit
