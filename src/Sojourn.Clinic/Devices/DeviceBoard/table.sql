-- Bedside monitors: whom each watches, what it sent last, what of it stands on somebody's axis, and what was not taken. Written by DeviceBoard; read by the
-- page Devices and by the session room. The messages themselves are in the journal.
create table device (
  id text not null, name text not null, sender text not null, room_id text not null, time_zone text not null, chart_every integer not null, in_use integer not null,
  session_id text, person_id text, bound_at text, last_at text, last_words text, last_position bigint, warning text, messages integer not null, unclaimed integer not null, unclaimed_words text,
  constraint device_key primary key (id)
);
create index device_by_sender on device (sender);
create index device_by_session on device (session_id);
create table device_refusal (
  position bigint not null, device_id text not null, at text not null, answer text not null, why text not null, sender text not null, control_id text, from_address text not null, seen_at text, seen_by text, seen_words text,
  constraint device_refusal_key primary key (position)
);
create index device_refusal_unseen on device_refusal (device_id, seen_at);
create table device_vitals (
  id text not null, session_id text not null, device_id text not null, happened_at text not null, recorded_at text not null, systolic integer, diastolic integer, pulse integer,
  oxygen integer, respiration integer, temperature real, is_final integer not null, confirmed_at text, confirmed_by text, artefact_at text, artefact_by text, artefact_why text,
  constraint device_vitals_key primary key (id)
);
create index device_vitals_by_session on device_vitals (session_id, happened_at);
