using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.People;

/// <summary>A person the clinic looks after: who they are, how to reach them, and what is known about their health.</summary>
public static partial class Person
{
    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.Register register, State.Nobody) => Register(register),
        (Command.Register, State.Known known) =>
            Refuse("people.registered-already", $"{known.Details.InASentence} is registered here already. Open their page and correct what has changed."),
        (_, State.Known { DuplicateOf: { } other }) =>
            Refuse("people.duplicate", "This record was found to be of somebody who goes on under another number. Write there.", new Remedy("The record that goes on", $"people/{other.Value:D}")),
        (Command.Import import, _) => Import(import, state),
        (_, State.Nobody) => Refuse("people.nobody", "Nobody is registered here. Search for the person, or register them first.", new Remedy("Register a person", "people/new")),
        (Command.CorrectDetails correct, State.Known known) => CorrectDetails(correct, known),
        (Command.NameEmergencyContact name, State.Known known) => NameEmergencyContact(name, known),
        (Command.NameFamilyDoctor name, State.Known known) => NameFamilyDoctor(name, known),
        (Command.StateNoKnownAllergies, State.Known known) => StateNoKnownAllergies(known),
        (Command.RecordDeath death, State.Known known) => RecordDeath(death, known),
        (Command.MarkDuplicate mark, State.Known) => MarkDuplicate(mark),
        (Command.Record record, State.Known known) => Record(record, known),
        (Command.RecordVitals record, State.Known known) => RecordVitals(record, known),
        (Command.Amend amend, State.Known known) => Amend(amend, known),
        (Command.EnterInError strike, State.Known known) => EnterInError(strike, known),
        _ => Refuse("people.not-understood", $"{command.GetType().Name} cannot be done to a person's record."),
    };

    private static Decision<Event> Register(Command.Register register)
    {
        var reasons = DetailsAreSound(register.Details, register.At).Concat(NobodyElse(register.Likeness)).ToList();
        return reasons.Count > 0 ? Refuse(reasons) : Accept<Event>(new Event.Registered(register.Details));
    }

    private static Decision<Event> CorrectDetails(Command.CorrectDetails correct, State.Known known)
    {
        if (correct.Details == known.Details)
        {
            return Accept<Event>();
        }

        var looksTheSame = correct.Details.Name == known.Details.Name && correct.Details.BirthDate == known.Details.BirthDate;
        var reasons = DetailsAreSound(correct.Details, correct.At)
            .Concat(NobodyElse(looksTheSame ? correct.Likeness with { SaidToBeAnother = true } : correct.Likeness))
            .Concat(Given(correct.Reason, "reason", "Say in a few words why the details change."))
            .ToList();
        return reasons.Count > 0 ? Refuse(reasons) : Accept<Event>(new Event.DetailsCorrected(known.Details, correct.Details, correct.Reason.Trim()));
    }

    private static Decision<Event> NameEmergencyContact(Command.NameEmergencyContact name, State.Known known)
    {
        var reasons = Given(name.Contact.Name, "emergency-name", "Give the name of the person to call.")
            .Concat(Given(name.Contact.Phone, "emergency-phone", "Give the telephone number to call."))
            .Concat(PhoneIsSound(name.Contact.Phone, "emergency-phone"))
            .ToList();
        return reasons.Count > 0 ? Refuse(reasons)
            : name.Contact == known.EmergencyContact ? Accept<Event>()
            : Accept<Event>(new Event.EmergencyContactNamed(name.Contact));
    }

    private static Decision<Event> NameFamilyDoctor(Command.NameFamilyDoctor name, State.Known known)
    {
        var reasons = Given(name.Doctor.Name, "doctor-name", "Give the name of the family doctor.")
            .Concat(PhoneIsSound(name.Doctor.Phone, "doctor-phone"))
            .Concat(EmailIsSound(name.Doctor.Email, "doctor-email"))
            .ToList();
        return reasons.Count > 0 ? Refuse(reasons)
            : name.Doctor == known.FamilyDoctor ? Accept<Event>()
            : Accept<Event>(new Event.FamilyDoctorNamed(name.Doctor));
    }

    private static Decision<Event> RecordDeath(Command.RecordDeath death, State.Known known)
    {
        if (known.Died)
        {
            return Accept<Event>();
        }

        var reasons = DeathIsSound(death.On, known.Details, death.At).ToList();
        return reasons.Count > 0 ? Refuse(reasons) : Accept<Event>(new Event.DeathRecorded(death.On, Note: string.IsNullOrWhiteSpace(death.Note) ? null : death.Note.Trim()));
    }

    private static Decision<Event> MarkDuplicate(Command.MarkDuplicate mark)
    {
        var reasons = Given(mark.Reason, "reason", "Say in a few words how you know that they are one person.").ToList();
        if (mark.Of == mark.Self || !mark.OfGoesOn)
        {
            reasons.Add(new("people.no-other", "Choose another record that goes on.", Field: "keep"));
        }

        if (mark.OthersLeadHere)
        {
            reasons.Add(new("people.others-lead-here", "Other records lead to this one already. Keep this one, and close the other.", Field: "keep"));
        }

        if (mark.VisitsAhead > 0)
        {
            reasons.Add(new(
                "people.visits-ahead",
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Visits still to come are booked under the record that would be closed: {mark.VisitsAhead}. Cancel them and book them under the other, or keep this record."),
                new Remedy("Its visits", $"people/{mark.Self.Value:D}")));
        }

        return reasons.Count > 0 ? Refuse(reasons) : Accept<Event>(new Event.MarkedDuplicate(mark.Of, mark.Reason.Trim()));
    }
}
