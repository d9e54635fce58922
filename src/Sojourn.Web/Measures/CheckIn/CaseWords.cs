using Sojourn.Clinic.Safety;
using Sojourn.Web.Design;

namespace Sojourn.Web.Measures.CheckIn;

/// <summary>What a patient is told about the case that an answer opened: who has it, and by when.</summary>
internal static class CaseWords
{
    internal static string ToPatient(CaseRow row, Frame frame)
    {
        var who = row.Owner.Staff is not null ? row.OwnerName : $"A {row.OwnerName} of the clinic";
        return row switch
        {
            { IsOpen: false } => $"{who} has seen your answer.",
            { AcknowledgedAt: not null } => $"{who} has seen your answer and will be in touch with you.",
            _ when row.AcknowledgeBy <= frame.Now => $"Your answer is with {Lower(who)} and with {Deputy(row)}.",
            _ => $"Your answer has gone to {Lower(who)}, who looks at it {ReaderWords.Until(row.AcknowledgeBy, frame)}.",
        };
    }

    private static string Deputy(CaseRow row) => row.Deputy.Staff is not null ? row.DeputyName : $"a {row.DeputyName}";

    private static string Lower(string who) => who.StartsWith("A ", StringComparison.Ordinal) ? "a " + who[2..] : who;
}
