-- The monitor bound to a session and when its last values came, those flagged as artefact among them. Parameter: session. Called by BoundMonitor.
select device.bound_at, device.chart_every, max(device_vitals.recorded_at) as last_at,
  max(case when device_vitals.oxygen is not null then device_vitals.recorded_at end) as last_oxygen_at
from device
left join device_vitals on device_vitals.device_id = device.id and device_vitals.session_id = device.session_id
where device.session_id = @session and device.in_use = 1 and device.bound_at is not null
group by device.id
order by last_at desc
limit 1;
