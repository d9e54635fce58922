-- Every session of whatever kind, its staff and its ride home. Written by SessionBook; read by nearly every page.
create table session (
  id text not null, kind text not null, type text, state text not null, person_id text, inquiry_id text, course_id text, site_id text not null, room_id text,
  from_at text, to_at text, planned_to text, number integer, follows_id text, window_from text, window_to text, arrived_at text, begun_at text, held_at text, note text, ended_why text, format text, was_format text,
  constraint session_key primary key (id),
  constraint session_state check (state in ('proposed', 'booked', 'arrived', 'running', 'held', 'missed', 'cancelled')),
  constraint session_format check (format in ('individual', 'group'))
);
create index session_by_time on session (from_at);
create index session_by_person on session (person_id, from_at);
create index session_by_course on session (course_id, kind);
create index session_by_follows on session (follows_id);
create index session_by_state on session (state);
create table session_staff (
  session_id text not null, staff_id text not null,
  constraint session_staff_key primary key (session_id, staff_id)
);
create index session_staff_by_staff on session_staff (staff_id);
create table session_escort (
  session_id text not null, name text, phone text, relation text, no_driving integer not null, cancelled integer not null, cancelled_why text,
  constraint session_escort_key primary key (session_id)
);
