-- Notes where a stream has got to.
-- Parameters: version, position, name.
-- Called by Writer, once for each append to a stream that has events.
update stream set version = @version, position = @position where name = @name
