-- Somebody is registered. Numbers go up by one from 100001 and are never given again. Parameters from person.registered; called by Register.
insert into person (id, number, family, given, preferred, born_on, sex, pronouns, email, phone, address, address_line, city, region, post_code, country, language, time_zone, site_id,
  no_known_allergies, died, died_on, name_key, search, registered_at)
select @Id, coalesce(max(number), 100000) + 1, @Family, @Given, @Preferred, @BornOn, @Sex, @Pronouns, @Email, @Phone, @Address, @AddressLine, @City, @Region, @PostCode, @Country, @Language, @TimeZone, @Site,
  0, 0, null, @NameKey, @Search, @RecordedAt
from person;
