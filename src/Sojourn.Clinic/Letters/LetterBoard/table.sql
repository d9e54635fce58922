-- Letters about a plan, with the words that the patient agreed to. Written by LetterBoard; sent_at is null while a letter is prepared and not sent.
create table letter (
  id text not null, course_id text not null, addressee text not null, practice text, text text not null, typed_name text not null, prepared_at text not null, prepared_by text not null,
  sent_at text, sent_how text,
  constraint letter_key primary key (id)
);
create index letter_by_course on letter (course_id, prepared_at);
