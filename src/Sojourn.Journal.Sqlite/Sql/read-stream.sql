-- Envelopes of one stream after a version, in order.
-- Parameters: stream, version.
-- Called by ReadStream, inside the writer's transaction and outside it.
select position, stream, version, name, event_version, recorded_at, actor, command_id, payload, payload_hash, previous_hash, hash
from journal
where stream = @stream and version > @version
order by version
