-- First and last position of a command's events; both null when the command is not known.
-- Parameters: command_id.
-- Called by Writer before it runs a command.
select min(position), max(position) from journal where command_id = @command_id
