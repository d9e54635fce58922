using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sojourn.Domain.Scheduling;

namespace Sojourn.Bench;

/// <summary>The same question as an integer programme, for a solver that knows nothing of ours: COIN-OR CBC reads it as a file in LP format.</summary>
internal sealed class CalendarProgramme
{
    private const int Window = 1_000_000;
    private const int Person = 10_000;

    private readonly Series series;
    private readonly List<SeriesStep> steps;
    private readonly List<int> sessions = [];
    private readonly StringBuilder rows = new();
    private readonly StringBuilder goal = new();
    private readonly List<string> choices = [];
    private readonly int far;

    private CalendarProgramme(Series series)
    {
        this.series = series;
        far = series.Grid.Slots + series.Session.Slots + series.AfterSlots.Most;
        steps = [.. series.Before];
        for (var number = 0; number < series.Count; number++)
        {
            sessions.Add(steps.Count);
            steps.Add(series.Session);
            if (series.After is { } after)
            {
                steps.Add(after);
            }
        }
    }

    /// <summary>Windows broken, people and earliness of the proven best; null where there is none.</summary>
    public static (int Breaks, int People, long Earliness)? Best(Series series, string folder)
    {
        var file = Path.Combine(folder, "series.lp");
        var answer = Path.Combine(folder, "series.sol");
        File.WriteAllText(file, new CalendarProgramme(series).Text());
        using var solver = Process.Start(new ProcessStartInfo("cbc", [file, "ratioGap", "0", "allowableGap", "0.5", "solve", "solu", answer]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        _ = solver.StandardOutput.ReadToEnd();
        solver.WaitForExit();
        var first = File.ReadLines(answer).First();
        if (!first.StartsWith("Optimal", StringComparison.Ordinal))
        {
            return first.Contains("nfeasible", StringComparison.Ordinal) ? null : throw new InvalidOperationException($"cbc: {first}");
        }

        var value = (long)Math.Round(double.Parse(first.Split(' ')[^1], CultureInfo.InvariantCulture));
        return ((int)(value / Window), (int)(value % Window / Person), value % Person);
    }

    private string Text()
    {
        for (var at = 0; at < steps.Count; at++)
        {
            Step(at);
        }

        Staff();
        Order();
        Windows();
        return string.Create(CultureInfo.InvariantCulture, $"Minimize\n goal: {goal}\nSubject To\n{rows}Binary\n {string.Join("\n ", choices)}\nEnd\n");
    }

    /// <summary>One beginning for each, and with it one for each need.</summary>
    private void Step(int at)
    {
        var step = steps[at];
        var beginnings = Beginnings(step);
        if (beginnings.Count == 0)
        {
            Row("0 y0 >= 1");
        }

        foreach (var slot in beginnings)
        {
            choices.Add($"x{at}_{slot}");
            goal.Append(CultureInfo.InvariantCulture, $" + {slot} x{at}_{slot}");
        }

        Row($"{Sum(beginnings, slot => $"x{at}_{slot}")} = 1");
        for (var need = 0; need < step.Needs.Count; need++)
        {
            Row($"{Sum(step.Needs[need], one => $"w{at}_{need}_{one}")} = 1");
            foreach (var one in step.Needs[need])
            {
                choices.Add($"w{at}_{need}_{one}");
                var could = beginnings.Where(slot => Free(series.Staff[one], slot, slot + step.Slots)).ToList();
                Row($"w{at}_{need}_{one}{string.Concat(could.Select(slot => $" - x{at}_{slot}"))} <= 0");
            }
        }
    }

    private void Staff()
    {
        foreach (var one in steps.SelectMany(step => step.Needs).SelectMany(need => need).Distinct())
        {
            choices.Add($"y{one}");
            goal.Append(CultureInfo.InvariantCulture, $" + {Person} y{one}");
            for (var at = 0; at < steps.Count; at++)
            {
                var there = steps[at].Needs.Index().Where(need => need.Item.Contains(one)).Select(need => $"w{at}_{need.Index}_{one}").ToList();
                if (there.Count > 0)
                {
                    Row($"{string.Join(" + ", there)} - y{one} <= 0");
                }
            }
        }
    }

    private void Order()
    {
        for (var at = 0; at < series.Before.Count; at++)
        {
            Row($"{Days(at + 1)}{Days(at, minus: true)} >= 1");
        }

        foreach (var (session, next) in sessions.Zip(sessions.Skip(1)))
        {
            Row($"{Slots(next)}{Slots(session, minus: true)} >= {series.LeastSlots}");
            Row($"{Days(next)}{Days(session, minus: true)} >= 1");
            Row($"{Slots(next)}{Slots(next - 1, minus: true)} >= {steps[next - 1].Slots}");
        }
    }

    private void Windows()
    {
        foreach (var (session, next) in sessions.Zip(sessions.Skip(1)))
        {
            Kept($"{Days(next)}{Days(session, minus: true)}", series.SpacingDays.Least, series.SpacingDays.Most, $"b{session}", series.Grid.Days);
        }

        foreach (var session in sessions.Where(_ => series.After is not null))
        {
            var gap = $"{Slots(session + 1)}{Slots(session, minus: true)}";
            Row($"{gap} >= {series.Session.Slots + series.AfterSlots.Least}");
            Kept(gap, 0, series.Session.Slots + series.AfterSlots.Most, $"c{session}", far);
        }

        if (series.WindowDays is { } whole)
        {
            Kept($"{Days(sessions[^1])}{Days(sessions[0], minus: true)}", whole.Least, whole.Most, "v", series.Grid.Days);
        }
    }

    /// <summary>A window that is kept or counted as broken.</summary>
    private void Kept(string sum, int least, int most, string broken, int far)
    {
        choices.Add(broken);
        goal.Append(CultureInfo.InvariantCulture, $" + {Window} {broken}");
        Row($"{sum} + {far} {broken} >= {least}");
        Row($"{sum} - {far} {broken} <= {most}");
    }

    private List<int> Beginnings(SeriesStep step) =>
        [.. Enumerable.Range(series.From, series.Grid.Slots - series.From).Where(slot =>
            Free(series.Person, slot, slot + step.Slots)
            && step.Rooms.Any(room => Free(series.Rooms[room].Untaken, slot - step.HeldBefore, slot + step.Slots + step.HeldAfter)))];

    private static bool Free(SlotSet set, int from, int to) => Enumerable.Range(from, to - from).All(slot => set[slot]);

    private string Slots(int at, bool minus = false) => Weighed(at, slot => slot, minus);

    private string Days(int at, bool minus = false) => Weighed(at, series.Grid.DayOf, minus);

    private string Weighed(int at, Func<int, int> weight, bool minus) =>
        string.Concat(Beginnings(steps[at]).Select(slot => $" {(minus ? '-' : '+')} {weight(slot)} x{at}_{slot}"));

    private static string Sum<T>(IEnumerable<T> parts, Func<T, string> name) => string.Join(" + ", parts.Select(name));

    private void Row(string row) => rows.Append(' ').Append(row).Append('\n');
}
