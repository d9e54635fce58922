-- Questions that came in, with their clock. Written by InquiryList; read by the inquiries page, the inbox and today.
create table inquiry (
  id text not null, first_name text not null, reach text not null, message text, programme_id text, received_at text not null, respond_by text not null,
  worrying integer not null, state text not null, answer text, session_id text, hopes text, tried text, worries text, outcome text, note text, person_id text, closed_why text,
  constraint inquiry_key primary key (id),
  constraint inquiry_state check (state in ('new', 'answered', 'call-booked', 'talked', 'closed'))
);
create index inquiry_by_state on inquiry (state, respond_by);
