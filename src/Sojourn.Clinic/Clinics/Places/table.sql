-- The clinic, its sites and rooms. Written by Places; read by every page and by the calendar.
create table clinic (
  id text not null, name text not null, time_zone text not null, phone text not null, crisis_line text not null, emergency_number text not null,
  is_demo integer not null, preset text,
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
-- Hours of a site's week by the clinic's clock; day 0 is Sunday, to_time 00:00 the midnight that ends it. A site without rows takes bookings at any time.
create table site_hours (
  site_id text not null, day integer not null, from_time text not null, to_time text not null,
  constraint site_hours_key primary key (site_id, day, from_time)
);
-- Days on which a site, or one room of it, is closed; both days included.
create table closed_days (
  id text not null, site_id text not null, room_id text, from_on text not null, to_on text not null, why text not null,
  constraint closed_days_key primary key (id)
);
