-- Notes that a projection was built with a fingerprint and is in step with the head.
-- Parameters: name, fingerprint.
-- Called by Projections at the end of a rebuild.
insert into projection (name, fingerprint) values (@name, @fingerprint)
on conflict (name) do update set fingerprint = excluded.fingerprint
