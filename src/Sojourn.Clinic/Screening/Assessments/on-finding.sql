-- A rule holds. It has not been weighed by anybody yet. Parameters from screening.finding-recorded; called by Assessments.
insert into screening_finding
  (course_id, rule_id, title, answer, verdict, rule, figures, source, action, defer_days, no_take_home, no_group, note, weighed, found_at)
values (@Id, @Rule, @Title, @Answer, @Verdict, @Condition, @Figures, @Source, @Action, @DeferDays, @NoTakeHome, @NoGroup, null, 0, @RecordedAt)
on conflict (course_id, rule_id) do update set
  title = excluded.title, answer = excluded.answer, verdict = excluded.verdict, rule = excluded.rule, figures = excluded.figures, source = excluded.source,
  action = excluded.action, defer_days = excluded.defer_days, no_take_home = excluded.no_take_home, no_group = excluded.no_group, note = null, weighed = 0,
  found_at = excluded.found_at;
