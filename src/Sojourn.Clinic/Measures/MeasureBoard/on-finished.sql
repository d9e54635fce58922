-- All is answered or skipped, or a total was entered. Parameters from measure.finished; called by MeasureBoard.
update measure set state = 'finished', finished_at = @HappenedAt, total = @Total, why_no_total = @WhyNoTotal, band = @Band, prorated = @Prorated,
  positive = case when @Positive = 1 then 1 else positive end, parts = @Parts, missing = @Missing, taken_from = @TakenFrom, read_by = @ReadBy
where id = @Id;
