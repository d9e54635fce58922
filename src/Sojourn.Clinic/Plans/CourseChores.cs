using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Tasks;

namespace Sojourn.Clinic.Plans;

/// <summary>Tasks about one course: raised when somebody is waited for, settled when what they asked for has happened.</summary>
/// <param name="place">The course's page that clears them: <c>plan</c>.</param>
internal sealed class CourseChores(Desk desk, Guid course, string place)
{
    /// <param name="kind">What sort of thing, kebab-case.</param>
    /// <param name="key">Tells tasks of one kind in one course apart: a version, a party.</param>
    /// <param name="deputy">Role that answers for it when the owner has not.</param>
    internal void Raise(string kind, string key, string words, string owner, string deputy, DateTimeOffset due)
    {
        if (desk.Records.Value<string>("select person_id from course where id = @course and state = 'open'", new { course }) is { } person)
        {
            desk.Do(TaskSlice.Slice, Id(kind, key), new Chore.Command.Raise(
                kind, words, new PersonId(Guid.Parse(person)), new CourseId(course), null, owner, $"role/{deputy}", due, $"courses/{course}/{place}"));
        }
    }

    internal void Settle(string kind, string key, string note)
    {
        if (TaskRecords.One(desk.Records, Id(kind, key)) is not null)
        {
            desk.Do(TaskSlice.Slice, Id(kind, key), new Chore.Command.Settle(note));
        }
    }

    /// <summary>The named person of the staff, else everybody of the role.</summary>
    internal static string Owner(StaffId? staff, Party party) => staff is { } id ? Actor.Staff(id).Text : $"role/{Columns.Word(party)}";

    private Guid Id(string kind, string key) => TaskSlice.Id($"{kind}/{key}", course);
}
