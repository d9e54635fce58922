-- Somebody went home. Parameters: Id (session), State, At, By, Words, Discharged, NoDriving, Until; called by SessionBoard.
update medicine_session set state = @State, ended_at = @At, discharged_at = @Discharged, ended_by = @By, ended_words = @Words, no_driving = @NoDriving, no_driving_until = @Until where session_id = @Id;
update medicine_presence set to_at = case when from_at > @At then from_at else @At end where session_id = @Id and to_at is null;
