-- What became of the music in a medicine session, tap by tap, with the names of that day. Written by MusicPlayed; read by the session room.
create table medicine_music (
  position bigint not null, session_id text not null, happened_at text not null, recorded_at text not null, by_actor text not null, change text not null,
  playlist_id text not null, playlist text not null, phase text not null, track_id text not null, track text not null,
  constraint medicine_music_key primary key (position),
  constraint medicine_music_change check (change in ('started', 'changed', 'paused', 'faded'))
);
create index medicine_music_by_session on medicine_music (session_id, happened_at);
