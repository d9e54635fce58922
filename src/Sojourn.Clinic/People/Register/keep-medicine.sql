-- A medicine as it reads from now on. Called by Register when one is recorded or amended.
insert into person_medicine (id, person_id, name, code_system, code, dose, since, until, length, status, trial, effect, source, recorded_at, recorded_by)
values (@Fact, @Id, @Name, @CodeSystem, @Code, @Dose, @Since, @Until, @Length, @Status, @Trial, @Effect, @Source, @RecordedAt, @Actor)
on conflict (id) do update set name = excluded.name, code_system = excluded.code_system, code = excluded.code, dose = excluded.dose, since = excluded.since,
  until = excluded.until, length = excluded.length, status = excluded.status, trial = excluded.trial, effect = excluded.effect;
