using System.Diagnostics;
using System.Text.Json;

namespace Sojourn.Web.Tests.People;

/// <summary>PEOPLE-12, PEOPLE-13: the verb as somebody types it, in a process of its own.</summary>
public sealed class ImportingFromTheTerminal : IDisposable
{
    private const string Two = "mrn,last_name,first_name,date_of_birth\nT-1,Abara,Nkechi,1970-01-01\nT-2,Zhou,An,1980-02-02\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sojourn-import-");

    [Fact]
    public async Task Counts_come_last_and_again_nothing_doubles()
    {
        var file = Write("people.csv", Two);
        var first = await Run("import", "csv", file, "--data", Data);
        Assert.Equal((0, "1 file, 2 people registered, 0 updated, 0 entries recorded, 0 amended, 0 refused"), (first.Exit, first.Out.TrimEnd().Split('\n')[^1]));
        var again = await Run("import", "csv", file, "--data", Data);
        Assert.Equal((0, "1 file, 0 people registered, 0 updated, 0 entries recorded, 0 amended, 0 refused"), (again.Exit, again.Out.TrimEnd().Split('\n')[^1]));
    }

    [Fact]
    public async Task A_refused_file_exits_with_1_and_its_reasons_on_stderr_while_the_other_is_taken()
    {
        var answer = await Run("import", "csv", Write("bad.csv", Two.Replace("1970-01-01", "2970-01-01", StringComparison.Ordinal)), Write("good.csv", Two.Replace("T-", "G-", StringComparison.Ordinal)), "--data", Data);
        Assert.Equal(1, answer.Exit);
        Assert.Contains("bad.csv: line 2, T-1: The date of birth, 01-Jan-2970, is in the future. Correct the year.", answer.Error, StringComparison.Ordinal);
        Assert.Contains("2 files, 2 people registered", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_are_answered_in_json()
    {
        var answer = await Run("import", "fhir", Write("cut.json", "{\"resourceType\":\"Bundle\","), Path.Combine(folder.FullName, "missing.json"), "--data", Data, "--json");
        var json = JsonDocument.Parse(answer.Out).RootElement;
        Assert.Equal((1, 2), (answer.Exit, json.GetProperty("refused").GetInt32()));
        Assert.Contains("ends in the middle", json.GetProperty("files")[0].GetProperty("reasons")[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_the_usage_is_wrong() => Assert.Equal(64, (await Run("import", "fhir", "--data", Data)).Exit);

    private string Data => Path.Combine(folder.FullName, "clinic");

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int Exit, string Out, string Error)> Run(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "sojourn.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
