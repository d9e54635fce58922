-- Every course, its team, where it is, and the phases it went through. Written by CourseList; read by nearly every page about a person.
create table course (
  id text not null, person_id text not null, programme_id text not null, programme_version integer not null, site_id text not null,
  condition_id text, condition text, own_words text, phase text, state text not null, opened_at text not null,
  therapist_id text, prescriber_id text, nurse_id text, closed_at text, closed_why text, alternatives text, continues_id text,
  constraint course_key primary key (id),
  constraint course_state check (state in ('open', 'closed'))
);
create index course_by_person on course (person_id, state);
create index course_by_programme on course (programme_id, person_id);
create table course_phase (
  course_id text not null, position integer not null, phase text not null, entered_at text not null,
  constraint course_phase_key primary key (course_id, position)
);
