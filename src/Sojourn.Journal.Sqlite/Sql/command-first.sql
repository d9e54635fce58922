-- Position of a command's first event; no row when the command is not known.
-- Parameters: command_id.
-- Called by Writer before it runs a command.
select position from journal where command_id = @command_id order by position limit 1
