-- Every questionnaire asked of anybody: its times, its reader, its answers, its result. Written by MeasureBoard; read by the check-in pages, outcomes, standing and the gate.
-- positive: a safety flag was raised by some answer, whatever was answered later. parts, missing: JSON as in measure.finished.
create table measure (
  id text not null, person_id text not null, course_id text, instrument_id text not null, instrument_version integer not null, instrument_hash text not null,
  state text not null, reason text not null, session_id text, assigned_at text not null, opens_at text not null, due_at text not null, closes_at text not null,
  reader text not null, read_within_hours integer not null, finished_at text, total real, why_no_total text, band text, prorated integer not null, positive integer not null,
  parts text, missing text, taken_from text, read_by text, read_at text, read_by_staff text, ended_at text, ended_why text,
  constraint measure_key primary key (id),
  constraint measure_state check (state in ('open', 'begun', 'finished', 'declined', 'lapsed'))
);
create index measure_by_person on measure (person_id, instrument_id, finished_at);
create index measure_by_course on measure (course_id, state);
create index measure_by_state on measure (state, due_at);
create index measure_by_session on measure (session_id);
create index measure_unread on measure (read_by) where state = 'finished' and read_at is null;
create table measure_answer (
  measure_id text not null, item_id text not null, value real, at text not null, by_actor text not null,
  constraint measure_answer_key primary key (measure_id, item_id)
);
create table measure_flag (
  measure_id text not null, flag_id text not null, level text not null, concern text, words text not null, action text, final integer not null,
  constraint measure_flag_key primary key (measure_id, flag_id)
);
