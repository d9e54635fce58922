-- Plans with their versions, goals, agreements and suggestions. Written by PlanBoard; read by the plan's pages, by standing, the calendar and the room.
-- plan: aim, route, sessions and gap_days are of the version in force; while none is, of the last one proposed.
create table plan (
  course_id text not null, version integer not null, active_version integer, aim text, route text, sessions integer not null, gap_days integer,
  constraint plan_key primary key (course_id)
);
create table plan_version (
  course_id text not null, version integer not null, programme_version integer not null, aim text, route text, sessions integer not null, gap_days integer,
  therapist_id text, prescriber_id text, nurse_id text, agreement_of text not null, note text, proposed_at text not null, proposed_by text not null, activated_at text,
  constraint plan_version_key primary key (course_id, version)
);
create table plan_line (
  course_id text not null, version integer not null, place integer not null, phase text not null, session text not null, sessions integer not null, gap_days integer,
  constraint plan_line_key primary key (course_id, version, place)
);
create table plan_difference (
  course_id text not null, version integer not null, id text not null, what text not null, template text not null, chosen text not null, reason text not null,
  constraint plan_difference_key primary key (course_id, version, id)
);
create table plan_goal (
  id text not null, course_id text not null, words text not null, open integer not null, set_at text not null, dropped_why text,
  constraint plan_goal_key primary key (id)
);
create index plan_goal_by_course on plan_goal (course_id);
create table plan_agreement (
  course_id text not null, version integer not null, party text not null, who text not null, at text not null, typed_name text,
  constraint plan_agreement_key primary key (course_id, version, party),
  constraint plan_agreement_party check (party in ('patient', 'therapist', 'prescriber'))
);
create table plan_withdrawal (
  course_id text not null, version integer not null, party text not null, at text not null, reason text,
  constraint plan_withdrawal_key primary key (course_id, version, party, at)
);
create table plan_suggestion (
  id text not null, course_id text not null, words text not null, suggested_at text not null, answered_at text, answered_by text, reply text, version integer,
  constraint plan_suggestion_key primary key (id)
);
create index plan_suggestion_by_course on plan_suggestion (course_id);
