-- Writes a consistent copy of the whole file, as last committed, while others read and write.
-- Parameters: path.
-- Called by Backup.
vacuum into @path
