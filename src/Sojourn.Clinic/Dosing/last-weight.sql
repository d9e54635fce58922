-- The newest weight of a person before this session. Parameters: Session, Person. Called by RoomFacts.
select kilograms from (
  select weight_kg as kilograms, weighed_at as at from medicine_session where person_id = @Person and session_id <> @Session and weight_kg is not null
  union all
  select value, happened_at from person_vital where person_id = @Person and kind = 'weight' and unit = 'kg' and in_error = 0
) as weights order by at desc limit 1;
