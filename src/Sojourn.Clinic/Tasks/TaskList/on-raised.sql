-- A task was raised. Called by TaskList.
insert into task (id, kind, words, person_id, course_id, session_id, owner, deputy, due_at, resource, state, raised_at)
values (@Id, @Kind, @Words, @Person, @Course, @Session, @Owner, @Deputy, @Due, @Resource, 'open', @RecordedAt);
