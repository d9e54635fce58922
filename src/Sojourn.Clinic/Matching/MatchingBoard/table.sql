-- How courses find their therapist: the patient's answers, and each step. Written by MatchingBoard; read by the patient's and the course's page.
create table matching (
  course_id text not null, answers text not null, answered_at text not null, asked_id text, asked_at text,
  constraint matching_key primary key (course_id)
);
create table matching_step (
  course_id text not null, position integer not null, at text not null, what text not null, therapist_id text not null, points integer, words text,
  constraint matching_step_key primary key (course_id, position),
  constraint matching_step_what check (what in ('chosen', 'confirmed', 'declined'))
);
