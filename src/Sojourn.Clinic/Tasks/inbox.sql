-- Open tasks with their owners' names and their page. Called by Inbox.
select 'task' as source, task.id, task.words, person.family, person.given, task.owner,
  coalesce(taker.display_name, owner.display_name, replace(replace(task.owner, 'role/', ''), '-', ' ')) as owner_name,
  coalesce(deputy.display_name, replace(replace(task.deputy, 'role/', ''), '-', ' ')) as deputy_name,
  task.due_at, null as level, task.state = 'taken' as acknowledged, coalesce(task.resource, 'tasks/' || task.id) as href, 2 as rank
from task
left join person on person.id = task.person_id
left join staff as owner on 'staff/' || owner.id = task.owner
left join staff as taker on taker.id = task.taken_by
left join staff as deputy on 'staff/' || deputy.id = task.deputy
where task.state in ('open', 'taken')
order by rank, due_at;
