using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.People;
using Sojourn.Domain.Tasks;

namespace Sojourn.Clinic.Tests.Reacting;

/// <summary>A reaction that throws holds up nobody else, is tried again, and in the end asks a person.</summary>
public sealed class PuttingAReactionAside : IAsyncLifetime
{
    private readonly List<string> said = [];
    private readonly Failing failing = new();
    private readonly Greeting greeting = new();
    private ClinicAtWork clinic = null!;

    public async ValueTask InitializeAsync() => clinic = await ClinicAtWork.Open();

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task Others_go_on_past_one_that_always_throws()
    {
        using var reactor = Reactor();
        await clinic.Register("Ana");
        await clinic.Register("Bea");
        await reactor.CatchUp();
        Assert.Equal(2, Tasks("greet").Count);
        Assert.Equal(2, reactor.Stuck.Count);
        Assert.All(said, sentence => Assert.Contains("The printer is on fire", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_tried_again_only_when_its_wait_is_over_and_then_goes_through_once()
    {
        using var reactor = Reactor();
        await clinic.Register("Ana");
        Assert.Equal(clinic.Now.AddSeconds(10), await reactor.CatchUp());
        failing.IsMended = true;
        await reactor.CatchUp();
        Assert.Empty(Tasks("print"));
        clinic.Now = clinic.Now.AddSeconds(10);
        Assert.Null(await reactor.CatchUp());
        await reactor.CatchUp();
        Assert.Single(Tasks("print"));
        Assert.Empty(Tasks("stuck-reaction"));
    }

    [Fact]
    public async Task After_five_tries_the_manager_has_it_with_a_clock_and_trying_again_clears_it()
    {
        using var reactor = Reactor();
        await clinic.Register("Ana");
        await TryUntilParked(reactor);
        var task = Assert.Single(Tasks("stuck-reaction"));
        Assert.Equal(("role/manager", clinic.Now.AddDays(1)), (task.Owner, task.DueAt));
        Assert.Equal($"stuck/{Assert.Single(reactor.Stuck).Id}", task.Resource);

        var id = reactor.Stuck.Single().Id;
        Assert.Equal("The printer is on fire.", await reactor.TryAgain(id));
        Assert.Single(Tasks("stuck-reaction"));
        failing.IsMended = true;
        Assert.Null(await reactor.TryAgain(id));
        Assert.Empty(Tasks("stuck-reaction"));
        Assert.Single(Tasks("print"));
        Assert.Null(clinic.Read(records => StuckReactions.One(records, id)));
    }

    [Fact]
    public async Task A_restart_forgets_neither_the_tries_nor_what_is_done()
    {
        await clinic.Register("Ana");
        using (var before = Reactor())
        {
            await TryUntilParked(before);
        }

        failing.IsMended = true;
        using var after = Reactor();
        Assert.Null(await after.CatchUp());
        Assert.Equal(5, Assert.Single(after.Stuck).Tries);
        Assert.Empty(Tasks("print"));
        await after.TryAgain(after.Stuck.Single().Id);
        await after.CatchUp();
        Assert.Single(Tasks("print"));
        Assert.Single(Tasks("greet"));
    }

    [Fact]
    public async Task A_crash_before_the_place_was_kept_does_nothing_twice()
    {
        await clinic.Register("Ana");
        using (var before = Reactor())
        {
            await before.CatchUp(keepPlace: false);
        }

        failing.IsMended = true;
        clinic.Now = clinic.Now.AddSeconds(10);
        using var after = Reactor();
        await after.CatchUp();
        Assert.Single(Tasks("print"));
        Assert.Empty(after.Stuck);
        Assert.Equal(1, clinic.Read(records => records.Value<long>("select count(*) from task where kind = 'greet'")));
    }

    private async Task TryUntilParked(Reactor reactor)
    {
        while (await reactor.CatchUp() is { } due)
        {
            clinic.Now = due;
        }
    }

    private IReadOnlyList<TaskRow> Tasks(string kind) => [.. clinic.Read(TaskRecords.Open).Where(task => task.Kind == kind)];

    private Reactor Reactor() => new(clinic.Runner, said.Add, [failing, greeting]);

    private static void Raise(Desk desk, string kind, Guid about) =>
        desk.Do(TaskSlice.Slice, TaskSlice.Id($"{kind}/{desk.Sender.CommandId}", about), new Chore.Command.Raise(kind, kind, null, null, null, "role/front-desk", null, desk.At, null));

    private sealed class Failing() : Reaction("test-failing")
    {
        internal bool IsMended { get; set; }

        protected override void Define() => On<Person.Event.Registered>((_, origin, desk) =>
        {
            Raise(desk, "print", origin.Id);
            if (!IsMended)
            {
                throw new InvalidOperationException("The printer is on fire.");
            }
        });
    }

    private sealed class Greeting() : Reaction("test-greeting")
    {
        protected override void Define() => On<Person.Event.Registered>((_, origin, desk) => Raise(desk, "greet", origin.Id));
    }
}
