-- Forgets a projection that nobody keeps up any more: should it come back, it is built anew.
-- Parameters: name.
-- Called by Projections at open.
delete from projection where name = @name
