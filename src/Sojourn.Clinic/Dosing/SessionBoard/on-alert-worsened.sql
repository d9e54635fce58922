-- A later reading goes beyond the alert: whoever acknowledged less is asked again, and a snooze is over. Called by SessionBoard.
update medicine_alert set worse_at = @HappenedAt, worse_value = @Value, words = title || ': ' || @Value, answer_by = @AnswerBy,
  escalated_at = case when acknowledged_at is null then escalated_at end,
  snoozed_until = case when snoozed_until > @HappenedAt then @HappenedAt else snoozed_until end,
  acknowledged_at = null, acknowledged_by = null
where session_id = @Id and number = @Number;
