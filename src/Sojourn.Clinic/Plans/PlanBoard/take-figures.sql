-- The plan takes the figures of one of its versions. Parameters: Id of the course, Version, Active (the version in force, or null). Called by PlanBoard.
update plan set
  active_version = @Active,
  aim = (select v.aim from plan_version v where v.course_id = @Id and v.version = @Version),
  route = (select v.route from plan_version v where v.course_id = @Id and v.version = @Version),
  sessions = (select v.sessions from plan_version v where v.course_id = @Id and v.version = @Version),
  gap_days = (select v.gap_days from plan_version v where v.course_id = @Id and v.version = @Version)
where course_id = @Id;
