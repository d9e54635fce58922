-- The first that is known of a course's assessment. Parameter @Id; called by Assessments before every other statement.
insert into screening (course_id, readiness, worrying, decision) values (@Id, 'none', 0, 'none') on conflict (course_id) do nothing;
