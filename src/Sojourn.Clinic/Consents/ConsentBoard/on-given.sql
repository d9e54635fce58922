-- A text was signed. Parameters from consent.given; called by ConsentBoard. Signing the same version again after taking it back replaces the row.
insert into consent (course_id, document_id, version, given_at, text_sha256, typed_name, taken_by)
values (@Id, @Document, @Version, @RecordedAt, @TextSha256, @TypedName, @TakenBy)
on conflict (course_id, document_id, version) do update set
  given_at = excluded.given_at, withdrawn_at = null, withdrawn_why = null,
  text_sha256 = excluded.text_sha256, typed_name = excluded.typed_name, taken_by = excluded.taken_by;
