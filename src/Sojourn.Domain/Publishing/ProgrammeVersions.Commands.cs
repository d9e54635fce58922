using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Publishing;

public static partial class ProgrammeVersions
{
    public abstract record Command
    {
        private Command()
        {
        }

        /// <param name="Text">The whole file, faults and all.</param>
        public sealed record SaveDraft(string Programme, string Text) : Command;

        public sealed record DropDraft : Command;

        /// <summary>The two who answer for the programme; patients and visitors read their names.</summary>
        /// <param name="Therapy">Somebody who is a therapist here.</param>
        /// <param name="Medical">Somebody who is a prescriber here.</param>
        public sealed record NameLeads(string Programme, bool GivesMedicine, StaffId? Therapy, StaffId? Medical) : Command;

        /// <param name="As">One of <see cref="Approvers"/>, a role that this person has.</param>
        /// <param name="Read">Hash of the text that was read, see <see cref="HashOf"/>.</param>
        public sealed record Approve(string As, StaffId By, string Read, Checked Checked) : Command;

        /// <summary>A version was tried on invented patients.</summary>
        /// <param name="Found">What was found, in one sentence.</param>
        public sealed record Try(int Version, int Patients, int Seed, string Found) : Command;

        /// <summary>One of the two who let real people into a pilot.</summary>
        /// <param name="As">One of <see cref="PilotOpeners"/>.</param>
        /// <param name="Cap">Most patients, 1 to 10,000.</param>
        public sealed record AgreeToPilot(int Version, bool IsPilot, string As, StaffId By, int Cap) : Command;

        /// <summary>Nobody begins with this version any longer. Those who are on it stay on it until they are moved.</summary>
        public sealed record Withdraw(int Version, string Why) : Command;
    }

    /// <summary>What the checker made of a draft.</summary>
    /// <param name="Version">As the draft says; 0 where it cannot be read.</param>
    /// <param name="InUse">The newest version there is without it; 0 for a new programme.</param>
    /// <param name="Beside">Shared parts and consent texts as they are now, by path; the version keeps them.</param>
    public sealed record Checked(int Faults, int Version, int InUse, string Title, bool GivesMedicine, IReadOnlyDictionary<string, string> Beside);
}
