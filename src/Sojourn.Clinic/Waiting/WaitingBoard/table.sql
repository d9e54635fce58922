-- Who waits for an earlier time, and what they were offered. Written by WaitingBoard; days are numbers between spaces, times words between spaces, empty for all.
create table waiting (
  id text not null, kind text not null, type text, person_id text, course_id text, inquiry_id text, instead_id text, days text not null, times text not null, note text,
  put_at text not null, state text not null, ended_why text,
  constraint waiting_key primary key (id),
  constraint waiting_state check (state in ('open', 'refilled', 'ended'))
);
create index waiting_by_state on waiting (state, put_at);
create table waiting_offer (
  waiting_id text not null, slot_id text not null, what text not null, at text not null,
  constraint waiting_offer_key primary key (waiting_id, slot_id),
  constraint waiting_offer_what check (what in ('offered', 'passed', 'refilled'))
);
create index waiting_offer_by_slot on waiting_offer (slot_id);
