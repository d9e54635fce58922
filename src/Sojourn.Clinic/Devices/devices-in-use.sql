-- Devices in use with their room and whom they watch. Parameter: session (null for all; else those in its room or bound to it). Called by DeviceRecords.
select device.id, device.name, device.sender, device.room_id, coalesce(room.name, 'No room') as room_name, coalesce(site.name, '') as site_name, device.time_zone, device.chart_every,
  device.session_id, device.bound_at, person.family, person.given, device.last_at, device.last_words, device.warning, device.messages, device.unclaimed, device.unclaimed_words,
  (select count(*) from device_refusal where device_refusal.device_id = device.id and seen_at is null) as unseen_refusals
from device
left join room on room.id = device.room_id
left join site on site.id = room.site_id
left join person on person.id = device.person_id
where device.in_use = 1
  and (@session is null or device.session_id = @session or device.room_id = (select room_id from session where id = @session))
order by room.name, device.name;
