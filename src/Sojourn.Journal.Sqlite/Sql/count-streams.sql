-- How many events all streams together say they have.
-- Parameters: none.
-- Called by ChainWalk: it must be as many as there are.
select coalesce(sum(version), 0) from stream
