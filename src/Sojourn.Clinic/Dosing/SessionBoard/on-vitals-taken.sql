-- A set of readings. Parameters from medicine.vitals-taken and medicine.device-vitals-confirmed; called by SessionBoard.
insert into medicine_vitals (id, session_id, happened_at, recorded_at, by_id, systolic, diastolic, pulse, oxygen, respiration, sedation, agitation, pain, temperature, aldrete, amended)
values (@Reading, @Id, @HappenedAt, @RecordedAt, @By, @Systolic, @Diastolic, @Pulse, @Oxygen, @Respiration, @Sedation, @Agitation, @Pain, @Temperature, @Aldrete, 0);
