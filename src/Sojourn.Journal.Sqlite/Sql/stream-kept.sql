-- Version and position of a stream's last event when streams were last noted; no row when it had none.
-- Parameters: name.
-- Called by Writer, which knows itself what came since.
select version, position from stream where name = @name
