-- The greatest command id there is; null when there is none.
-- Parameters: none.
-- Called by Writer at open: a greater one cannot be in the file.
select max(command_id) from journal
