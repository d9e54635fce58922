-- One envelope.
-- Parameters: position.
-- Called by the reading of streams, backwards from the last event to the one that is wanted.
select position, stream, version, name, event_version, recorded_at, actor, command_id, payload, payload_hash, previous_hash, hash,
    stream_previous
from journal
where position = @position
