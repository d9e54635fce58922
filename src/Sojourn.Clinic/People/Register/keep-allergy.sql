-- An allergy as it reads from now on. Called by Register when one is recorded or amended.
insert into person_allergy (id, person_id, substance, code_system, code, reaction, severity, status, source, recorded_at, recorded_by)
values (@Fact, @Id, @Substance, @CodeSystem, @Code, @Reaction, @Severity, @Status, @Source, @RecordedAt, @Actor)
on conflict (id) do update set substance = excluded.substance, code_system = excluded.code_system, code = excluded.code, reaction = excluded.reaction,
  severity = excluded.severity, status = excluded.status;
