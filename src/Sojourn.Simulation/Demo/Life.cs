using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Inquiries;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Inquiries;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Domain.Programmes;

namespace Sojourn.Simulation.Demo;

/// <summary>
/// One invented person's way through the clinic. Each <c>yield</c> is an instant at which the story goes on; everything between two is done through the
/// commands that screens send, as whoever would send it.
/// </summary>
internal sealed partial class Life(World world, Part part, DateOnly today)
{
    private PersonId person;
    private CourseId course;

    private Dice Dice => world.Dice;

    private Programme Programme => world.Runner.Programmes.Find(part.Programme) ?? throw new InvalidOperationException($"There is no programme {part.Programme}.");

    private bool InGroup => part.InGroup || part.GroupToday is not null;

    private Colleague Therapist { get; } = part.GroupToday is not null ? world.OfGroupDays("therapist")[0] : part.InGroup ? world.With("therapist", part.Site)[1] : world.Dice.One(world.With("therapist", part.Site));

    private Colleague Prescriber { get; } = world.With("prescriber", part.Site)[0];

    private Colleague Nurse { get; } = part.GroupToday is not null ? world.OfGroupDays("nurse")[0] : part.InGroup ? world.With("nurse", part.Site)[1] : world.Dice.One(world.With("nurse", part.Site));

    private StaffId Desk { get; } = world.With("front-desk", 0)[0].Id;

    /// <summary>The day of the n-th medicine session, from 0; never at a weekend, and what a weekend moves does not crowd today.</summary>
    private DateOnly MedicineDay(int n)
    {
        if (part.InGroup)
        {
            return Workday(NextWorkday(today.AddDays(1)).AddDays(part.GapDays * (n - 2)));
        }

        var day = today.AddDays((part.GapDays * n) - part.FirstMedicineDaysAgo);
        return Workday(day) == today ? Workday(day == today ? day : day.AddDays(-1)) : Workday(day);
    }

    internal async IAsyncEnumerable<DateTimeOffset> Lived()
    {
        var firstContact = Workday(MedicineDay(0).AddDays(part.Turn switch { Turn.Asked => -1, Turn.Called => -3, _ => -27 }));
        if (part.Turn is Turn.Asked or Turn.Called or Turn.Begun or Turn.Assessed)
        {
            firstContact = Workday(today.AddDays(part.Turn switch { Turn.Asked => part.MissesOne ? -1 : 0, Turn.Called => -Dice.Whole(2, 4), Turn.Begun => -6, _ => -7 }));
        }

        yield return part.Turn == Turn.Asked ? World.At(firstContact, firstContact == today ? Dice.Whole(7, 10) : 9, Dice.Whole(2, 58)) : World.At(firstContact, 8, Dice.Whole(5, 55));
        var inquiry = world.NewId();
        await world.AsVisitor(desk => desk.Do(InquirySlice.Slice, inquiry, new Inquiry.Command.Receive(
            part.Given, $"{part.Given.ToLowerInvariant()}.{part.Family.ToLowerInvariant()}@mail.example", world.Say("questions", part.Theme), part.Programme, world.Now.AddHours(24))));
        if (part.Turn == Turn.Asked)
        {
            yield break;
        }

        await foreach (var at in FirstCall(inquiry, firstContact))
        {
            yield return at;
        }

        if (part.Turn == Turn.Called)
        {
            yield break;
        }

        yield return World.At(Workday(firstContact.AddDays(3)), 10, Dice.Whole(0, 50));
        await Register(inquiry);
        await foreach (var at in Assessed(firstContact))
        {
            yield return at;
        }
    }

    private async IAsyncEnumerable<DateTimeOffset> FirstCall(Guid inquiry, DateOnly firstContact)
    {
        yield return World.At(firstContact, 11, Dice.Whole(0, 50));
        await world.As(Desk, desk => desk.Do(InquirySlice.Slice, inquiry, new Inquiry.Command.Answer(world.Say("answers"))));
        var session = world.NewId();
        var day = Workday(firstContact.AddDays(2));
        var begins = World.At(day, Dice.Whole(9, 15), Dice.One([0, 30]));
        await world.As(Desk, desk =>
        {
            desk.Do(SessionSlice.Slice, session, new Session.Command.Book(
                new Visit(SessionKind.InformationCall, null, null, new InquiryId(inquiry), null, null, null),
                new Place(world.Sites[part.Site], null, begins, begins.AddMinutes(30), [Therapist.Id]),
                BookingFacts.Clear,
                null));
            desk.Do(InquirySlice.Slice, inquiry, new Inquiry.Command.BookCall(new SessionId(session)));
        });
        yield return begins.AddMinutes(32);
        await world.As(Therapist.Id, desk =>
        {
            desk.Do(SessionSlice.Slice, session, new Session.Command.Hold(world.Now, "Talked by phone."));
            desk.Do(InquirySlice.Slice, inquiry, new Inquiry.Command.RecordConversation(
                world.Say("hopes"), world.Say("tried"), world.Say("worries"), part.Talk, null));
        });
        if (part.Turn == Turn.Called && part.Talk == ConversationOutcome.ReferOn)
        {
            yield return begins.AddMinutes(70);
            await world.As(Desk, desk => desk.Do(InquirySlice.Slice, inquiry, new Inquiry.Command.Close("Sent the addresses of the sleep clinic and of two therapists with free places.")));
        }
    }

    /// <summary>On the register, with a course and its team.</summary>
    private async Task Register(Guid inquiry)
    {
        person = new PersonId(world.NewId());
        course = new CourseId(world.NewId());
        var born = today.AddYears(-Dice.Whole(24, 63)).AddDays(-Dice.Whole(0, 364));
        var details = new Demographics(
            new PersonName(part.Given, part.Family),
            born,
            part.Female ? Sex.Female : Sex.Male,
            null,
            [new Identifier(Identifier.ClinicRecordNumber, $"402{Dice.Whole(100, 999)}{Dice.Whole(1000, 9999)}")],
            new Contacts($"555-01{Dice.Whole(10, 99)}", $"{part.Given.ToLowerInvariant()}.{part.Family.ToLowerInvariant()}@mail.example"),
            "en-CA",
            null,
            world.Sites[part.Site]);
        (await world.As(Desk, desk =>
        {
            desk.Do(PersonSlice.Slice, person.Value, new Person.Command.Register(world.Now, details, PeopleRecords.LikenessOf(desk.Records, details, null, saidToBeAnother: false)));
            desk.Do(PersonSlice.Slice, person.Value, new Person.Command.NameEmergencyContact(world.Now, new EmergencyContact($"{Dice.One(Names.Given).Given} {part.Family}", Dice.One(["partner", "sister", "brother", "mother", "daughter"]), $"555-02{Dice.Whole(10, 99)}")));
            desk.Do(InquirySlice.Slice, inquiry, new Inquiry.Command.BecomePerson(person));
        })).OrThrow();
        (await world.As(Nurse.Id, desk =>
        {
            foreach (var line in (string[])[world.Say("health", part.Theme), .. Dice.Chance(45) ? [world.Say("health", "none")] : Array.Empty<string>()])
            {
                var (term, name, dose) = line.Split('|') is [var a, var b, var c] ? (a, b, c) : throw new InvalidOperationException($"Words/health.txt: {line}");
                Note(desk, new Condition(term, null, null, null, null, ConditionStatus.Active));
                Note(desk, new Medicine(name, null, dose, null, null, Dice.One(["two years", "since spring", "about a year", "five years"]), MedicineStatus.Current));
            }

            if (part.HasAllergy)
            {
                var (substance, reaction, severity) = world.Say("allergies").Split('|') is [var a, var b, var c] ? (a, b, c) : throw new InvalidOperationException("Words/allergies.txt");
                Note(desk, new Allergy(substance, null, reaction, Enum.Parse<AllergySeverity>(severity, ignoreCase: true), AllergyStatus.Active));
            }
            else
            {
                desk.Do(PersonSlice.Slice, person.Value, new Person.Command.StateNoKnownAllergies(world.Now));
            }
        })).OrThrow();
        (await world.As(Desk, desk => CourseDesk.Open(desk, course, new CourseDesk.Beginning(
            person, part.Programme, world.Sites[part.Site], Programme.Conditions[0].Id, world.Say("own-words", part.Theme), new Team(part.LooksForTherapist ? null : Therapist.Id, Prescriber.Id, Nurse.Id))))).OrThrow();
        await LookForTherapist();
    }

    private void Note(Desk desk, Fact fact) => desk.Do(PersonSlice.Slice, person.Value, new Person.Command.Record(world.Now, new FactId(world.NewId()), fact));

    /// <summary>That day, or the Monday after it.</summary>
    private static DateOnly NextWorkday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static DateOnly Workday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
