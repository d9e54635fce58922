-- How far each course's assessment is, what was found, and what was decided. Written by Assessments; read by the course's page, the gate and Standing.
create table screening (
  course_id text not null, readiness text not null, readiness_at text, worrying integer not null, decision text not null, outcome text, decided_at text, decided_by text,
  valid_until text, recheck_on text, reason text, plain_words text, alternatives text, call text, programme_version integer,
  constraint screening_key primary key (course_id),
  constraint screening_readiness check (readiness in ('none', 'begun', 'finished')),
  constraint screening_decision check (decision in ('none', 'suitable', 'suitable-with-conditions', 'not-now', 'not-suitable'))
);
create index screening_by_decision on screening (decision, decided_at);
create table screening_fact (
  course_id text not null, fact text not null, kind text not null, value text, said_from text not null, known_at text not null,
  constraint screening_fact_key primary key (course_id, fact)
);
create table screening_finding (
  course_id text not null, rule_id text not null, title text not null, answer text not null, verdict text not null, rule text not null, figures text not null,
  source text not null, action text, defer_days integer, no_take_home integer not null, no_group integer not null, note text, weighed integer not null, found_at text not null,
  constraint screening_finding_key primary key (course_id, rule_id),
  constraint screening_finding_verdict check (verdict in ('allow', 'review', 'defer', 'exclude'))
);
create table screening_condition (
  course_id text not null, place integer not null, words text not null,
  constraint screening_condition_key primary key (course_id, place)
);
