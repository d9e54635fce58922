-- Notes where a stream has got to.
-- Parameters: name, version, position.
-- Called by Writer, now and then, for each stream that has moved since.
insert into stream (name, version, position) values (@name, @version, @position)
on conflict (name) do update set version = excluded.version, position = excluded.position
