-- How ready the patient of a course is. Written by PreparationBoard; read by the preparation pages, by standing, the room and integration.
-- preparation_item holds what is done now: a row goes when a tick is taken back or when the line is asked anew for the next session.
create table preparation (
  course_id text not null, intention text, helps text not null, understood_at text, understood_version integer,
  constraint preparation_key primary key (course_id)
);
create table preparation_item (
  course_id text not null, item_id text not null, done_at text not null, version integer not null, done_by text not null, words text, typed_name text,
  constraint preparation_item_key primary key (course_id, item_id)
);
create table preparation_answer (
  course_id text not null, question_id text not null, choice_id text not null, is_right integer not null, page_version integer not null, answered_at text not null,
  constraint preparation_answer_key primary key (course_id, question_id)
);
-- What the person chose for their sessions, each version as it was said; null stands for what they have not said.
create table directive (
  course_id text not null, version integer not null, said_at text not null, said_by text not null,
  touch text, people text, music text, recording text, second_dose text, helps text,
  constraint directive_key primary key (course_id, version)
);
