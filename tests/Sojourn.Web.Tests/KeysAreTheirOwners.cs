using Sojourn.Cli.Verbs;
using Sojourn.Web.Hosting;

namespace Sojourn.Web.Tests;

public sealed class KeysAreTheirOwners
{
    [Fact]
    public async Task Nobody_else_may_read_the_folder_of_keys_nor_a_key_that_lay_there_before()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Windows closes the folder by its own rights.
        }

        var folder = Path.Combine(Path.GetTempPath(), $"sojourn-keys-{Guid.CreateVersion7():N}");
        await using var clinic = ClinicFolder.Open(folder, TimeProvider.System);
        Directory.CreateDirectory(clinic.KeysFolder);
        var before = Path.Combine(clinic.KeysFolder, "key-of-yesterday.xml");
        await File.WriteAllTextAsync(before, "<key/>", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(before, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        await using var app = await SojournHost.Build(new HostSettings("http://127.0.0.1:0", clinic.KeysFolder), clinic.Runner);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(clinic.KeysFolder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(before));
    }
}
