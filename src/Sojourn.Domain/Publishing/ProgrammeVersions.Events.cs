using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Publishing;

public static partial class ProgrammeVersions
{
    public abstract record Event
    {
        private Event()
        {
        }

        public sealed record DraftSaved(string Programme, string Text) : Event;

        public sealed record DraftDropped : Event;

        public sealed record LeadsNamed(string Programme, StaffId? Therapy, StaffId? Medical) : Event;

        public sealed record Approved(string As, StaffId By, string Read) : Event;

        /// <summary>In use from now on for whoever begins.</summary>
        /// <param name="Beside">Shared parts and consent texts by path, as they were: a later change of them does not reach into this version.</param>
        public sealed record Published(string Programme, int Version, string Title, string Text, IReadOnlyDictionary<string, string> Beside) : Event;

        public sealed record Tried(int Version, int Patients, int Seed, string Found) : Event;

        public sealed record PilotAgreed(int Version, string As, StaffId By, int Cap) : Event;

        public sealed record PilotOpened(int Version, int Cap) : Event;

        public sealed record Withdrawn(int Version, string Why) : Event;
    }
}
