-- Boosters proposed in a course and who decided what. Written by BoosterBoard; read by the booster pages, the calendar and the person's page.
create table booster (
  course_id text not null, number integer not null, step text not null, title text not null, state text not null, proposed_at text not null, proposed_by text not null,
  earliest_on text not null, latest_on text not null, reason text not null, decided_by text not null, last_medicine_on text not null,
  constraint booster_key primary key (course_id, number),
  constraint booster_state check (state in ('proposed', 'agreed', 'declined'))
);
create index booster_by_state on booster (state, latest_on);
create table booster_decision (
  course_id text not null, number integer not null, party text not null, yes integer not null, reason text, at text not null, who text not null,
  constraint booster_decision_key primary key (course_id, number, party)
);
