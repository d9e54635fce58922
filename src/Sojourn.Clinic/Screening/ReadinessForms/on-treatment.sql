-- Something that was tried before. Parameters from screening.treatment-tried-recorded; called by ReadinessForms.
insert into treatment_tried (id, course_id, kind, name, dose, length, effect, adequate, recorded_at)
values (@Treatment, @Id, @Kind, @Name, @Dose, @Length, @Effect, @Adequate, @RecordedAt);
