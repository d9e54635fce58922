-- Appends one envelope.
-- Parameters: the envelope's fields, in the order of the table; position of the stream's event before it, 0 for its first.
-- Called by WriterTransaction, once for each event.
insert into journal (
    position, stream, version, name, event_version, recorded_at, actor, command_id, payload, payload_hash, previous_hash, hash,
    stream_previous
) values (
    @position, @stream, @version, @name, @event_version, @recorded_at, @actor, @command_id, @payload, @payload_hash, @previous_hash, @hash,
    @stream_previous
)
