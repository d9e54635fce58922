using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Music;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Music;

namespace Sojourn.Simulation.Demo;

internal sealed partial class Life
{
    /// <summary>What the therapist does with the music, by minutes after the dose.</summary>
    private static readonly (int Minute, MusicChange Change, MusicPhase Phase)[] Playing =
    [
        (10, MusicChange.Changed, MusicPhase.Peak),
        (25, MusicChange.Faded, MusicPhase.Peak),
        (30, MusicChange.Started, MusicPhase.Peak),
        (45, MusicChange.Changed, MusicPhase.Return),
        (60, MusicChange.Changed, MusicPhase.After),
        (75, MusicChange.Paused, MusicPhase.After),
    ];

    /// <summary>One to one only: a group hears one playlist, which is nobody's own.</summary>
    private bool HearsMusic => part is { IsKnown: true, InGroup: false, GroupToday: null };

    /// <summary>The session in which the first tap was refused, because quiet was chosen beforehand.</summary>
    private Guid? quiet;

    /// <summary>Decided by nobody's dice, so that the rest of the story is the same with music and without.</summary>
    private async Task Hears(Guid session, MusicChange change, MusicPhase phase)
    {
        if (!HearsMusic || quiet == session)
        {
            return;
        }

        var track = DemoMusic.FirstOf(phase);
        var sender = new Sender(DerivedId.From($"demo-music-{change}-{phase}", session), Actor.Staff(Therapist.Id), world.Now);
        var outcome = await world.Runner.Run(sender, desk => desk.Do(MedicineSlice.Slice, session, new MedicineSession.Command.PlayMusic(
            world.Now, world.Now, change, DemoMusic.Playlist, phase, track, MusicRecords.Facts(desk.Records, DemoMusic.Playlist.Value), RoomFacts.Of(desk.Records, desk.Programmes, session, desk.At)?.Directive?.Choices.Music)));
        quiet = outcome is Outcome.Refused ? session : quiet;
    }

    /// <summary>Who comes to the tablet only now does what is to be done now, and not what was to be done before.</summary>
    private async Task Hears(Guid session, Queue<(int Minute, MusicChange Change, MusicPhase Phase)> ahead, int minute)
    {
        (int Minute, MusicChange Change, MusicPhase Phase)? last = null;
        while (ahead.TryPeek(out var next) && next.Minute <= minute)
        {
            last = ahead.Dequeue();
        }

        if (last is { } now)
        {
            await Hears(session, now.Change, now.Phase);
        }
    }
}
