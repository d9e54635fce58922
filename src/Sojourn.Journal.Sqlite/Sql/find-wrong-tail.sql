-- A stream whose last event is not where it says, if there is one.
-- Parameters: none.
-- Called by ChainWalk.
select stream.position, stream.name
from stream
left join journal on journal.position = stream.position
where journal.position is null or journal.stream <> stream.name or journal.version <> stream.version
order by stream.position
limit 1
