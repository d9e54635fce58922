-- A prescriber decided. Parameters from screening.eligibility-decided; called by Assessments.
update screening set
  decision = @Decision, outcome = @Outcome, decided_at = @RecordedAt, decided_by = @DecidedBy, valid_until = @ValidUntil, recheck_on = @RecheckOn, reason = @Reason,
  plain_words = @PlainWords, alternatives = @Alternatives, call = @Call, programme_version = @ProgrammeVersion
where course_id = @Id;
