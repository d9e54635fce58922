-- Position of the last event of a command that is known.
-- Parameters: command_id.
-- Called by Writer to answer a command as it was answered the first time.
select position from journal where command_id = @command_id order by position desc limit 1
