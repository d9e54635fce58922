-- A version was proposed. Parameters from plan.version-proposed; called by PlanBoard.
-- While an older version is in force its figures stay; the new one's count once it is agreed.
insert into plan (course_id, version, aim, route, sessions, gap_days)
values (@Id, @Version, @Aim, @Route, @Sessions, @GapDays)
on conflict (course_id) do update set
  version = excluded.version,
  aim = case when plan.active_version is null then excluded.aim else plan.aim end,
  route = case when plan.active_version is null then excluded.route else plan.route end,
  sessions = case when plan.active_version is null then excluded.sessions else plan.sessions end,
  gap_days = case when plan.active_version is null then excluded.gap_days else plan.gap_days end;
insert into plan_version (
  course_id, version, programme_version, aim, route, sessions, gap_days, therapist_id, prescriber_id, nurse_id, agreement_of, note, proposed_at, proposed_by)
values (
  @Id, @Version, @ProgrammeVersion, @Aim, @Route, @Sessions, @GapDays, @Therapist, @Prescriber, @Nurse, @AgreementOf, @Note, @RecordedAt, @By);
