-- Doses outside what the programme recommends, which a prescriber took on by name, in a span of time. Parameters: from, to. Called by DosesTakenOn.
select medicine_dose.session_id, person.family, person.given, medicine_dose.given_at, medicine_dose.route, medicine_dose.mg, medicine_dose.mg_per_kg, medicine_dose.band,
  giver.display_name as given_by, prescriber.display_name as override_by, medicine_dose.override_reason
from medicine_dose
join person on person.id = medicine_dose.person_id
join staff as giver on giver.id = medicine_dose.given_by
join staff as prescriber on prescriber.id = medicine_dose.override_by
where medicine_dose.given_at >= @from and medicine_dose.given_at < @to
order by medicine_dose.given_at;
