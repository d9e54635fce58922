-- An agreement was taken back. Parameters from plan.agreement-withdrawn; called by PlanBoard.
-- Taken back from the version in force, none is, and the last version proposed is shown instead.
insert into plan_withdrawal (course_id, version, party, at, reason) values (@Id, @Version, @Party, @RecordedAt, @Reason);
delete from plan_agreement where course_id = @Id and version = @Version and party = @Party;
update plan set
  active_version = null,
  aim = (select v.aim from plan_version v where v.course_id = @Id and v.version = plan.version),
  route = (select v.route from plan_version v where v.course_id = @Id and v.version = plan.version),
  sessions = (select v.sessions from plan_version v where v.course_id = @Id and v.version = plan.version),
  gap_days = (select v.gap_days from plan_version v where v.course_id = @Id and v.version = plan.version)
where course_id = @Id and active_version = @Version;
