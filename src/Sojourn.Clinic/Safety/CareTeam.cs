using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Safety;

/// <summary>Who answers for a person: those named for the course who still work here, else whoever holds the role.</summary>
public sealed record CareTeam(StaffId? Therapist, StaffId? Prescriber, StaffId? Nurse)
{
    private const string Named =
        """
        select therapist.id as therapist, prescriber.id as prescriber, nurse.id as nurse from course
        left join staff as therapist on therapist.id = course.therapist_id and therapist.active = 1
        left join staff as prescriber on prescriber.id = course.prescriber_id and prescriber.active = 1
        left join staff as nurse on nurse.id = course.nurse_id and nurse.active = 1
        """;

    private sealed record Row
    {
        public StaffId? Therapist { get; init; }

        public StaffId? Prescriber { get; init; }

        public StaffId? Nurse { get; init; }
    }

    /// <param name="course">Null: the person's latest open course.</param>
    public static CareTeam Of(Records records, PersonId person, CourseId? course)
    {
        var row = course is { } id
            ? records.One<Row>($"{Named} where course.id = @id", new { id })
            : records.One<Row>($"{Named} where course.person_id = @person and course.state = 'open' order by course.opened_at desc", new { person });
        return new(row?.Therapist, row?.Prescriber, row?.Nurse);
    }

    /// <summary>The one named for the role, else the role.</summary>
    public Owner Of(string role) => (role switch
    {
        Roles.Therapist => Therapist,
        Roles.Prescriber => Prescriber,
        Roles.Nurse => Nurse,
        _ => null,
    }) is { } staff
        ? Owner.Named(staff)
        : Owner.Whoever(role);

    /// <summary>Who takes a concern: the course's therapist, else its prescriber, else whoever is a therapist.</summary>
    public Owner Responsible => Therapist is null && Prescriber is { } prescriber ? Owner.Named(prescriber) : Of(Roles.Therapist);

    /// <summary>Who is told when the responsible one does not answer; always somebody else.</summary>
    public Owner Deputy => Therapist is null && Prescriber is not null ? Owner.Whoever(Roles.Therapist)
        : Prescriber is { } other && other != Therapist ? Owner.Named(other)
        : Owner.Whoever(Roles.Prescriber);
}
