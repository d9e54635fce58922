-- Everybody the clinic looks after, and what is on record about them. Written by Register; read by the people pages and by every slice that shows a person.
create table person (
  id text not null, number integer not null, family text not null, given text not null, preferred text, born_on text not null, sex text not null, pronouns text,
  email text, phone text, address text, address_line text, city text, region text, post_code text, country text, language text, time_zone text, site_id text, no_known_allergies integer not null, died integer not null, died_on text, death_note text,
  duplicate_of text,
  name_key text not null, search text not null, registered_at text not null,
  constraint person_key primary key (id),
  constraint person_number unique (number),
  constraint person_sex check (sex in ('not-known', 'female', 'male', 'other'))
);
create index person_by_name on person (name_key, born_on);
-- One row for each word that somebody can be found by, folded.
create table person_word (
  word text not null, person_id text not null,
  constraint person_word_key primary key (word, person_id)
);
create index person_word_by_person on person_word (person_id);
create table person_identifier (
  person_id text not null, system text not null, value text not null, label text,
  constraint person_identifier_key primary key (person_id, system, value)
);
create index person_identifier_by_value on person_identifier (system, value);
create table person_contact (
  person_id text not null, kind text not null, name text not null, relation text, phone text, email text, practice text,
  constraint person_contact_key primary key (person_id, kind),
  constraint person_contact_kind check (kind in ('emergency', 'family-doctor'))
);
create table person_condition (
  id text not null, person_id text not null, term text not null, own_words text, code_system text, code text, onset text, ended text, status text not null,
  source text, recorded_at text not null, recorded_by text not null,
  constraint person_condition_key primary key (id),
  constraint person_condition_status check (status in ('active', 'in-remission', 'resolved'))
);
create index person_condition_by_person on person_condition (person_id);
create table person_medicine (
  id text not null, person_id text not null, name text not null, code_system text, code text, dose text, since text, until text, length text, status text not null,
  trial text not null, effect text not null, source text, recorded_at text not null, recorded_by text not null,
  constraint person_medicine_key primary key (id),
  constraint person_medicine_status check (status in ('current', 'past'))
);
create index person_medicine_by_person on person_medicine (person_id);
create table person_allergy (
  id text not null, person_id text not null, substance text not null, code_system text, code text, reaction text, severity text not null, status text not null,
  source text, recorded_at text not null, recorded_by text not null,
  constraint person_allergy_key primary key (id),
  constraint person_allergy_status check (status in ('active', 'inactive'))
);
create index person_allergy_by_person on person_allergy (person_id);
create table person_vital (
  id text not null, person_id text not null, kind text not null, value real not null, unit text not null, as_given text, happened_at text not null, source text not null,
  in_error integer not null, recorded_at text not null, recorded_by text not null,
  constraint person_vital_key primary key (id)
);
create index person_vital_by_person on person_vital (person_id, kind, happened_at);
-- What was changed or struck out: both readings, the reason, who and when. An entry struck out leaves its own table; a vital sign stays with in_error = 1.
create table person_amendment (
  position integer not null, person_id text not null, fact_id text, kind text not null, was text not null, reads_now text, reason text not null, at text not null, actor text not null,
  constraint person_amendment_key primary key (position)
);
create index person_amendment_by_person on person_amendment (person_id, position);
