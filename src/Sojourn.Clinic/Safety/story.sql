-- What happened in one case, in order, with names. Parameter @id; called by CaseRecords.
select entry.kind, entry.at, entry.words,
  case when staff.id is not null then staff.display_name when person.id is not null then person.given || ' ' || person.family when entry.by_actor = 'sojourn' then 'Sojourn, by the clock' else entry.by_actor end as who
from safety_case_entry as entry
left join staff on 'staff/' || staff.id = entry.by_actor
left join person on 'person/' || person.id = entry.by_actor
where entry.case_id = @id
order by entry.position;
