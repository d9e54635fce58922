-- Details as they read from now on. Parameters from person.details-corrected; called by Register.
update person set family = @Family, given = @Given, preferred = @Preferred, born_on = @BornOn, sex = @Sex, pronouns = @Pronouns, email = @Email, phone = @Phone,
  address = @Address, address_line = @AddressLine, city = @City, region = @Region, post_code = @PostCode, country = @Country, language = @Language, time_zone = @TimeZone, site_id = @Site, name_key = @NameKey, search = @Search
where id = @Id;
