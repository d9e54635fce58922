-- A set of a device's values. Parameters from medicine.device-vitals-taken; called by DeviceBoard.
insert into device_vitals (id, session_id, device_id, happened_at, recorded_at, systolic, diastolic, pulse, oxygen, respiration, temperature, is_final)
values (@Reading, @Id, @Device, @HappenedAt, @RecordedAt, @Systolic, @Diastolic, @Pulse, @Oxygen, @Respiration, @Temperature, @IsFinal);
