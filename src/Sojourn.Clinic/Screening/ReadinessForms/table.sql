-- What people said on the readiness form. Written by ReadinessForms; read by the patient's form and the assessment page.
create table readiness_section (
  course_id text not null, section text not null, saved_at text not null,
  constraint readiness_section_key primary key (course_id, section)
);
create table readiness_answer (
  course_id text not null, section text not null, place integer not null, question text not null, value text not null,
  constraint readiness_answer_key primary key (course_id, section, place)
);
create table treatment_tried (
  id text not null, course_id text not null, kind text not null, name text not null, dose text, length text, effect text, adequate text not null, recorded_at text not null,
  constraint treatment_tried_key primary key (course_id, id)
);
