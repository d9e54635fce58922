-- Safety cases with the names of the person and of who answers for them. Called by CaseRecords, which adds the condition.
select safety_case.*, person.family, person.given,
  coalesce(owner.display_name, replace(replace(safety_case.owner, 'role/', ''), '-', ' ')) as owner_name,
  coalesce(deputy.display_name, replace(replace(safety_case.deputy, 'role/', ''), '-', ' ')) as deputy_name,
  acknowledger.display_name as acknowledged_by_name, closer.display_name as closed_by_name
from safety_case
left join person on person.id = safety_case.person_id
left join staff as owner on 'staff/' || owner.id = safety_case.owner
left join staff as deputy on 'staff/' || deputy.id = safety_case.deputy
left join staff as acknowledger on acknowledger.id = safety_case.acknowledged_by
left join staff as closer on closer.id = safety_case.closed_by
