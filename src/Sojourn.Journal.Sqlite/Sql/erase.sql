-- Erases one payload; its hash stays.
-- Parameters: position.
-- Called by Erase.
update journal set payload = null where position = @position
