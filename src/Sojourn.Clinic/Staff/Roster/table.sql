-- Who works here. Written by Roster; read at every sign-in and wherever a name is shown. Roles lie between spaces: ' nurse manager '.
create table staff (
  id text not null, display_name text not null, given text not null, family text not null, email text not null, roles text not null, active integer not null,
  constraint staff_key primary key (id)
);
create table staff_site (
  staff_id text not null, site_id text not null,
  constraint staff_site_key primary key (staff_id, site_id)
);
create table staff_credential (
  staff_id text not null, kind text not null, number text not null, issued_on text not null, expires_on text not null, issuer text,
  constraint staff_credential_key primary key (staff_id, kind)
);
-- Hours of somebody's week at a site by the clinic's clock; day 0 is Sunday, to_time 00:00 the midnight that ends it. Without rows they work whenever a site of theirs is open.
create table staff_hours (
  staff_id text not null, site_id text not null, day integer not null, from_time text not null, to_time text not null,
  constraint staff_hours_key primary key (staff_id, day, from_time)
);
-- Days on which somebody is away; both days included.
create table staff_absence (
  id text not null, staff_id text not null, kind text not null, from_on text not null, to_on text not null,
  constraint staff_absence_key primary key (id)
);
create index staff_absence_by_staff on staff_absence (staff_id, to_on);
-- How patients reach somebody; null: as their site is reached.
create table staff_reach (
  staff_id text not null, phone text, email text, hours text,
  constraint staff_reach_key primary key (staff_id)
);
-- The file of somebody's photograph, beside the journal.
create table staff_photograph (
  staff_id text not null, hash text not null, kind text not null,
  constraint staff_photograph_key primary key (staff_id)
);
-- What patients choose a therapist by: languages in words; way, knows, time and meets are ids of the lists.
create table staff_profile (
  staff_id text not null, about text not null, place integer not null, word text not null,
  constraint staff_profile_key primary key (staff_id, about, place)
);
-- Those who are not of the clinic and come in for steps that need another person.
create table staff_outside (
  staff_id text not null, profession text not null, practice text,
  constraint staff_outside_key primary key (staff_id)
);
