-- A dose became more or less: an infusion changed or stopped, an entry corrected. Parameters: Id (session), Dose, Mg; called by SessionBoard.
update medicine_dose set mg = @Mg, mg_per_kg = @Mg / weight_kg, ml = @Mg / mg_per_ml where id = @Dose;
update medicine_session set total_mg = (select sum(mg) from medicine_dose where session_id = @Id) where session_id = @Id;
