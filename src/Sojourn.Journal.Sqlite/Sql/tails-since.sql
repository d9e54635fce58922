-- Every event since streams were last noted, with the place it has in its stream.
-- Parameters: position.
-- Called by Writer when it does not know what came since: at open, and after something was undone.
select stream, version, position from journal where position > @position order by position
