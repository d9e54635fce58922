-- One medicine session with its course, room, way home and plan. Parameter: session. Called by RoomFacts.
select session.id, session.person_id, session.course_id, session.state, session.from_at, session.to_at, session.arrived_at, session.number, session.room_id, session.type,
  coalesce(room.name, 'No room') as room_name, coalesce(room.approved, 0) as room_approved, site.name as site_name, course.programme_id, course.programme_version,
  session_escort.name as escort_name, session_escort.phone as escort_phone, coalesce(session_escort.no_driving, 0) as no_driving, coalesce(session_escort.cancelled, 0) as ride_cancelled,
  plan.aim, plan.route
from session
join course on course.id = session.course_id
join site on site.id = session.site_id
left join room on room.id = session.room_id
left join session_escort on session_escort.session_id = session.id
left join plan on plan.course_id = session.course_id
where session.id = @session and session.kind = 'medicine';
