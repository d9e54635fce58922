-- A condition as it reads from now on. Called by Register when one is recorded or amended.
insert into person_condition (id, person_id, term, own_words, code_system, code, onset, ended, status, source, recorded_at, recorded_by)
values (@Fact, @Id, @Term, @OwnWords, @CodeSystem, @Code, @Onset, @Ended, @Status, @Source, @RecordedAt, @Actor)
on conflict (id) do update set term = excluded.term, own_words = excluded.own_words, code_system = excluded.code_system, code = excluded.code,
  onset = excluded.onset, ended = excluded.ended, status = excluded.status;
