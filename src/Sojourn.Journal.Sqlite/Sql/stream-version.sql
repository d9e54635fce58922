-- Version of a stream's last event; no row when it has none.
-- Parameters: stream.
-- Called by WriterTransaction before every append, and whenever the work asks.
select version from journal where stream = @stream order by version desc limit 1
