-- Concerns for somebody's safety with owner, deputy and clocks, and what was done about each. Written by CaseBoard; read by the case pages, the inbox and the room.
-- acknowledged_at is empty again after a hand-over and after the concern grew graver. escalated: the deputy was told, and nobody has acknowledged it since.
create table safety_case (
  id text not null, person_id text not null, level text not null, reason text not null, source_words text, source text, owner text not null, deputy text not null,
  opened_at text not null, acknowledge_by text not null, act_by text not null, acknowledged_at text, acknowledged_by text, escalated integer not null, actions integer not null,
  help_shown integer not null, closed_at text, closed_by text, what_was_done text,
  constraint safety_case_key primary key (id),
  constraint safety_case_level check (level in ('low', 'moderate', 'high'))
);
create index safety_case_open on safety_case (closed_at, acknowledge_by);
create index safety_case_by_person on safety_case (person_id, opened_at);
create index safety_case_by_source on safety_case (source);
create table safety_case_entry (
  case_id text not null, position integer not null, kind text not null, at text not null, by_actor text not null, words text,
  constraint safety_case_entry_key primary key (case_id, position),
  constraint safety_case_entry_kind check (kind in ('opened', 'acknowledged', 'action', 'raised', 'handed-over', 'escalated', 'closed'))
);
