-- How many events all streams together say they have: when they were last noted, and with what came since.
-- Parameters: none.
-- Called by ChainWalk: the first must be streams_at, the second the head's position.
select
    (select coalesce(sum(version), 0) from stream),
    (select coalesce(sum(last), 0) from (
        select max(version) as last
        from (
            select name, version from stream
            union all
            select stream, version from journal where position > (select streams_at from head))
        group by name)),
    (select streams_at from head)
