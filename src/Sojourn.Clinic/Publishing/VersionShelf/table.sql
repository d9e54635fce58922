-- Drafts, versions and pilots of programmes. Written by VersionShelf; read by the programme pages and, at start and after each change, by the shelf that all others take programmes from.
create table programme_draft (
  stream text not null, programme_id text not null, text text not null, saved_at text not null, saved_by text not null,
  constraint programme_draft_key primary key (stream)
);
create table programme_approval (
  stream text not null, role text not null, staff_id text not null, at text not null,
  constraint programme_approval_key primary key (stream, role)
);
-- text is null for a version that came with the program and of which only a pilot or its withdrawal is known.
create table programme_version (
  stream text not null, version integer not null, programme_id text, text text, beside text, published_at text, published_by text,
  tried_at text, tried text, pilot_cap integer, pilot_at text, withdrawn_at text, withdrawn_why text,
  constraint programme_version_key primary key (stream, version)
);
-- role is therapist or prescriber.
create table programme_lead (
  stream text not null, programme_id text not null, role text not null, staff_id text not null,
  constraint programme_lead_key primary key (stream, role)
);
create table programme_pilot_word (
  stream text not null, version integer not null, role text not null, staff_id text not null, cap integer not null, at text not null,
  constraint programme_pilot_word_key primary key (stream, version, role)
);
