using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Simulation.WhatIf;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Programmes.WhatIf;

/// <summary>A programme tried on invented patients in this clinic's own rooms: asked for, watched, read.</summary>
internal sealed class WhatIfRoutes : ISliceRoutes
{
    /// <summary>Seconds after which a page that shows progress comes again.</summary>
    private const string Again = "1";

    private const int MostMore = 20;

    internal static readonly IReadOnlyList<(string Name, string Label, RoomKind Kind)> Rooms = [("more-medicine", "Medicine rooms", RoomKind.Medicine), ("more-talking", "Talking rooms", RoomKind.Talking)];

    internal static readonly IReadOnlyList<(string Name, string Label, string Role)> Staff =
        [("more-therapist", "Therapists", Roles.Therapist), ("more-nurse", "Nurses", Roles.Nurse), ("more-prescriber", "Prescribers", Roles.Prescriber)];

    public static void Map(Routing.Routes routes)
    {
        routes.Get("/programmes/{programme}/what-if", Permission.TryProgrammes, x => Named(x) is { } programme ? Asking(x, programme, Known(x)) : Unknown(x));
        routes.Post("/programmes/{programme}/what-if", Permission.TryProgrammes, x => Task.FromResult(Named(x) is { } programme ? Start(x, programme) : Unknown(x)));
        routes.Get("/programmes/{programme}/what-if/{id}", Permission.TryProgrammes, One);
        routes.Post("/programmes/{programme}/what-if/{id}/stop", Permission.TryProgrammes, x => Task.FromResult(Stop(x)));
    }

    private static Programme? Named(Exchange x) => x.Clinic.Programmes.Find(x.Http.Request.RouteValues["programme"]?.ToString() ?? "");

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
            ("beside", job.Programmes.Count > 1 ? job.Programmes[1].Id : null),
            .. Assumptions.All.Select(one => (one.Id, (string?)one.Of(asked.Assumed).ToString(words))),
            .. Rooms.Select(room => (room.Name, (string?)asked.More.Rooms.GetValueOrDefault(room.Kind).ToString(words))),
            .. Staff.Select(staff => (staff.Name, (string?)asked.More.Staff.GetValueOrDefault(staff.Role).ToString(words))),
        ]);
    }

    private static IResult Asking(Exchange x, Programme programme, Form form) => x.Page<WhatIfPage>(
        new WhatIfPage.View(
            programme,
            [.. x.Clinic.Programmes.ById.Values.Where(other => other.Id != programme.Id).OrderBy(other => other.Title, StringComparer.Ordinal)],
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
        var beside = f.OptionalText("beside") is { } other ? x.Clinic.Programmes.Find(other) : null;
        if (f.OptionalText("beside") is not null && beside is null)
        {
            f.Fault("beside", "This clinic has no such programme. Choose another.");
        }

        if (f.Faults.Count > 0)
        {
            return Asking(x, programme, Form.Back(x.Fields, f.Faults, []));
        }

        var asked = new WhatIfAsked(patients, weeks, seed, assumed, new More(rooms, staff));
        IReadOnlyList<Programme> programmes = beside is null || beside.Id == programme.Id ? [programme] : [programme, beside];
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
            : x.Page<WhatIfResultPage>(job);
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
