using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Music;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Music;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Music;

/// <summary>The clinic's own music: its files and its tracks.</summary>
internal sealed partial class MusicRoutes : ISliceRoutes
{
    private const string Index = "/settings/music";

    private sealed record Typed(string Title, string? Credit);

    public static void Map(Routes routes)
    {
        routes.Get("/music/{hash}", Permission.SeeToday, Play);
        routes.Get(Index, Permission.SeeToday, x => Library(x, []));
        routes.Post("/settings/music/tracks", Permission.ManageMusic, TakeIn);
        routes.Get("/settings/music/tracks/{id}", Permission.ManageMusic, x => MusicRecords.Track(x.Records, x.Id()) is { } track ? Show(x, track, Form.With(("title", track.Title), ("credit", track.Credit))) : NoTrack(x));
        routes.Post("/settings/music/tracks/{id}", Permission.ManageMusic, Describe);
        routes.Post("/settings/music/tracks/{id}/removal", Permission.ManageMusic, Remove);
        MapPlaylists(routes);
    }

    /// <summary>The bytes under a hash never change, so a browser may keep them; it is asked for parts of them as it plays.</summary>
    private static IResult Play(Exchange x)
    {
        var hash = x.Http.Request.RouteValues["hash"]?.ToString() ?? "";
        if (MusicRecords.WithHash(x.Records, hash) is not { } track || x.Service<MusicFolder>().Find(hash) is not { } file)
        {
            return x.Missing("This file is not in the clinic's music.");
        }

        x.Http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        x.Http.Response.Headers.Remove("Pragma");
        return Results.File(file, MusicWords.MediaType(track.Kind), enableRangeProcessing: true);
    }

    private static IResult Library(Exchange x, IReadOnlyList<MusicPage.Report> reports, Form? form = null)
    {
        var folder = x.Service<MusicFolder>();
        var tracks = MusicRecords.Tracks(x.Records);
        var wrong = form is { HasProblem: true } || reports.Any(report => report.WhyNot is not null);
        return x.Page<MusicPage>(
            new MusicPage.View(
                tracks,
                [.. tracks.Where(track => folder.Find(track.Hash) is null).Select(track => track.Id)],
                MusicRecords.Playlists(x.Records),
                MusicRecords.Placed(x.Records),
                reports,
                form ?? Form.Fresh,
                x.Who.May(Permission.ManageMusic)),
            wrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>Each file is taken whole or not at all, and the page says of each what became of it.</summary>
    private static async Task<IResult> TakeIn(Exchange x)
    {
        var files = x.Http.Request.HasFormContentType ? x.Http.Request.Form.Files : null;
        if (files is not { Count: > 0 })
        {
            const string sentence = "Choose at least one file: MP3, Ogg (Vorbis or Opus), FLAC or WAV.";
            return x.WantsJson
                ? Results.Problem(sentence, statusCode: StatusCodes.Status422UnprocessableEntity)
                : Library(x, [], Form.Back(x.Fields, [new Fault("files", sentence)], []));
        }

        var folder = x.Service<MusicFolder>();
        var missing = MusicRecords.Tracks(x.Records).Where(track => folder.Find(track.Hash) is null).ToDictionary(track => track.Hash, track => track.Title, StringComparer.Ordinal);
        List<MusicPage.Report> reports = [];
        foreach (var file in files)
        {
            reports.Add(await TakeIn(x, file, missing));
        }

        using var fresh = x.Clinic.Read();
        return Library(new Exchange(x.Http, x.Clinic, fresh, x.Who, x.Fields), reports);
    }

    private static async Task<MusicPage.Report> TakeIn(Exchange x, IFormFile file, Dictionary<string, string> missing)
    {
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        var folder = x.Service<MusicFolder>();
        await using var stream = file.OpenReadStream();
        if (await folder.Take(stream, x.Http.RequestAborted) is var taken && taken.Sound is not { } sound)
        {
            return new(name, "", taken.WhyNot);
        }

        if (missing.Remove(sound.Hash, out var back))
        {
            return new(name, $"{back} is on this machine again", null);
        }

        var title = Title(name);
        var outcome = await x.Clinic.Run(x.Clinic.SenderFor(x.Who.Actor), MusicSlice.Slice, MusicLibrary.Id, new MusicLibrary.Command.AddTrack(new TrackId(Guid.CreateVersion7()), title, x.Fields["credit"], sound));
        return new(name, $"{title}, {MusicWords.Length(sound.Seconds)}", outcome is Outcome.Refused refused ? string.Join(' ', refused.Reasons.Select(reason => reason.Sentence)) : null);
    }

    /// <summary>"01_slow-water.mp3" is Slow water, until somebody writes another title.</summary>
    private static string Title(string file)
    {
        var words = Path.GetFileNameWithoutExtension(file).Replace('_', ' ').Replace('-', ' ').Trim().TrimStart("0123456789. ".ToCharArray());
        words = words.Length == 0 ? file : words;
        return char.ToUpperInvariant(words[0]) + words[1..Math.Min(words.Length, 120)];
    }

    private static IResult Show(Exchange x, TrackRow track, Form form) =>
        x.Page<TrackPage>(new TrackPage.View(track, x.Service<MusicFolder>().Find(track.Hash) is null, form), form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static IResult NoTrack(Exchange x) => x.Missing("There is no such track. Open the clinic's music.");

    private static async Task<IResult> Describe(Exchange x)
    {
        if (MusicRecords.Track(x.Records, x.Id()) is not { } track)
        {
            return NoTrack(x);
        }

        var f = new FieldReader(x.Fields);
        var typed = new Typed(f.Text("title", "Give the track a title.", 120), f.OptionalText("credit", 400));
        return await x.Send(
            f.Give(() => typed),
            t => x.Clinic.Run(x.Sender, MusicSlice.Slice, MusicLibrary.Id, new MusicLibrary.Command.DescribeTrack(track.Id, t.Title, t.Credit)),
            _ => Index,
            form => Show(x, track, form));
    }

    /// <summary>The file goes with its track; what was played stays in the records by name.</summary>
    private static async Task<IResult> Remove(Exchange x)
    {
        if (MusicRecords.Track(x.Records, x.Id()) is not { } track)
        {
            return NoTrack(x);
        }

        var f = new FieldReader(x.Fields);
        return await x.Send(
            f.Give(() => track),
            async _ =>
            {
                var outcome = await x.Clinic.Run(x.Sender, MusicSlice.Slice, MusicLibrary.Id, new MusicLibrary.Command.RemoveTrack(track.Id));
                if (outcome is Outcome.Done)
                {
                    x.Service<MusicFolder>().Remove(track.Hash);
                }

                return outcome;
            },
            _ => Index,
            form => Show(x, track, form with { Values = Form.With(("title", track.Title), ("credit", track.Credit)).Values }));
    }
}
