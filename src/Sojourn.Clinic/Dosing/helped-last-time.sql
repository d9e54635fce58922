-- What was done, and how it went on, about symptoms in a person's last session before this one. Parameters: PersonId, Id (this session). Called by RoomPerson.
select distinct medicine_symptom.term || ': ' || medicine_symptom.action || case medicine_symptom.outcome when 'gone' then ', then gone' when 'better' then ', then better' else '' end
from medicine_symptom
where medicine_symptom.action is not null and medicine_symptom.session_id = (
  select session_id from medicine_session where person_id = @PersonId and session_id <> @Id and first_dose_at is not null order by first_dose_at desc limit 1)
order by 1;
