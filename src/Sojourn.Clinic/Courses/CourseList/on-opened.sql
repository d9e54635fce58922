-- A course begins. Parameters from course.opened; called by CourseList.
insert into course (id, person_id, programme_id, programme_version, site_id, condition_id, condition, own_words, state, opened_at, therapist_id, prescriber_id, nurse_id, continues_id)
values (@Id, @Person, @Programme, @ProgrammeVersion, @Site, @Condition, @Term, @OwnWords, 'open', @RecordedAt, @Therapist, @Prescriber, @Nurse, @Continues);
