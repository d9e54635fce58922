using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Music;
using Sojourn.Clinic.Permissions;
using Sojourn.Domain.Music;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Music;

/// <summary>Playlists: made, named, filled phase by phase, removed.</summary>
internal sealed partial class MusicRoutes
{
    private sealed record Named(string Name);

    private sealed record Placed(MusicPhase Phase, TrackId Track);

    private static void MapPlaylists(Routes routes)
    {
        const string One = "/settings/music/playlists/{id}";
        routes.Post("/settings/music/playlists", Permission.ManageMusic, Make);
        routes.Get(One, Permission.ManageMusic, x => MusicRecords.Playlist(x.Records, x.Id()) is { } list ? Show(x, list, Form.With(("name", list.Name)), null) : NoPlaylist(x));
        routes.Post(One, Permission.ManageMusic, Rename);
        routes.Post(One + "/tracks", Permission.ManageMusic, x => Arrange(x, (list, at) => new MusicLibrary.Command.PutIn(list, at.Phase, at.Track)));
        routes.Post(One + "/moves", Permission.ManageMusic, x => Arrange(x, (list, at) => new MusicLibrary.Command.MoveUp(list, at.Phase, at.Track)));
        routes.Post(One + "/withdrawals", Permission.ManageMusic, x => Arrange(x, (list, at) => new MusicLibrary.Command.TakeOut(list, at.Phase, at.Track)));
        routes.Post(One + "/removal", Permission.ManageMusic, RemovePlaylist);
    }

    private static string PlaceOf(PlaylistId id) => $"/settings/music/playlists/{id.Value}";

    private static IResult NoPlaylist(Exchange x) => x.Missing("There is no such playlist. Open the clinic's music.");

    /// <param name="part">The phase whose form was refused, or null for the name's.</param>
    private static IResult Show(Exchange x, PlaylistRow list, Form form, string? part) => x.Page<PlaylistPage>(
        new PlaylistPage.View(list, MusicRecords.Tracks(x.Records), [.. MusicRecords.Placed(x.Records).Where(row => row.PlaylistId == list.Id)], form, part),
        form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static Task<IResult> Make(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var named = new Named(f.Text("name", "Give the playlist a name.", 80));
        var sender = x.Sender;
        var id = new PlaylistId(sender.CommandId);
        return x.Send(
            f.Give(() => named),
            n => x.Clinic.Run(sender, MusicSlice.Slice, MusicLibrary.Id, new MusicLibrary.Command.MakePlaylist(id, n.Name)),
            _ => PlaceOf(id),
            form => Library(x, [], form));
    }

    private static async Task<IResult> Rename(Exchange x)
    {
        if (MusicRecords.Playlist(x.Records, x.Id()) is not { } list)
        {
            return NoPlaylist(x);
        }

        var f = new FieldReader(x.Fields);
        var named = new Named(f.Text("name", "Give the playlist a name.", 80));
        return await x.Send(
            f.Give(() => named),
            n => x.Clinic.Run(x.Sender, MusicSlice.Slice, MusicLibrary.Id, new MusicLibrary.Command.RenamePlaylist(list.Id, n.Name)),
            _ => PlaceOf(list.Id),
            form => Show(x, list, form, null));
    }

    private static async Task<IResult> Arrange(Exchange x, Func<PlaylistId, Placed, MusicLibrary.Command> command)
    {
        if (MusicRecords.Playlist(x.Records, x.Id()) is not { } list)
        {
            return NoPlaylist(x);
        }

        var f = new FieldReader(x.Fields);
        var at = new Placed(f.OneOf<MusicPhase>("phase", "Choose the phase."), new TrackId(f.Id("track", "Choose a track.")));
        return await x.Send(
            f.Give(() => at),
            placed => x.Clinic.Run(x.Sender, MusicSlice.Slice, MusicLibrary.Id, command(list.Id, placed)),
            _ => $"{PlaceOf(list.Id)}#{x.Fields["phase"]}",
            form => Show(x, list, form, x.Fields["phase"] ?? ""));
    }

    private static async Task<IResult> RemovePlaylist(Exchange x)
    {
        if (MusicRecords.Playlist(x.Records, x.Id()) is not { } list)
        {
            return NoPlaylist(x);
        }

        var f = new FieldReader(x.Fields);
        return await x.Send(
            f.Give(() => list),
            _ => x.Clinic.Run(x.Sender, MusicSlice.Slice, MusicLibrary.Id, new MusicLibrary.Command.RemovePlaylist(list.Id)),
            _ => Index,
            form => Show(x, list, form, null));
    }
}
