-- From version 1, in which streams were noted with every commit.
-- Parameters: none.
-- Called by JournalFile, once, before such a file is written.
alter table head add column streams_at integer not null default 0 constraint head_streams_at_from_0 check (streams_at >= 0);
update head set streams_at = position;
