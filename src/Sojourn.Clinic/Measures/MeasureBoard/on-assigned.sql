-- A questionnaire is asked of somebody. Parameters from measure.assigned; called by MeasureBoard.
insert into measure (id, person_id, course_id, instrument_id, instrument_version, instrument_hash, state, reason, session_id, assigned_at, opens_at, due_at, closes_at,
  reader, read_within_hours, prorated, positive)
values (@Id, @Person, @Course, @Instrument, @InstrumentVersion, @InstrumentHash, 'open', @Reason, @Session, @RecordedAt, @OpensAt, @DueAt, @ClosesAt,
  @Reader, @ReadWithinHours, 0, 0);
