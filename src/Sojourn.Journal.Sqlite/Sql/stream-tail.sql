-- Version and position of a stream's last event; no row when it has none.
-- Parameters: name.
-- Called by Streams before the reading of a stream.
select version, position from journal where stream = @name and position > (select streams_at from head)
union all
select version, position from stream where name = @name
order by position desc
limit 1
