-- Messages that were not taken, unseen ones first, newest first. Parameter: most. Called by DeviceRecords.
select device_refusal.device_id, device.name as device_name, device_refusal.at, device_refusal.answer, device_refusal.why, device_refusal.sender, device_refusal.control_id,
  device_refusal.from_address, device_refusal.seen_at, device_refusal.seen_by, device_refusal.seen_words
from device_refusal
left join device on device.id = device_refusal.device_id
order by device_refusal.seen_at is not null, device_refusal.position desc
limit @most;
