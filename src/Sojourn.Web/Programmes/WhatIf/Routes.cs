using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Publishing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Simulation.WhatIf;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Programmes.WhatIf;

/// <summary>A programme tried on invented patients in this clinic's own rooms: asked for, watched, read.</summary>
internal sealed class WhatIfRoutes : ISliceRoutes
{
    /// <summary>Seconds after which a page that shows progress comes again.</summary>
    private const string Again = "1";

    private const int MostMore = 20;

    /// <summary>Stands for the draft in the choice of what to try beside.</summary>
    private const string OfDraft = "(draft)";

    internal static readonly IReadOnlyList<(string Name, string Label, RoomKind Kind)> Rooms = [("more-medicine", "Medicine rooms", RoomKind.Medicine), ("more-talking", "Talking rooms", RoomKind.Talking)];

    internal static readonly IReadOnlyList<(string Name, string Label, string Role)> Staff =
        [("more-therapist", "Therapists", Roles.Therapist), ("more-nurse", "Nurses", Roles.Nurse), ("more-prescriber", "Prescribers", Roles.Prescriber)];

    public static void Map(Routing.Routes routes)
    {
        routes.Get("/programmes/{programme}/what-if", Permission.TryProgrammes, x => Named(x) is { } programme ? Asking(x, programme, Known(x)) : Unknown(x));
        routes.Post("/programmes/{programme}/what-if", Permission.TryProgrammes, x => Task.FromResult(Named(x) is { } programme ? Start(x, programme) : Unknown(x)));
        routes.Get("/programmes/{programme}/what-if/{id}", Permission.TryProgrammes, One);
        routes.Post("/programmes/{programme}/what-if/{id}/keep", Permission.ManageProgrammes, Keep);
        routes.Post("/programmes/{programme}/what-if/{id}/stop", Permission.TryProgrammes, x => Task.FromResult(Stop(x)));
    }

    private static string Id(Exchange x) => ProgrammeRoutes.Id(x);

    /// <summary>In use, or the draft of one that is not in use yet.</summary>
    private static Programme? Named(Exchange x) => x.Clinic.Programmes.Find(Id(x)) ?? Drafted(x, Id(x));

    private static Programme? Drafted(Exchange x, string id) =>
        PublishingRecords.Draft(x.Records, id) is { } draft && PublishingDesk.Sheet(x.Clinic.Programmes, x.Records, id, draft.Text).Read.File.Programme is { } programme
            ? programme with { Title = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{programme.Title} (draft, version {programme.Version})") }
            : null;

    private static IResult Unknown(Exchange x) => x.Missing("This clinic has no such programme.");

    /// <summary>As it was asked for before, where somebody wants to change something and run it again.</summary>
    private static Form Known(Exchange x)
    {
        if (x.Query("like") is not { } like || !Guid.TryParse(like, out var id) || x.Service<WhatIfJobs>().Find(id) is not { } job)
        {
            return Form.Fresh;
        }

        var (asked, words) = (job.Asked, System.Globalization.CultureInfo.InvariantCulture);
        return Form.With(
        [
            ("patients", asked.Patients.ToString(words)), ("weeks", asked.Weeks.ToString(words)), ("seed", asked.Seed.ToString(words)),
            ("beside", job.Programmes.Count < 2 ? null : job.Programmes[1].Id == job.Programmes[0].Id ? OfDraft : job.Programmes[1].Id),
            .. Assumptions.All.Select(one => (one.Id, (string?)one.Of(asked.Assumed).ToString(words))),
            .. Rooms.Select(room => (room.Name, (string?)asked.More.Rooms.GetValueOrDefault(room.Kind).ToString(words))),
            .. Staff.Select(staff => (staff.Name, (string?)asked.More.Staff.GetValueOrDefault(staff.Role).ToString(words))),
        ]);
    }

    private static IResult Asking(Exchange x, Programme programme, Form form) => x.Page<WhatIfPage>(
        new WhatIfPage.View(
            programme,
            [
                .. x.Clinic.Programmes.Find(programme.Id) is not null && Drafted(x, programme.Id) is { } draft ? [new Option(OfDraft, draft.Title)] : (Option[])[],
                .. x.Clinic.Programmes.ById.Values.Where(other => other.Id != programme.Id).OrderBy(other => other.Title, StringComparer.Ordinal).Select(other => new Option(other.Id, other.Title)),
            ],
            OwnClinic.Of(x.Records, x.Today, More.Nothing),
            x.Service<WhatIfJobs>().Of(programme.Id),
            form),
        form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static IResult Start(Exchange x, Programme programme)
    {
        var f = new FieldReader(x.Fields);
        var (patients, weeks, seed) = (f.Whole("patients", "how many patients", 1, 10_000), f.Whole("weeks", "how many weeks", 1, 156), f.Whole("seed", "a seed", 0, int.MaxValue));
        var assumed = Assumptions.All.Aggregate(new Assumptions(), (all, one) => f.OptionalWhole(one.Id, $"“{one.Title}”", one.Least, one.Most) is { } value ? one.With(all, value) : all);
        var rooms = Rooms.ToDictionary(room => room.Kind, room => f.OptionalWhole(room.Name, "how many more", 0, MostMore) ?? 0);
        var staff = Staff.ToDictionary(one => one.Role, one => f.OptionalWhole(one.Name, "how many more", 0, MostMore) ?? 0, StringComparer.Ordinal);
        var beside = f.OptionalText("beside") is not { } other ? null : other == OfDraft ? Drafted(x, programme.Id) : x.Clinic.Programmes.Find(other);
        if (f.OptionalText("beside") is not null && beside is null)
        {
            f.Fault("beside", "This clinic has no such programme. Choose another.");
        }

        if (f.Faults.Count > 0)
        {
            return Asking(x, programme, Form.Back(x.Fields, f.Faults, []));
        }

        var asked = new WhatIfAsked(patients, weeks, seed, assumed, new More(rooms, staff));
        IReadOnlyList<Programme> programmes = beside is null || beside == programme ? [programme] : [programme, beside];
        return x.Service<WhatIfJobs>().Start(programmes, asked, OwnClinic.Of(x.Records, x.Today, asked.More), x.Now) is { } job
            ? x.To($"/programmes/{programme.Id}/what-if/{job.Id}")
            : Asking(x, programme, Form.Back(x.Fields, [], [new Refusal("what-if.busy", $"{WhatIfJobs.AtOnce} are running already. Wait until one of them is done, or stop one.")]));
    }

    private static IResult One(Exchange x)
    {
        if (Named(x) is not { } programme)
        {
            return Unknown(x);
        }

        if (x.Service<WhatIfJobs>().Find(x.Id()) is not { } job)
        {
            return x.Missing($"This result is no longer kept. Run it again from “{programme.Title}”, What if: the same figures give the same result.");
        }

        if (job.IsUnderWay)
        {
            x.Http.Response.Headers["Refresh"] = Again;
        }

        return x.WantsJson
            ? Results.Json(new { caution = WhatIfTable.Caution, percent = job.Percent, trouble = job.Trouble, results = job.Results }, JsonSerializerOptions.Web)
            : Result(x, job, Form.Fresh);
    }

    private static IResult Result(Exchange x, WhatIfJob job, Form form)
    {
        var (programme, records) = (job.Programmes[0], x.Records);
        var asksForIt = programme.Pilot.IsPilot && x.Clinic.Programmes.Find(programme.Id)?.Version == programme.Version && x.Who.May(Permission.ManageProgrammes);
        return x.Page<WhatIfResultPage>(
            new WhatIfResultPage.View(job, asksForIt, PublishingRecords.Versions(records, programme.Id).FirstOrDefault(row => row.Version == programme.Version)?.Tried, form),
            form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>What was found goes to the version's records: a pilot is opened only after it.</summary>
    private static async Task<IResult> Keep(Exchange x)
    {
        if (x.Service<WhatIfJobs>().Find(x.Id()) is not { Results: { Count: > 0 } results } job)
        {
            return x.Missing("This result is no longer kept. Run it again: the same figures give the same result.");
        }

        var found = results[0];
        return await x.Send(
            new FieldReader(x.Fields).Give(() => WhatIfTable.Sentence(found)),
            sentence => x.Clinic.Run(x.Sender, PublishingSlice.Slice, PublishingSlice.IdOf(found.Programme), new Domain.Publishing.ProgrammeVersions.Command.Try(found.Version, found.Patients, found.Seed, sentence)),
            _ => $"/programmes/{found.Programme}",
            form => Result(x, job, form));
    }

    private static IResult Stop(Exchange x)
    {
        if (x.Service<WhatIfJobs>().Find(x.Id()) is not { } job)
        {
            return x.Missing("This is no longer running.");
        }

        job.Stop();
        return x.To($"/programmes/{job.Programmes[0].Id}/what-if/{job.Id}");
    }
}
