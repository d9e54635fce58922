using System.Text.Json;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes;
using Sojourn.Simulation.WhatIf;

namespace Sojourn.Simulation.Tests.WhatIfs;

/// <summary>Invented patients in the programmes that ship, in the clinic that is assumed, and in one that is much too small.</summary>
public sealed class TryingAProgramme
{
    private static readonly IReadOnlyDictionary<string, Programme> Shipped = ProgrammeLibrary.LoadShipped().ById;

    private static readonly ClinicSetup Small = ClinicSetup.Of(
        new Dictionary<RoomKind, int> { [RoomKind.Medicine] = 1, [RoomKind.Talking] = 1 },
        new Dictionary<string, int>(StringComparer.Ordinal) { [Roles.Therapist] = 2, [Roles.Nurse] = 1, [Roles.Prescriber] = 1, [Roles.FrontDesk] = 1 });

    private static readonly ClinicSetup Large = ClinicSetup.Of(
        new Dictionary<RoomKind, int> { [RoomKind.Medicine] = 40, [RoomKind.Talking] = 40 },
        Roles.All.Where(role => role != Roles.Patient).ToDictionary(role => role, _ => 60, StringComparer.Ordinal));

    public static TheoryData<string> Programmes => [.. Shipped.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Programmes))]
    public void The_same_seed_gives_the_same_answer_byte_for_byte(string programme) =>
        Assert.Equal(Json(Run(Shipped[programme], Small)), Json(Run(Shipped[programme], Small)));

    [Fact]
    public void Another_seed_gives_another_answer() => Assert.NotEqual(
        Json(Run(Shipped["hea-trauma"], Small)),
        Json(WhatIfRun.Of(Shipped["hea-trauma"], Small, new Assumptions(), 120, 40, 4)).Replace("\"Seed\":4", "\"Seed\":3", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Programmes))]
    public void Nobody_and_no_room_is_in_two_sessions_at_once(string programme)
    {
        foreach (var setup in new[] { Small, ClinicSetup.Default })
        {
            var schedule = Run(Shipped[programme], setup).Schedule;
            Assert.NotEmpty(schedule);
            Apart(schedule.Where(held => held.Room is not null).Select(held => (held.Room!.Value, held.HeldFrom, held.HeldTo)));
            Apart(schedule.SelectMany(held => held.Staff.Select(member => (member, held.From, held.To))));
            Apart(schedule.SelectMany(held => held.People.Select(person => (person, held.From, held.To))));
            Assert.All(schedule.Where(held => held.Room is not null), held => Assert.True(held.People.Count <= setup.Rooms[held.Room!.Value].Chairs));
            Assert.All(schedule, held => Assert.Equal(held.Staff.Count, held.Staff.Distinct().Count()));
        }
    }

    [Theory]
    [MemberData(nameof(Programmes))]
    public void Every_session_has_the_room_and_the_staff_that_the_programme_asks_for(string id)
    {
        var programme = Shipped[id];
        foreach (var held in Run(programme, ClinicSetup.Default).Schedule)
        {
            var type = programme.Session(held.Session)!;
            Assert.Contains(held.Room is { } room ? ClinicSetup.Default.Rooms[room].Kind : RoomKind.Video, type.Rooms);
            Assert.InRange(held.To - held.From, type.Minutes.Least, type.Minutes.Most);
            foreach (var need in type.Staff.Where(need => need.Place == StaffPlace.InRoom))
            {
                Assert.True(held.Staff.Count(member => ClinicSetup.Default.Staff[member].Roles.Contains(need.Role)) >= need.For(held.People.Count), $"{held.Session}: {need.Role}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Programmes))]
    public void Medicine_never_comes_before_assessment_and_preparation(string id)
    {
        var programme = Shipped[id];
        var needed = programme.Phases.Where(phase => phase.Kind is PhaseKind.Assessment or PhaseKind.Preparation)
            .SelectMany(phase => phase.Sessions).Where(line => line.Count.Least > 0).Select(line => line.SessionId).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(needed);
        var given = 0;
        foreach (var person in Run(programme, ClinicSetup.Default).Schedule.SelectMany(held => held.People.Select(person => (person, held))).GroupBy(one => one.person, one => one.held))
        {
            if (person.FirstOrDefault(held => held.Kind == SessionKind.Medicine) is { } medicine)
            {
                given++;
                Assert.All(needed, session => Assert.Contains(person, held => held.Session == session && held.To <= medicine.From));
            }
        }

        Assert.True(given > 0);
    }

    [Theory]
    [MemberData(nameof(Programmes))]
    public void Everybody_who_came_has_finished_is_lost_or_is_under_way(string programme)
    {
        var result = Run(Shipped[programme], ClinicSetup.Default);
        Assert.Equal(120, result.Came);
        Assert.Equal(result.Came, result.Finished + result.Lost + result.UnderWay);
        Assert.Equal(result.Lost, result.LostBy.Sum(lost => lost.People));
    }

    [Theory]
    [MemberData(nameof(Programmes))]
    public void Where_there_is_room_and_nothing_goes_wrong_every_window_of_the_first_series_is_kept_and_nobody_waits(string id)
    {
        var programme = UntilTheFirstSeries(Shipped[id]);
        var result = WhatIfRun.Of(programme, Large, Smooth, 120, 40, 3);
        Assert.NotEmpty(result.Windows);
        Assert.All(result.Windows, window => Assert.Equal(0, window.Broken));
        Assert.DoesNotContain(result.Blocked, blocked => !blocked.WaitedFor.StartsWith("gate: ", StringComparison.Ordinal) && !blocked.WaitedFor.EndsWith("closed then", StringComparison.Ordinal));
        Assert.True(result.Finished > 60);
    }

    [Fact]
    public void Spacing_that_was_broken_is_counted_as_broken()
    {
        var programme = UntilTheFirstSeries(Shipped["solo-depression-intensive"]);
        var result = WhatIfRun.Of(programme, Small, new Assumptions { Missed = 20 }, 120, 40, 3);
        var days = result.Schedule.Where(held => held.Session == "medicine-session").SelectMany(held => held.People.Select(person => (person, day: held.From / (24 * 60)))).GroupBy(one => one.person, one => one.day)
            .SelectMany(person => person.Order().Zip(person.Order().Skip(1), (one, next) => next - one)).ToList();
        var counted = Assert.Single(result.Windows, window => window.What.EndsWith("from one to the next", StringComparison.Ordinal));
        Assert.Equal(days.Count(gap => gap is >= 2 and <= 5), counted.Kept);
        Assert.Equal(days.Count(gap => gap is < 2 or > 5), counted.Broken);
        Assert.True(counted.Broken > 0);
    }

    [Fact]
    public void A_clinic_without_a_prescriber_blocks_everybody_and_says_so()
    {
        var setup = ClinicSetup.Of(ClinicSetup.DefaultRooms, new Dictionary<string, int>(StringComparer.Ordinal) { [Roles.Therapist] = 4, [Roles.Nurse] = 2, [Roles.FrontDesk] = 1 });
        var result = Run(Shipped["rise-chronic-pain"], setup);
        Assert.Equal(0, result.ToFirstMedicine.People);
        Assert.Contains(result.Blocked, blocked => blocked.WaitedFor == "the clinic has no prescriber");
        Assert.Contains(result.LostBy, lost => lost.How == "stopped waiting");
    }

    [Fact]
    public void A_price_that_is_missing_is_named_and_never_invented()
    {
        var result = WhatIfRun.Of(OneOfEach(Shipped["rise-chronic-pain"]), Small, Smooth with { Groups = 0 }, 1, 20, 3);
        var income = Assert.Single(result.Income);
        Assert.Null(income.Currency);
        Assert.Equal(360, income.Amount);
        Assert.Contains(result.PricesMissing, missing => missing.Session == "Medical assessment" && missing.Times == 1);
    }

    [Fact]
    public void Hours_of_one_patient_in_one_room_are_those_worked_out_by_hand()
    {
        // Assessment 60 min with the prescriber; preparation 50 and integration 50 with a therapist; a day of 420 with therapist and nurse, the prescriber on site, the room held 30 before and after.
        // The day begins when the clinic opens, so the half hour before lies outside opening hours and is no part of their use.
        var result = WhatIfRun.Of(OneOfEach(Shipped["rise-chronic-pain"]), Small, Smooth with { Groups = 0, Video = 0 }, 1, 20, 3);
        Assert.Equal(1, result.Finished);
        Assert.Equal([(Roles.Therapist, 8.7m, 0m), (Roles.Nurse, 7m, 0m), (Roles.Prescriber, 1m, 7m), (Roles.FrontDesk, 0m, 0m)], result.Staff.Select(staff => (staff.Role, staff.WithPatients, staff.OnSite)));
        Assert.Equal([("medicine", 7.5m, 1000m), ("talking", 2.7m, 1000m)], result.Rooms.Select(room => (room.Kind, room.Used, room.Open)));
        Assert.Equal(20 * 5 * 8 * 2, result.Staff[0].Rostered);
        Assert.Equal(new Overruns(0, 0, 0, 0), result.Overruns);
    }

    [Fact]
    public void Numbers_out_of_range_are_refused_in_words()
    {
        Assert.Equal(["Patients are 1 to 100000, not 0."], WhatIfRun.Faults(0, 52, new Assumptions()));
        Assert.Equal(["“missed” is 0 to 100 %, not 101."], WhatIfRun.Faults(1, 52, new Assumptions { Missed = 101 }));
        Assert.Throws<ArgumentException>(() => WhatIfRun.Of(Shipped["hea-trauma"], Small, new Assumptions(), 1, 0, 1));
    }

    /// <summary>Nobody leaves, misses or overruns anything.</summary>
    private static Assumptions Smooth { get; } = new()
    {
        LeaveAfterFirstContact = 0, NotSuitable = 0, Decline = 0, LeaveAfterPreparation = 0, LeaveAfterMedicine = 0, LeaveLater = 0, Missed = 0, GateNotMet = 0, Overrun = 0, Groups = 0, OwnTherapist = 0,
    };

    private static WhatIfResult Run(Programme programme, ClinicSetup setup) => WhatIfRun.Of(programme, setup, new Assumptions(), 120, 40, 3);

    private static string Json(WhatIfResult result) => JsonSerializer.Serialize(result) + JsonSerializer.Serialize(result.Schedule);

    private static Programme UntilTheFirstSeries(Programme programme) =>
        programme with { Phases = [.. programme.Phases.TakeWhile(phase => phase.Kind is PhaseKind.FirstContact or PhaseKind.Assessment or PhaseKind.Preparation), programme.Phases.First(phase => phase.Kind == PhaseKind.Induction)] };

    /// <summary>One assessment, one preparation, one day with medicine and one integration.</summary>
    private static Programme OneOfEach(Programme programme)
    {
        Phase Only(PhaseKind kind, params string[] sessions) => programme.Phases.First(phase => phase.Kind == kind) is var phase
            ? phase with { WindowDays = null, Sessions = [.. phase.Sessions.Where(line => sessions.Contains(line.SessionId)).Select(line => line with { Count = new(1, 1) })] }
            : throw new InvalidOperationException();
        return programme with { Phases = [Only(PhaseKind.Assessment, "medical-assessment"), Only(PhaseKind.Preparation, "preparation"), Only(PhaseKind.Induction, "medicine-day", "integration")] };
    }

    private static void Apart(IEnumerable<(int Who, int From, int To)> stretches)
    {
        foreach (var one in stretches.GroupBy(stretch => stretch.Who))
        {
            var inOrder = one.OrderBy(stretch => stretch.From).ToList();
            Assert.All(inOrder.Zip(inOrder.Skip(1)), two => Assert.True(two.First.To <= two.Second.From, $"{one.Key}: {two.First} and {two.Second}"));
        }
    }
}
