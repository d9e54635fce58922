-- Notes where a new stream has got to.
-- Parameters: version, position, name.
-- Called by Writer, once for the first append to a stream.
insert into stream (version, position, name) values (@version, @position, @name)
