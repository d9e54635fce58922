-- What devices measured in one medicine session. Parameter: id (session). Called by RoomRecord.
select device_vitals.id, device_vitals.device_id, coalesce(device.name, 'A device') as device_name, device_vitals.happened_at, device_vitals.recorded_at, systolic, diastolic, pulse, oxygen, respiration, temperature,
  confirmed_at, confirmed_by, artefact_at, artefact_by
from device_vitals
left join device on device.id = device_vitals.device_id
where device_vitals.session_id = @id
order by device_vitals.happened_at, device_vitals.recorded_at;
