-- Open cases, alerts and tasks with their owners' names and their page. Called by Inbox.
select 'case' as source, safety_case.id, safety_case.reason as words, person.family, person.given, person.id as person_id, safety_case.owner,
  coalesce(owner.display_name, replace(replace(safety_case.owner, 'role/', ''), '-', ' ')) as owner_name,
  coalesce(deputy.display_name, replace(replace(safety_case.deputy, 'role/', ''), '-', ' ')) as deputy_name,
  case when safety_case.acknowledged_at is null then safety_case.acknowledge_by else safety_case.act_by end as due_at, safety_case.level,
  safety_case.acknowledged_at is not null as acknowledged, 'cases/' || safety_case.id as href, 0 as rank,
  safety_case.deputy, null as escalated_at, null as snoozed_until, null as snoozed_by_name
from safety_case
left join person on person.id = safety_case.person_id
left join staff as owner on 'staff/' || owner.id = safety_case.owner
left join staff as deputy on 'staff/' || deputy.id = safety_case.deputy
where safety_case.closed_at is null
union all
select 'alert' as source, medicine_alert.id, medicine_alert.words, person.family, person.given, person.id as person_id, medicine_alert.owner,
  coalesce(owner.display_name, replace(replace(medicine_alert.owner, 'role/', ''), '-', ' ')) as owner_name,
  coalesce(deputy.display_name, replace(replace(medicine_alert.deputy, 'role/', ''), '-', ' ')) as deputy_name,
  medicine_alert.answer_by as due_at, medicine_alert.level, medicine_alert.acknowledged_at is not null as acknowledged,
  'sessions/' || medicine_alert.session_id || '/room#alert-' || medicine_alert.number as href, 1 as rank,
  medicine_alert.deputy, medicine_alert.escalated_at, medicine_alert.snoozed_until, snoozer.display_name as snoozed_by_name
from medicine_alert
left join session on session.id = medicine_alert.session_id
left join person on person.id = session.person_id
left join staff as owner on 'staff/' || owner.id = medicine_alert.owner
left join staff as deputy on 'staff/' || deputy.id = medicine_alert.deputy
left join staff as snoozer on snoozer.id = medicine_alert.snoozed_by
where medicine_alert.closed_at is null
union all
select 'task', task.id, task.words, person.family, person.given, person.id as person_id, task.owner,
  coalesce(taker.display_name, owner.display_name, replace(replace(task.owner, 'role/', ''), '-', ' ')),
  coalesce(deputy.display_name, replace(replace(task.deputy, 'role/', ''), '-', ' ')),
  task.due_at, null, task.state = 'taken', coalesce(task.resource, 'tasks/' || task.id), 2,
  task.deputy, null, null, null
from task
left join person on person.id = task.person_id
left join staff as owner on 'staff/' || owner.id = task.owner
left join staff as taker on taker.id = task.taken_by
left join staff as deputy on 'staff/' || deputy.id = task.deputy
where task.state in ('open', 'taken')
order by rank, due_at;
