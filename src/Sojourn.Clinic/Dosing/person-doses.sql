-- Doses of a person with the names of those who gave, checked and took them on. Parameter: person. Called by PersonDoses.
select medicine_dose.session_id, medicine_dose.given_at, medicine_dose.route, medicine_dose.mg, medicine_dose.mg_per_kg, medicine_dose.band,
  giver.display_name as given_by, checker.display_name as checked_by, prescriber.display_name as override_by, medicine_dose.override_reason
from medicine_dose
join staff as giver on giver.id = medicine_dose.given_by
join staff as checker on checker.id = medicine_dose.checked_by
left join staff as prescriber on prescriber.id = medicine_dose.override_by
where medicine_dose.person_id = @person
order by medicine_dose.given_at desc;
