-- What came up in each integration, and what the patient takes along. Written by IntegrationBoard; read by the integration page and by the patient's tasks.
create table integration (
  session_id text not null, held_at text not null, held_by text not null, came_up text not null, insights text, looking_back text, choice text, choice_words text,
  constraint integration_key primary key (session_id),
  constraint integration_choice check (choice in ('reinforce', 'change', 'stop'))
);
create table integration_task (
  id text not null, session_id text not null, course_id text not null, goal_id text, words text not null, set_at text not null, answered_at text, done integer, got_in_the_way text,
  constraint integration_task_key primary key (id)
);
create index integration_task_by_course on integration_task (course_id, set_at);
