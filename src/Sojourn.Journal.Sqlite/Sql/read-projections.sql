-- Projections that are in step with the head, and the fingerprints they were built with.
-- Parameters: none.
-- Called by Projections at open.
select name, fingerprint from projection
