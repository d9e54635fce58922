-- Medicine sessions in which time passing may change something: those between first dose and end, and those with an alert nobody has answered. Called by RoomTick.
select session_id from medicine_session where state = 'dosed'
union
select session_id from medicine_alert where closed_at is null and acknowledged_at is null and escalated_at is null;
