using System.Security.Cryptography;
using System.Text;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Consents;

public static partial class Consent
{
    public abstract record Command
    {
        private Command()
        {
        }

        /// <param name="Text">The text as the programme has it now.</param>
        /// <param name="VersionRead">The version that was on the screen.</param>
        /// <param name="Sha256Read">Hash of the text that was on the screen.</param>
        /// <param name="SectionsRead">Numbers of the ticked sections, from 1.</param>
        /// <param name="Name">The patient's names as registered.</param>
        /// <param name="UnderMedicine">A dose was given to the patient and they have not been discharged.</param>
        /// <param name="TakenBy">Who handed over the tablet; null when the patient signed on their own.</param>
        public sealed record Give(
            TextInForce Text,
            int VersionRead,
            string Sha256Read,
            IReadOnlyList<int> SectionsRead,
            string TypedName,
            SigningName Name,
            CapacityLock UnderMedicine,
            StaffId? TakenBy) : Command;

        /// <param name="Reason">In the patient's words; null where they gave none, which they need not.</param>
        public sealed record Withdraw(string Document, string? Reason) : Command;
    }

    /// <summary>A consent document as the programme has it now.</summary>
    /// <param name="Sha256">Of the text's UTF-8 bytes, lower-case hex.</param>
    /// <param name="Sections">How many sections are to be ticked.</param>
    public sealed record TextInForce(string Document, int Version, string Sha256, int Sections, bool SaysNotACure)
    {
        public static TextInForce Of(ConsentDocument document) => new(
            document.Id,
            document.Version,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text))),
            ConsentText.Sections(document.Text).Count,
            ConsentText.SaysNotACure(document.Text));
    }
}
