using Sojourn.Domain.Kernel;

namespace Sojourn.Browser.Tests.WholeCourse;

/// <summary>Somebody of the staff in this story.</summary>
internal sealed record Colleague(StaffId Id, string Role, string Given, string Family, string Name, string Credential)
{
    internal static Colleague Desk { get; } = Of("front-desk", "Jo", "Callis", "J. Callis", "first aid");

    internal static Colleague Therapist { get; } = Of("therapist", "Tom", "Ellery", "T. Ellery", "psychologist licence");

    internal static Colleague Nurse { get; } = Of("nurse", "Priya", "Nair", "P. Nair", "registered nurse");

    internal static Colleague Prescriber { get; } = Of("prescriber", "Ines", "Farrow", "Dr I. Farrow", "physician licence");

    internal static IReadOnlyList<Colleague> All => [Desk, Therapist, Nurse, Prescriber];

    internal string Email => $"{Role}@clinic.example";

    private static Colleague Of(string role, string given, string family, string name, string credential) => new(new StaffId(Guid.CreateVersion7()), role, given, family, name, credential);
}
