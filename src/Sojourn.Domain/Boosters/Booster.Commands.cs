using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Boosters;

public static partial class Booster
{
    public abstract record Command
    {
        private Command()
        {
        }

        /// <param name="Step">Id of the chosen rung.</param>
        /// <param name="Ladder">The programme's rungs.</param>
        /// <param name="By">The party that proposes and thereby says yes; null when a person outside the deciding parties does.</param>
        /// <param name="Staff">Who proposes.</param>
        public sealed record Propose(string Step, string Reason, IReadOnlyList<BoosterStep> Ladder, Series Series, Party? By, StaffId Staff) : Command;

        /// <param name="Number">The booster that was read.</param>
        /// <param name="Reason">Asked of staff who decline; null where the patient gave none, which they need not.</param>
        /// <param name="Staff">Who decides for the clinic; null for the patient.</param>
        /// <param name="UnderMedicine">A dose was given to the patient and they have not been discharged.</param>
        /// <param name="LastMedicineOn">Day of the last medicine session given, in the clinic's zone; null when none was.</param>
        public sealed record DecideFor(int Number, Party Party, bool Yes, string? Reason, StaffId? Staff, CapacityLock UnderMedicine, DateOnly? LastMedicineOn) : Command;
    }

    /// <summary>How far the course is.</summary>
    /// <param name="LastMedicineOn">Day of the last medicine session given, in the clinic's zone; null when none was.</param>
    /// <param name="Given">Medicine sessions given in this course.</param>
    /// <param name="Planned">Medicine sessions of the induction, by the plan in force; 0 when the plan has none.</param>
    /// <param name="Today">In the clinic's zone.</param>
    public sealed record Series(DateOnly? LastMedicineOn, int Given, int Planned, DateOnly Today);
}
