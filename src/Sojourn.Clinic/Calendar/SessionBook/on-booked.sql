-- A session was booked or proposed. Called by SessionBook.
insert into session (id, kind, type, state, person_id, inquiry_id, course_id, site_id, room_id, from_at, to_at, number, follows_id, window_from, window_to, note, format)
values (@Id, @Kind, @Type, @State, @Person, @Inquiry, @Course, @Site, @Room, @From, @To, @Number, @Follows, @WindowFrom, @WindowTo, @Note, @Format);
