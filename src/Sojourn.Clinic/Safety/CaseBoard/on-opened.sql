-- A concern came up. Parameters from case.opened; called by CaseBoard.
insert into safety_case (id, person_id, level, reason, source_words, source, owner, deputy, opened_at, acknowledge_by, act_by, escalated, actions, help_shown)
values (@Id, @Person, @Level, @Reason, @SourceWords, @Source, @Owner, @Deputy, @HappenedAt, @AcknowledgeBy, @ActBy, 0, 0, @CrisisHelpShown);
