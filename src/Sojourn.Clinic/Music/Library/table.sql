-- The clinic's own music. Written by Library; read by Settings and by the session room. The bytes lie beside the journal, under their hash.
create table music_track (
  id text not null, title text not null, credit text, hash text not null, kind text not null, seconds integer not null, bytes bigint not null, added_at text not null, added_by text not null, removed integer not null,
  constraint music_track_key primary key (id)
);
create table playlist (
  id text not null, name text not null, removed integer not null,
  constraint playlist_key primary key (id)
);
create table playlist_track (
  playlist_id text not null, phase text not null, place integer not null, track_id text not null,
  constraint playlist_track_key primary key (playlist_id, phase, place),
  constraint playlist_track_phase check (phase in ('settling', 'onset', 'peak', 'return', 'after'))
);
-- Every track that was ever in a playlist: what a tablet played while it had no network is still taken into the record.
create table playlist_ever (
  playlist_id text not null, track_id text not null, first_at text not null,
  constraint playlist_ever_key primary key (playlist_id, track_id)
);
