using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes;
using Sojourn.Simulation.WhatIf;

namespace Sojourn.Cli.Verbs;

/// <summary><c>programme simulate FILE [FILE2]</c>: invented patients in a programme, with waits, hours, rooms, income and blocked steps; two programmes side by side.</summary>
internal static class ProgrammeSimulateVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Letters of a label; a longer one has a line of its own.</summary>
    private const int Widest = 64;

    internal static Command Make()
    {
        var files = new Argument<string[]>("file") { Description = "One programme file, or two to stand side by side.", Arity = new ArgumentArity(1, 2) };
        var patients = new Option<int>("--patients") { Description = "Invented patients.", DefaultValueFactory = _ => 1000 };
        var weeks = new Option<int>("--weeks") { Description = "Weeks.", DefaultValueFactory = _ => 52 };
        var seed = new Option<int>("--seed") { Description = "Another seed, other people.", DefaultValueFactory = _ => 7 };
        var rooms = new Option<string>("--rooms") { Description = "Rooms: medicine=2,talking=3.", HelpName = "KIND=N,…" };
        var staff = new Option<string>("--staff") { Description = "Staff: therapist=4,nurse=2,prescriber=1,front-desk=1.", HelpName = "ROLE=N,…" };
        var chairs = new Option<int>("--group-chairs") { Description = "Chairs in the first medicine room.", DefaultValueFactory = _ => 6 };
        var assume = new Option<string>("--assume") { Description = $"Other shares than those assumed, as missed=10,overrun=20. They are {string.Join(", ", Assumptions.All.Select(one => one.Id))}.", HelpName = "NAME=N,…" };
        var json = Options.Json();
        var verb = new Command("simulate", "Try programmes on invented patients.") { files, patients, weeks, seed, rooms, staff, chairs, assume, json };
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(files), (parsed.GetValue(patients), parsed.GetValue(weeks), parsed.GetValue(seed)), (parsed.GetValue(rooms), parsed.GetValue(staff), parsed.GetValue(chairs)),
            parsed.GetValue(assume), parsed.GetValue(json), cancellation)));
        return verb;
    }

    private static int Run(string[] files, (int Patients, int Weeks, int Seed) size, (string? Rooms, string? Staff, int Chairs) clinic, string? assume, bool json, CancellationToken cancellation)
    {
        var (rooms, staff, assumed) = (SetupText.Rooms(clinic.Rooms ?? "2"), SetupText.Staff(clinic.Staff ?? ""), SetupText.Assumed(assume ?? ""));
        List<string> wrong = [.. rooms.Faults.Concat(staff.Faults).Concat(assumed.Faults).Select(fault => fault.Sentence), .. WhatIfRun.Faults(size.Patients, size.Weeks, new Assumptions())];
        if (clinic.Chairs is < 1 or > 100)
        {
            wrong.Add("Chairs of a group room are 1 to 100.");
        }

        if (wrong.Count > 0)
        {
            Exit.Refuse(wrong);
            return Exit.Usage;
        }

        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            return Exit.Refuse([Directory.Exists(missing) ? $"{missing} is a folder. Name a programme file in it." : $"There is no file {missing}."]);
        }

        var read = files.Select(file => ProgrammeFiles.Read(file, Shipped.InstrumentsFolder)).ToList();
        if (read.Exists(file => file.Programme is null))
        {
            return Exit.Refuse([.. read.SelectMany(file => file.Faults).Select(fault => fault.ToString()), "A programme with faults cannot be simulated. Mend them first."]);
        }

        var setup = ClinicSetup.Of(rooms.Value!, clinic.Staff is null ? ClinicSetup.DefaultStaff : staff.Value!, clinic.Chairs);
        Say(Simulate([.. read.Select(file => file.Programme!)], size, setup, assumed.Value!, cancellation), setup, json);
        return Exit.Done;
    }

    private static List<WhatIfResult> Simulate(IReadOnlyList<Programme> programmes, (int Patients, int Weeks, int Seed) size, ClinicSetup setup, Assumptions assumed, CancellationToken cancellation)
    {
        var began = Stopwatch.StartNew();
        List<WhatIfResult> results = [];
        foreach (var programme in programmes)
        {
            results.Add(WhatIfRun.Of(programme, setup, assumed, size.Patients, size.Weeks, size.Seed, new OnStderr(programme.Title), cancellation));
        }

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size.Patients} patients, {size.Weeks} weeks, seed {size.Seed}: {began.Elapsed.TotalSeconds:0.0} s."));
        return results;
    }

    private static void Say(List<WhatIfResult> results, ClinicSetup setup, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { caution = WhatIfTable.Caution, results }, Json));
            return;
        }

        var table = WhatIfTable.Of(results);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{WhatIfTable.Caution}\n{setup.Name}.\n");
        var wide = Math.Min(Widest, table.Sections.SelectMany(section => section.Rows).Max(row => row.Label.Length));
        var columns = Enumerable.Range(0, table.Columns.Count).Select(column => table.Sections.SelectMany(section => section.Rows).Max(row => row.Values[column].Length)).ToList();
        foreach (var section in table.Sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{section.Title}{(section.Note is { } note ? $". {note}" : "")}\n");
            Line(text, section.Rows.Count == 0 ? "  none" : "", section.Rows.Count == 0 ? [] : table.Columns, wide, columns);
            foreach (var row in section.Rows)
            {
                Line(text, "  " + row.Label, row.Values, wide, columns);
            }
        }

        text.Append("\nAssumed (change with --assume NAME=N)\n");
        foreach (var (row, one) in WhatIfTable.Assumed(results[0].Assumptions).Zip(Assumptions.All))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {one.Id,-20}{row.Values[0],-10}{row.Label}\n");
        }

        text.Append("\nHow it is worked out\n");
        foreach (var line in WhatIfTable.HowItWorks)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {line}\n");
        }

        Console.Write(text);
    }

    private static void Line(StringBuilder text, string label, IReadOnlyList<string> values, int wide, List<int> columns)
    {
        if (label.Length > wide + 2)
        {
            text.Append(label).Append('\n');
            label = "";
        }

        var line = label.PadRight(wide + 4) + string.Concat(values.Select((value, column) => value.PadRight(columns[column] + 2)));
        text.Append(line.TrimEnd()).Append('\n');
    }

    /// <summary>A line that is written over; whole percents only, and nothing where nobody sees it.</summary>
    private sealed class OnStderr(string title) : IProgress<WhatIfProgress>
    {
        private int shown = -1;

        public void Report(WhatIfProgress value)
        {
            if (value.Percent != shown && !Console.IsErrorRedirected)
            {
                shown = value.Percent;
                Console.Error.Write(shown == 100 ? $"\r{new string(' ', title.Length + 10)}\r" : $"\r{title}: {shown} %");
            }
        }
    }
}
