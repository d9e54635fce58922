-- Moves the kept head to the last envelope of a commit.
-- Parameters: position, hash, streams_at.
-- Called by Writer, once for each commit.
update head set position = @position, hash = @hash, streams_at = @streams_at
