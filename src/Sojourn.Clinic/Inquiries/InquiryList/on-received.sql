-- A question came in. Parameters from inquiry.received; called by InquiryList.
insert into inquiry (id, first_name, reach, message, programme_id, received_at, respond_by, worrying, state)
values (@Id, @FirstName, @Reach, @Message, @Programme, @RecordedAt, @RespondBy, @Worrying, 'new');
