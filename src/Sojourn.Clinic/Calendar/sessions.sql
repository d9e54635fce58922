-- Sessions with the names that pages show. Called by SessionRecords, which adds "where" and "order by".
select session.*, room.name as room_name, site.name as site_name, person.family, person.given, inquiry.first_name as asker, course.programme_id, course.programme_version,
  (select group_concat(staff.display_name, ', ') from session_staff join staff on staff.id = session_staff.staff_id where session_staff.session_id = session.id) as staff_names,
  session_escort.name as escort_name, session_escort.phone as escort_phone, session_escort.relation as escort_relation,
  coalesce(session_escort.no_driving, 0) as no_driving, coalesce(session_escort.cancelled, 0) as ride_cancelled
from session
left join room on room.id = session.room_id
left join site on site.id = session.site_id
left join person on person.id = session.person_id
left join inquiry on inquiry.id = session.inquiry_id
left join course on course.id = session.course_id
left join session_escort on session_escort.session_id = session.id
