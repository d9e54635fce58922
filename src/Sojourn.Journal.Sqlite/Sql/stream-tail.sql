-- Version and position of a stream's last event; no row when it has none.
-- Parameters: name.
-- Called by Streams before an append and before the reading of a stream.
select version, position from stream where name = @name
