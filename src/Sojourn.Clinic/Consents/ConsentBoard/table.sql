-- Consents: a row for each version of a document that was signed in a course. Written by ConsentBoard; read by the consent pages, by standing and the gate.
-- In force is the row of the programme's present version whose withdrawn_at is null.
create table consent (
  course_id text not null, document_id text not null, version integer not null, given_at text not null, withdrawn_at text,
  text_sha256 text not null, typed_name text not null, taken_by text, withdrawn_why text,
  constraint consent_key primary key (course_id, document_id, version)
);
