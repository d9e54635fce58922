-- An alert. Parameters from medicine.alert-raised; called by SessionBoard.
insert into medicine_alert (id, session_id, number, code, title, level, raised_at, threshold, value, words, response, owner, deputy, answer_by, holds_dosing, due_at, source, programme_version)
values (@Key, @Id, @Number, @Code, @Title, @Level, @HappenedAt, @Threshold, @Value, @Words, @Response, @Owner, @Deputy, @AnswerBy, @HoldsDosing, @DueAt, @Source, @ProgrammeVersion);
