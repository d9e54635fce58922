-- The head that is kept beside the envelopes.
-- Parameters: none.
-- Called by Writer at open and at the beginning of each commit, and by every reader of the head.
select position, hash, streams_at from head
