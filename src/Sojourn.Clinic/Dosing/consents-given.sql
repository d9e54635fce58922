-- Consents in force of a person, the oldest signature of each text first. Parameters: CourseId, PersonId. Called by RoomFacts.
select consent.document_id, consent.version, consent.given_at, consent.course_id = @CourseId as of_this_course
from consent
join course on course.id = consent.course_id
where course.person_id = @PersonId and consent.withdrawn_at is null
order by consent.given_at;
