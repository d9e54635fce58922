-- A vital sign as it reads from now on. Called by Register when one is recorded or amended.
insert into person_vital (id, person_id, kind, value, unit, as_given, happened_at, source, in_error, recorded_at, recorded_by)
values (@Fact, @Id, @Kind, @Value, @Unit, @AsGiven, @HappenedAt, @Source, 0, @RecordedAt, @Actor)
on conflict (id) do update set value = excluded.value, as_given = excluded.as_given, happened_at = excluded.happened_at;
