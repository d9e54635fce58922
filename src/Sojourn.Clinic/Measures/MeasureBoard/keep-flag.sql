-- A flag was raised. final: the final answers raise it too; called by MeasureBoard.
insert into measure_flag (measure_id, flag_id, level, concern, words, action, final) values (@Id, @Flag, @Level, @Concern, @Words, @Action, @Final)
on conflict (measure_id, flag_id) do update set level = excluded.level, concern = excluded.concern, words = excluded.words, action = excluded.action, final = excluded.final;
