-- A section was saved, perhaps again. Parameters from screening.readiness-answered; called by ReadinessForms.
insert into readiness_section (course_id, section, saved_at) values (@Id, @Section, @RecordedAt)
on conflict (course_id, section) do update set saved_at = excluded.saved_at;
