-- The clinic, its sites and rooms. Written by Places; read by every page and by the calendar.
create table clinic (
  id text not null, name text not null, time_zone text not null, phone text not null, crisis_line text not null, emergency_number text not null,
  is_demo integer not null,
  constraint clinic_key primary key (id)
);
create table site (
  id text not null, name text not null, city text not null, region text not null, phone text not null, open integer not null,
  constraint site_key primary key (id)
);
create table room (
  id text not null, site_id text not null, name text not null, kind text not null, chairs integer not null, approved integer not null, open integer not null,
  constraint room_key primary key (id),
  constraint room_kind check (kind in ('medicine', 'talking', 'video'))
);
