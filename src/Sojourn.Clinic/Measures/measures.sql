-- Questionnaires with the person's and the readers' names. Called by MeasureRecords, which adds the condition.
select measure.*, person.family, person.given,
  coalesce(reader.display_name, replace(replace(measure.reader, 'role/', ''), '-', ' ')) as reader_name, read_by_person.display_name as read_by_name,
  exists (select 1 from measure_flag where measure_flag.measure_id = measure.id and measure_flag.level in ('review', 'safety')) as needs_review
from measure
left join person on person.id = measure.person_id
left join staff as reader on 'staff/' || reader.id = measure.reader
left join staff as read_by_person on 'staff/' || read_by_person.id = measure.read_by_staff
