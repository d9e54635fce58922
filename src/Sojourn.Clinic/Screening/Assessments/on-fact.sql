-- An answer of the medical assessment; a later one takes its place. Parameters from screening.facts-recorded; called by Assessments.
insert into screening_fact (course_id, fact, kind, value, said_from, known_at) values (@Id, @Fact, @Kind, @Value, @From, @At)
on conflict (course_id, fact) do update set kind = excluded.kind, value = excluded.value, said_from = excluded.said_from, known_at = excluded.known_at;
