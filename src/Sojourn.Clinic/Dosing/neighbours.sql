-- Medicine sessions of the same room on the same day, whose people have not gone home. Parameters: session, room, since, from, to. Called by RoomFloor.
select session.id, person.family, person.given, coalesce(medicine_session.state, 'waiting') = 'dosed' as under_medicine
from session
join person on person.id = session.person_id
left join medicine_session on medicine_session.session_id = session.id
where session.kind = 'medicine' and session.room_id = @room and session.id <> @session and session.state in ('booked', 'arrived', 'running', 'held') and medicine_session.ended_at is null
  and ((session.from_at >= @from and session.from_at < @to) or (medicine_session.state = 'dosed' and medicine_session.first_dose_at >= @since))
order by session.id;
