-- What stands in the five lanes of a course beside the clinic's own sessions, and the lanes in which nothing was chosen. Written by LaneBoard; what was struck out leaves it. Duty: days of the week on which it is work, Sunday is 0, between spaces.
create table lane_item (
  id text not null, course_id text not null, lane text not null, words text not null, place text, from_on text not null, to_on text, is_visit integer not null, state text not null,
  put_at text not null, put_by text not null, ended_why text, agreed text, duty text,
  constraint lane_item_key primary key (id),
  constraint lane_item_state check (state in ('open', 'held', 'ended'))
);
create index lane_item_by_course on lane_item (course_id, lane, from_on);
create table lane_none (
  course_id text not null, lane text not null, at text not null, who text not null,
  constraint lane_none_key primary key (course_id, lane)
);
-- The medicine session that a talk goes with, where somebody said so; without a medicine session it goes with none.
create table lane_talk (
  talk_id text not null, course_id text not null, medicine_id text,
  constraint lane_talk_key primary key (talk_id)
);
create index lane_talk_by_course on lane_talk (course_id);
