using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Music;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Music;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Dosing;

/// <summary>What the player of the room did, as it says it; the bytes are not its business.</summary>
internal sealed partial class DosingRoutes
{
    private static Task<IResult> PlayMusic(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var at = RoomTime.Read(f, Zone(x), sender.At);
        var change = f.OneOf<MusicChange>("change", "Say what became of the music: started, changed, paused or faded.");
        var phase = f.OneOf<MusicPhase>("phase", "Choose the phase.");
        var playlist = f.Id("playlist", "Choose a playlist.");
        var track = f.Id("track", "Choose a track.");
        return Run(x, f, "music", sender, (facts, desk) => desk.Do(Clinic.Dosing.MedicineSlice.Slice, x.Id(), new MedicineSession.Command.PlayMusic(
            sender.At, at, change, new PlaylistId(playlist), phase, new TrackId(track), MusicRecords.Facts(desk.Records, playlist), facts.Directive?.Choices.Music)));
    }
}
