using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Tests.Dosing;
using static Sojourn.Domain.Dosing.MedicineSession;

namespace Sojourn.Browser.Tests.Dosing;

/// <summary>Six people of one group day, and what is done for them where a click would show nothing: through the commands that the pages send.</summary>
internal sealed class SixInOneRoom(MedicineClinic clinic)
{
    private static readonly (string Given, string Family)[] Names =
        [("Ana", "Ruiz"), ("Luc", "Desmarais"), ("Bisi", "Adeyemi"), ("Owen", "Whitfield"), ("Emi", "Sato"), ("Joan", "Lafleur")];

    private readonly List<Guid> sessions = [];

    internal IReadOnlyList<Guid> Sessions => sessions;

    internal Guid this[int person] => sessions[person - 1];

    internal string Floor => $"rooms/{clinic.Room.Value}/floor";

    internal string Room(int person) => $"sessions/{this[person]}/room";

    internal static string Name(int person) => $"{Names[person - 1].Family.ToUpperInvariant()}, {Names[person - 1].Given}";

    /// <summary>Weighed, watched, measured twice and looked over; all but the last have passed the gate.</summary>
    internal async Task Arrive()
    {
        foreach (var (given, family) in Names)
        {
            sessions.Add(sessions.Count == 0 ? await clinic.Book() : await clinic.BookBeside(given, family));
        }

        foreach (var session in sessions)
        {
            await clinic.Prepare(session);
        }

        clinic.Clock.Pass(TimeSpan.FromMinutes(6));
        foreach (var session in sessions)
        {
            await clinic.Reads(session, MedicineClinic.Calm);
            await clinic.TicksTheGate(session);
        }

        foreach (var session in sessions.SkipLast(1))
        {
            await clinic.InRoom(session, facts => new Command.PassGate(clinic.Clock.Now, clinic.Nair, facts.Gate));
        }
    }

    /// <summary>Minutes go by, and whoever is under medicine is measured.</summary>
    /// <param name="but">Nobody measures this one.</param>
    internal async Task Go(int minutes, int but = 0)
    {
        clinic.Clock.Pass(TimeSpan.FromMinutes(minutes));
        foreach (var session in sessions.Where(session => but == 0 || session != this[but]).Where(session => clinic.Record(session).State.Stage == Stage.Dosed))
        {
            await clinic.Reads(session, MedicineClinic.Calm with { Systolic = 118, Pain = 0, Aldrete = 10 });
        }
    }

    internal Task Given(int person) => clinic.GivesThirty(this[person]);

    /// <summary>Everything that is open is closed, everything that a person looks at is ticked, and they go home with their escort.</summary>
    internal async Task GoesHome(int person)
    {
        await Looks(person);
        await clinic.InRoom(this[person], facts => new Command.Discharge(clinic.Clock.Now, clinic.Nair, "Rosa Ruiz", NoDrivingSaid: true, facts.Discharge));
    }

    /// <summary>What time passing has raised meanwhile, and what a person ticks before somebody goes home.</summary>
    internal async Task Looks(int person)
    {
        var session = this[person];
        foreach (var alert in clinic.Record(session).OpenAlerts)
        {
            await clinic.InRoom(session, _ => new Command.AcknowledgeAlert(clinic.Clock.Now, alert.Number, clinic.Nair));
            await clinic.InRoom(session, _ => new Command.CloseAlert(clinic.Clock.Now, alert.Number, clinic.Nair, "Looked at; well."));
        }

        foreach (var line in clinic.Programme.Discharge.Where(line => line.Kind == CriterionKind.Checked))
        {
            await clinic.InRoom(session, facts => new Command.CheckDischargeItem(clinic.Clock.Now, clinic.Nair, line.Id, Holds: true, facts.Discharge));
        }
    }
}
