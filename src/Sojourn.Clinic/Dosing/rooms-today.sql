-- Medicine sessions of a day that were not cancelled. Parameters: from, to. Called by RoomsToday.
select session.id, session.site_id, session.room_id, person.family, person.given, coalesce(room.name, 'No room') as room_name, session.from_at, session.to_at, course.programme_id, course.programme_version
from session
join person on person.id = session.person_id
join course on course.id = session.course_id
left join room on room.id = session.room_id
where session.kind = 'medicine' and session.state in ('booked', 'arrived', 'running', 'held') and session.from_at >= @from and session.from_at < @to
order by session.from_at;
