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
  staff_id text not null, kind text not null, number text not null, issued_on text not null, expires_on text not null,
  constraint staff_credential_key primary key (staff_id, kind)
);
