using Sojourn.Clinic.Staff;
using Sojourn.Domain.Kernel;

namespace Sojourn.Web.Front;

/// <summary>Somebody who treats, as anybody may see them.</summary>
/// <param name="Role">In words: "therapist".</param>
/// <param name="IsTrained">Their training in ketamine-assisted psychotherapy holds today.</param>
/// <param name="Credentials">Those that hold today.</param>
public sealed record PublicPerson(StaffId Id, string Given, string Family, string Role, bool IsTrained, IReadOnlyList<CredentialRow> Credentials);
