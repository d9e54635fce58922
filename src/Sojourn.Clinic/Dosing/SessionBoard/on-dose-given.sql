-- A dose. Parameters from medicine.dose-given; called by SessionBoard.
insert into medicine_dose (id, session_id, person_id, course_id, route, mg, ordered_mg, mg_per_kg, ml, mg_per_ml, weight_kg, minutes, band, given_at, given_by, checked_by, checked_with_pin,
  override_reason, override_by, override_matters, limit_dose_mg, limit_session_mg, limit_thirty_days_mg, confirmed_twice, note, amended)
values (@Dose, @Id, @Person, @Course, @Route, @Mg, @Mg, @PerKilogram, @Ml, @PerMl, @Weight, @OverMinutes, @Band, @GivenAt, @GivenBy, @CheckedBy, @CheckedWithPin,
  @Reason, @Prescriber, @Matters, @LimitDose, @LimitSession, @LimitThirtyDays, @Twice, @Note, 0);
update medicine_session set state = 'dosed', person_id = @Person, course_id = @Course, total_mg = total_mg + @Mg,
  first_dose_at = case when first_dose_at is null or first_dose_at > @GivenAt then @GivenAt else first_dose_at end,
  last_dose_at = case when last_dose_at is null or last_dose_at < @GivenAt then @GivenAt else last_dose_at end
where session_id = @Id;
