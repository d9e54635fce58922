-- Medicine sessions as the room shows them: where each stands, what was given, read, seen, said and called for, and who watched.
-- Written by SessionBoard; read by the session room, the inbox, today, the person's page and integration.
create table medicine_session (
  session_id text not null, person_id text, course_id text, state text not null, gate_at text, escort text, room text, first_dose_at text, last_dose_at text,
  total_mg real not null, weight_kg real, weighed_at text, lessening_at text, ended_at text, discharged_at text, ended_by text, ended_words text, no_driving text, no_driving_until text,
  constraint medicine_session_key primary key (session_id),
  constraint medicine_session_state check (state in ('waiting', 'gate-passed', 'dosed', 'discharged', 'left')),
  constraint medicine_session_total check (total_mg >= 0)
);
create table medicine_gate_item (
  session_id text not null, item_id text not null, title text not null, by_id text not null, at text not null,
  constraint medicine_gate_item_key primary key (session_id, item_id)
);
create table medicine_discharge_item (
  session_id text not null, item_id text not null, by_id text not null, at text not null,
  constraint medicine_discharge_item_key primary key (session_id, item_id)
);
-- What held when the gate was passed and when the person went home, and who looked.
create table medicine_proof (
  session_id text not null, part text not null, place integer not null, item_id text not null, title text not null, held text not null, by_id text,
  constraint medicine_proof_key primary key (session_id, part, place),
  constraint medicine_proof_part check (part in ('gate', 'discharge'))
);
create table medicine_presence (
  session_id text not null, staff_id text not null, from_at text not null, to_at text,
  constraint medicine_presence_key primary key (session_id, staff_id, from_at)
);
create table medicine_dose (
  id text not null, session_id text not null, person_id text not null, course_id text not null, route text not null, mg real not null, ordered_mg real not null, mg_per_kg real not null,
  ml real, mg_per_ml real, weight_kg real not null, minutes integer, band text not null, given_at text not null, given_by text not null, checked_by text not null, checked_with_pin integer,
  override_reason text, override_by text, override_matters text, limit_dose_mg real not null, limit_session_mg real not null, limit_thirty_days_mg real not null,
  confirmed_twice integer not null, note text, amended integer not null,
  constraint medicine_dose_key primary key (id)
);
create index medicine_dose_by_session on medicine_dose (session_id, given_at);
create index medicine_dose_by_person on medicine_dose (person_id, given_at);
-- What happened to an infusion after its start: a change of rate, or its stop (rate 0, minutes 0).
create table medicine_infusion_change (
  dose_id text not null, position bigint not null, session_id text not null, at text not null, mg_per_minute real not null, minutes integer not null, why text,
  constraint medicine_infusion_change_key primary key (dose_id, position)
);
create table medicine_vitals (
  id text not null, session_id text not null, happened_at text not null, recorded_at text not null, by_id text not null, systolic integer, diastolic integer, pulse integer,
  oxygen integer, respiration integer, sedation integer, agitation integer, pain integer, temperature real, aldrete integer, amended integer not null,
  constraint medicine_vitals_key primary key (id)
);
create index medicine_vitals_by_session on medicine_vitals (session_id, happened_at);
-- Kinds are those of moments, and depth and voice, whose words are the mark itself.
create table medicine_moment (
  id text not null, session_id text not null, happened_at text not null, recorded_at text not null, by_actor text not null, kind text not null, words text not null, amended integer not null,
  constraint medicine_moment_key primary key (id)
);
create index medicine_moment_by_session on medicine_moment (session_id, happened_at);
create table medicine_symptom (
  id text not null, session_id text not null, happened_at text not null, by_id text not null, term text not null, sign text, severity text not null, action text, outcome text not null, ended_at text,
  constraint medicine_symptom_key primary key (id)
);
create index medicine_symptom_by_session on medicine_symptom (session_id, happened_at);
-- Entries that waited on a device: what it calls itself, when they were tapped there and when they came.
create table medicine_waited (
  position bigint not null, session_id text not null, entry_id text not null, tapped_at text not null, arrived_at text not null, by_actor text not null, device text,
  constraint medicine_waited_key primary key (position)
);
create index medicine_waited_by_session on medicine_waited (session_id);
create table medicine_alert (
  id text not null, session_id text not null, number integer not null, code text not null, title text not null, level text not null, raised_at text not null, threshold text not null,
  value text not null, words text not null, response text not null, owner text not null, deputy text not null, answer_by text not null, holds_dosing integer not null, due_at text,
  source text not null, programme_version integer not null, acknowledged_at text, acknowledged_by text, escalated_at text, snoozed_at text, snoozed_until text,
  snoozed_by text, snooze_ended_by text, worse_at text, worse_value text, closed_at text, closed_by text, closed_words text,
  constraint medicine_alert_key primary key (id),
  constraint medicine_alert_number unique (session_id, number)
);
create index medicine_alert_open on medicine_alert (closed_at, raised_at);
create table medicine_amendment (
  session_id text not null, position bigint not null, entry_id text not null, kind text not null, field text not null, was text, now text, why text not null, by_actor text not null, at text not null,
  constraint medicine_amendment_key primary key (position, field)
);
create index medicine_amendment_by_session on medicine_amendment (session_id);
