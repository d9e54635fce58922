-- The journal, its head, and what is known of the projections.
-- Parameters: none.
-- Called by JournalFile, once, in a new file.
-- The checks repeat what Sojourn.Journal promises, so that no other program can quietly write something else.

create table journal (
    position integer not null constraint journal_position primary key,
    stream text not null constraint journal_stream_is_named check (length(stream) > 0),
    version integer not null constraint journal_version_from_1 check (version >= 1),
    name text not null constraint journal_event_is_named check (length(name) > 0),
    event_version integer not null constraint journal_event_version_from_1 check (event_version >= 1),
    recorded_at integer not null,
    actor text not null constraint journal_actor_is_named check (length(actor) > 0),
    command_id blob not null constraint journal_command_id_is_16_bytes check (length(command_id) = 16),
    payload blob,
    payload_hash blob not null constraint journal_payload_hash_is_32_bytes check (length(payload_hash) = 32),
    previous_hash blob not null constraint journal_previous_hash_is_32_bytes check (length(previous_hash) = 32),
    hash blob not null constraint journal_hash_is_32_bytes check (length(hash) = 32),
    stream_previous integer not null,
    constraint journal_position_from_1 check (position >= 1),
    constraint journal_stream_runs_back check ((version = 1) = (stream_previous = 0) and stream_previous < position)
) strict;

-- Where each stream had got to at the position head.streams_at; what came since is found in the journal itself. A stream is read from its end backwards, along
-- stream_previous. An index on stream and version would do the same, but every room writes into another page of it, and pages are what a commit costs: it made
-- commits three times as long.
create table stream (
    name text not null constraint stream_key primary key,
    version integer not null constraint stream_version_from_1 check (version >= 1),
    position integer not null constraint stream_position_from_1 check (position >= 1)
) strict, without rowid;

create index journal_command on journal (command_id);

create table head (
    only integer not null constraint head_key primary key constraint head_is_one_row check (only = 1),
    position integer not null constraint head_position_from_0 check (position >= 0),
    hash blob not null constraint head_hash_is_32_bytes check (length(hash) = 32),
    streams_at integer not null default 0 constraint head_streams_at_from_0 check (streams_at >= 0)
) strict;

insert into head (only, position, hash) values (1, 0, zeroblob(32));

-- A projection that has a row here is in step with the head: both move in one transaction.
create table projection (
    name text not null constraint projection_key primary key,
    fingerprint text not null
) strict;
