using Sojourn.Domain.Programmes;

namespace Sojourn.Simulation.WhatIf;

/// <summary>Counts what happened.</summary>
internal sealed class Tally(Programme programme, House house)
{
    private readonly Dictionary<string, SessionCount> sessions = programme.Sessions.ToDictionary(type => type.Id, _ => new SessionCount(), StringComparer.Ordinal);
    private readonly Dictionary<(string Step, string For), List<(int Days, bool Still)>> blocked = [];
    private readonly Dictionary<string, (int Kept, int Broken)> windows = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Step, string How), int> lost = [];
    private readonly Dictionary<string, int> withPatients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<int, DaySlots>> onSite = new(StringComparer.Ordinal);
    private readonly Dictionary<RoomKind, (int Used, int NotUsed)> rooms = [];
    private readonly Dictionary<string, (decimal Amount, bool Approximate)> income = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> unpriced = new(StringComparer.Ordinal);
    private readonly HashSet<int> coursesCharged = [];
    private readonly List<HeldSession> schedule = [];
    private (int Sessions, int Minutes, int Late, int LateMinutes) overruns;

    internal sealed class SessionCount
    {
        internal int Held { get; set; }

        internal int Attended { get; set; }

        internal int Missed { get; set; }

        internal int NotGiven { get; set; }
    }

    internal SessionCount Of(Step step) => sessions[step.Type.Id];

    internal void Blocked(string step, string waitedFor, int days, bool still)
    {
        if (!blocked.TryGetValue((step, waitedFor), out var waits))
        {
            blocked.Add((step, waitedFor), waits = []);
        }

        waits.Add((days, still));
    }

    internal void Window(string what, bool kept)
    {
        var (before, broken) = windows.GetValueOrDefault(what);
        windows[what] = kept ? (before + 1, broken) : (before, broken + 1);
    }

    internal void Lose(string step, string how) => lost[(step, how)] = lost.GetValueOrDefault((step, how)) + 1;

    internal void NotUsed(Booking booking)
    {
        if (booking.Room >= 0)
        {
            var room = house.Rooms[booking.Room];
            var (used, not) = rooms.GetValueOrDefault(room.Kind);
            rooms[room.Kind] = (used, not + room.OpenMinutes(booking.Start - (booking.Step.Before * DaySlots.Minutes), booking.End + (booking.Step.After * DaySlots.Minutes)));
        }
    }

    internal void Held(Booking booking, IReadOnlyList<Visit> here, int[] staff, int starts, int ends, int over)
    {
        var type = booking.Step.Type;
        var count = Of(booking.Step);
        count.Held++;
        count.Attended += here.Count;
        overruns.Sessions += over > 0 ? 1 : 0;
        overruns.Minutes += over;
        overruns.Late += starts > booking.Start ? 1 : 0;
        overruns.LateMinutes += starts - booking.Start;
        foreach (var need in booking.Step.With)
        {
            withPatients[need.Role] = withPatients.GetValueOrDefault(need.Role) + (Math.Min(need.For(here.Count), need.For(booking.Cap)) * (ends - starts));
        }

        foreach (var need in booking.Step.OnSite)
        {
            OnSite(need.Role, starts, ends);
        }

        var (from, to) = (starts, ends);
        if (booking.Room >= 0)
        {
            var room = house.Rooms[booking.Room];
            (from, to) = (starts - type.PreparationMinutes, ends + type.CleanupMinutes);
            var (used, not) = rooms.GetValueOrDefault(room.Kind);
            rooms[room.Kind] = (used + room.OpenMinutes(from, to), not);
        }

        foreach (var visit in here)
        {
            Charge(visit, booking.IsGroup ? SessionFormat.Group : SessionFormat.Individual);
        }

        schedule.Add(new(type.Id, type.Kind, [.. here.Select(visit => visit.Person.Number)], booking.Room >= 0 ? booking.Room : null, staff, starts, ends, from, to));
    }

    internal WhatIfResult Result(ClinicSetup setup, Assumptions assumed, (int Patients, int Weeks, int Seed) size, IReadOnlyList<Person> people)
    {
        var came = people.Where(person => person.Standing != Standing.Expected).ToList();
        return new WhatIfResult
        {
            Programme = programme.Id,
            Title = programme.Title,
            Version = programme.Version,
            Patients = size.Patients,
            Weeks = size.Weeks,
            Seed = size.Seed,
            Clinic = setup.Name,
            Assumptions = assumed,
            Came = came.Count,
            Finished = came.Count(person => person.Standing == Standing.Finished),
            Lost = came.Count(person => person.Standing == Standing.Lost),
            UnderWay = came.Count(person => person.Standing == Standing.UnderWay),
            ToFirstVisit = Wait(came, person => person.FirstVisitAt),
            ToFirstMedicine = Wait(came, person => person.FirstMedicineAt),
            Visits = [.. programme.Sessions.Select(type => (type, count: sessions[type.Id])).Where(one => one.count.Attended + one.count.Missed + one.count.NotGiven > 0)
                .Select(one => new Visits(one.type.Title, one.count.Held, one.count.Attended, one.count.Missed, one.count.NotGiven))],
            Overruns = new(overruns.Sessions, overruns.Minutes, overruns.Late, overruns.LateMinutes),
            Staff = [.. Roles.All.Where(role => house.Staff.Any(member => member.Has(House.RoleOf(role)))).Select(role => TimeOf(role, size.Weeks))],
            Rooms = [.. house.Rooms.GroupBy(room => room.Kind).OrderBy(kind => kind.Key).Select(kind => UseOf(kind.Key, [.. kind], size.Weeks))],
            Income = [.. income.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new Income(one.Key.Length == 0 ? null : one.Key, one.Value.Amount, one.Value.Approximate))],
            PricesMissing = [.. unpriced.Select(one => new PriceMissing(one.Key, one.Value))],
            Blocked = [.. blocked.Select(one => Blocks(one.Key.Step, one.Key.For, one.Value)).OrderByDescending(one => one.Days).ThenBy(one => one.Step, StringComparer.Ordinal).ThenBy(one => one.WaitedFor, StringComparer.Ordinal)],
            Windows = [.. windows.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new WindowKept(one.Key, one.Value.Kept, one.Value.Broken))],
            LostBy = [.. lost.OrderBy(one => Place(one.Key.Step)).ThenBy(one => one.Key.How, StringComparer.Ordinal).Select(one => new LostAt(one.Key.Step, one.Key.How, one.Value))],
            Schedule = [.. schedule.OrderBy(held => held.From)],
        };
    }

    private int Place(string phase) => programme.Phases.TakeWhile(one => one.Title != phase).Count();

    private void OnSite(string role, int starts, int ends)
    {
        if (!onSite.TryGetValue(role, out var days))
        {
            onSite.Add(role, days = []);
        }

        var midnight = starts / WhatIfRun.DayMinutes * WhatIfRun.DayMinutes;
        var day = starts / WhatIfRun.DayMinutes;
        days[day] = days.GetValueOrDefault(day).Or(DaySlots.Range((starts - midnight) / DaySlots.Minutes, (ends - midnight + DaySlots.Minutes - 1) / DaySlots.Minutes));
    }

    private void Charge(Visit visit, SessionFormat format)
    {
        var type = visit.Booking.Step.Type;
        var course = programme.Prices.FirstOrDefault(price => price.Unit == PriceUnit.Course);
        var price = programme.Prices.Where(price => price.SessionId == type.Id && price.Unit != PriceUnit.Course && (price.Format is null || price.Format == format)).OrderBy(price => price.Format is null).FirstOrDefault();
        if (price?.Amount is { } amount)
        {
            Earn(price, price.Unit == PriceUnit.Hour ? amount * type.Minutes.Usual / 60 : amount);
        }
        else if (price is not null || course is null)
        {
            Unpriced(type.Title);
        }

        if (course is not null && type.Kind == SessionKind.Medicine && coursesCharged.Add(visit.Person.Number))
        {
            if (course.Amount is { } whole)
            {
                Earn(course, whole);
            }
            else
            {
                Unpriced(course.Title);
            }
        }
    }

    private void Earn(Price price, decimal amount)
    {
        var (before, approximate) = income.GetValueOrDefault(price.Currency ?? "");
        income[price.Currency ?? ""] = (before + amount, approximate || price.Approximate);
    }

    private void Unpriced(string title) => unpriced[title] = unpriced.GetValueOrDefault(title) + 1;

    private StaffTime TimeOf(string role, int weeks)
    {
        var rostered = house.Staff.Where(member => member.Has(House.RoleOf(role))).Sum(member => member.SlotsAWeek) * weeks * DaySlots.Minutes;
        var patients = withPatients.GetValueOrDefault(role);
        var site = onSite.TryGetValue(role, out var days) ? days.Values.Sum(day => day.Count) * DaySlots.Minutes : 0;
        return new(role, Hours(patients), Hours(site), Hours(rostered), Percent(patients, rostered));
    }

    private RoomUse UseOf(RoomKind kind, IReadOnlyList<House.Room> all, int weeks)
    {
        var open = all.Sum(room => room.OpenSlotsAWeek) * weeks * DaySlots.Minutes;
        var (used, not) = rooms.GetValueOrDefault(kind);
        return new(ClinicSetup.Words(kind), all.Count, Hours(open), Hours(used), Percent(used, open), Hours(not));
    }

    private static Wait Wait(List<Person> came, Func<Person, int?> reached)
    {
        var days = came.Where(person => reached(person) is not null).Select(person => (reached(person)!.Value - person.AsksAt) / WhatIfRun.DayMinutes).Order().ToList();
        return new(days.Count, At(days, 50), At(days, 90), came.Count(person => person.Standing == Standing.UnderWay && reached(person) is null));
    }

    /// <summary>The nearest rank.</summary>
    private static int? At(List<int> sorted, int percent) => sorted.Count == 0 ? null : sorted[(((sorted.Count * percent) + 99) / 100) - 1];

    private static Blocked Blocks(string step, string waitedFor, List<(int Days, bool Still)> waits)
    {
        var days = waits.Select(wait => wait.Days).Order().ToList();
        return new(step, waitedFor, days.Count, days.Sum(), At(days, 50)!.Value, days[^1], waits.Count(wait => wait.Still));
    }

    private static decimal Hours(int minutes) => Math.Round(minutes / 60m, 1);

    private static decimal Percent(int part, int whole) => whole == 0 ? 0 : Math.Round(part * 100m / whole, 1);
}
