-- Things to do, each with an owner and a clock. Written by TaskList; read by the inbox and today.
create table task (
  id text not null, kind text not null, words text not null, person_id text, course_id text, session_id text, owner text not null, deputy text, due_at text not null,
  resource text, state text not null, raised_at text not null, taken_by text, ended_at text, note text,
  constraint task_key primary key (id),
  constraint task_state check (state in ('open', 'taken', 'done', 'dropped'))
);
create index task_by_state on task (state, due_at);
create index task_by_person on task (person_id);
create index task_by_course on task (course_id, kind);
