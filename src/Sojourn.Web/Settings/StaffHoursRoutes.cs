using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Staff;
using Sojourn.Web.Calendar;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Settings;

/// <summary>When somebody works, and days on which they are away.</summary>
internal sealed class StaffHoursRoutes : ISliceRoutes
{
    private sealed record Week(IReadOnlyList<WorkHours> Hours);

    private sealed record Absence(AbsenceKind Kind, DateOnly From, DateOnly To);

    private static readonly IReadOnlyList<Option> Kinds = [.. Enum.GetValues<AbsenceKind>().Select(kind => new Option(Columns.Word(kind), SettingsWords.Capital(Columns.Word(kind))))];

    public static void Map(Routes routes)
    {
        routes.Get("/settings/staff/{id}/hours", Permission.ManageStaff, x => StaffRoutes.Here(x) is { } member ? ShowWeek(x, member, Known(x, member)) : StaffRoutes.Nobody(x));
        routes.Post("/settings/staff/{id}/hours", Permission.ManageStaff, async x => StaffRoutes.Here(x) is { } member ? await SaveWeek(x, member) : StaffRoutes.Nobody(x));
        routes.Get("/settings/staff/{id}/absences", Permission.ManageStaff, x => StaffRoutes.Here(x) is { } member ? ShowAbsence(x, member, Form.With(("kind", "leave"))) : StaffRoutes.Nobody(x));
        routes.Post("/settings/staff/{id}/absences", Permission.ManageStaff, async x => StaffRoutes.Here(x) is { } member ? await BeAway(x, member) : StaffRoutes.Nobody(x));
        routes.Post("/settings/staff/{id}/absences/{absence}/lifting", Permission.ManageStaff, async x => StaffRoutes.Here(x) is { } member ? await Lift(x, member) : StaffRoutes.Nobody(x));
    }

    private static IReadOnlyList<SiteRow> Sites(Exchange x, StaffRow member) =>
        StaffRecords.Sites(x.Records, member.Id.Value) is { Count: > 0 } own ? [.. PlaceRecords.Sites(x.Records).Where(site => own.Contains(site.Id.Value))] : PlaceRecords.Sites(x.Records);

    private static IReadOnlyList<Crumb> Crumbs(StaffRow member) => [SettingsWords.Index, SettingsWords.Staff, new(member.DisplayName, StaffRoutes.Place(member))];

    private static Form Known(Exchange x, StaffRow member)
    {
        var week = OpenHours.In(x.Records, x.Today, x.Today).Week(member.Id);
        return Form.With([.. WeekForm.Known(week.Select(stated => stated.Hours)), .. week.DistinctBy(stated => stated.Hours.Day).Select(stated => (DayHours.Field(stated.Hours.Day, "site"), (string?)stated.Site.Value.ToString()))]);
    }

    private static IResult ShowWeek(Exchange x, StaffRow member, Form form) => x.Page<WeekPage>(
        new WeekPage.View(
            $"When {member.DisplayName} works",
            $"{member.Given} is booked within these hours. Leave both times of a day empty when it is free; leave the whole week empty and {member.Given} works whenever the site is open.",
            Crumbs(member),
            $"{StaffRoutes.Place(member)}/hours",
            StaffRoutes.Place(member),
            [.. Sites(x, member).Select(site => new Option(site.Id.Value.ToString(), site.Name))],
            form),
        StaffRoutes.Status(form));

    private static Task<IResult> SaveWeek(Exchange x, StaffRow member)
    {
        var f = new FieldReader(x.Fields);
        var sites = Sites(x, member);
        if (sites.Count == 0)
        {
            f.Fault("monday-from", $"{member.DisplayName} works at no open site. Choose their sites first.");
        }

        var week = WeekForm.Read(f).Select(hours => new WorkHours(SiteOf(f, hours.Day, sites), hours.Day, hours.From, hours.To)).ToList();
        return Checking.Send(
            x,
            new CheckWords("Check the working hours", $"{StaffRoutes.Place(member)}/hours", "Keep these hours", Crumbs(member), "They count for bookings from now on. What is booked already stays as it is."),
            f.Give(() => new Week(week)),
            w => [("Who", member.DisplayName), .. WeekForm.Days.Select(day => ($"{day}", (string?)OfDay(w.Hours, day, sites)))],
            w => x.Clinic.Run(x.Sender, StaffSlice.Slice, member.Id.Value, new StaffMember.Command.SetHours(w.Hours)),
            _ => StaffRoutes.Place(member),
            form => ShowWeek(x, member, form));
    }

    private static string OfDay(IReadOnlyList<WorkHours> week, DayOfWeek day, IReadOnlyList<SiteRow> sites) =>
        week.FirstOrDefault(hours => hours.Day == day) is { } that
            ? $"{WeekForm.OfDay([that.OfDay], day)}{(sites.Count > 1 ? $", {sites.First(site => site.Id == that.Site).Name}" : "")}"
            : week.Count == 0 ? "Whenever the site is open" : "Free";

    private static SiteId SiteOf(FieldReader f, DayOfWeek day, IReadOnlyList<SiteRow> sites)
    {
        if (sites.Count <= 1)
        {
            return sites.Count == 1 ? sites[0].Id : default;
        }

        var asked = f.Id(DayHours.Field(day, "site"), "Choose the site.");
        if (sites.FirstOrDefault(site => site.Id.Value == asked) is { } known)
        {
            return known.Id;
        }

        f.Fault(DayHours.Field(day, "site"), "Choose a site of the list.");
        return default;
    }

    private static IResult ShowAbsence(Exchange x, StaffRow member, Form form) => x.Page<DaysPage>(
        new DaysPage.View($"{member.DisplayName} is away", Crumbs(member), $"{StaffRoutes.Place(member)}/absences", StaffRoutes.Place(member), form) { Kinds = Kinds }, StaffRoutes.Status(form));

    private static Task<IResult> BeAway(Exchange x, StaffRow member)
    {
        var f = new FieldReader(x.Fields);
        var away = new Absence(f.OneOf<AbsenceKind>("kind", "Choose why."), f.Date("from", "the first day away"), f.Date("to", "the last day away"));
        var sender = x.Sender;
        var days = f.Faults.Count == 0 && away.To >= away.From ? OpenHours.Around(x.Records, away.From, away.To) : default;
        var visits = days == default ? [] : SessionRecords.With(x.Records, member.Id.Value, days.From > x.Now ? days.From : x.Now, days.To);
        return Checking.Send(
            x,
            new CheckWords(
                "Check the days away",
                $"{StaffRoutes.Place(member)}/absences",
                "Record the absence",
                Crumbs(member),
                visits.Count == 0 ? "Nothing is booked with them then." : $"{Words.Count(visits.Count, "visit is", "visits are")} booked with them then. Each becomes a task for the front desk: another day, or somebody else."),
            f.Give(() => away),
            a =>
            [
                ("Who", member.DisplayName), ("Why", SettingsWords.Capital(Columns.Word(a.Kind))), ("Days", SettingsWords.DaysOf(a.From, a.To)),
                .. visits.Select(visit => ("Booked then", (string?)$"{SessionWords.Name(visit)}, {Words.Moment(TimeZoneInfo.ConvertTime(visit.FromAt!.Value, x.Zone))}")),
            ],
            a => x.Clinic.Run(sender, StaffSlice.Slice, member.Id.Value, new StaffMember.Command.BeAway(new AbsenceId(sender.CommandId), a.Kind, a.From, a.To, x.Today)),
            _ => StaffRoutes.Place(member),
            form => ShowAbsence(x, member, form));
    }

    private static Task<IResult> Lift(Exchange x, StaffRow member) => x.Send(
        new Parsed<StaffRow>(member, []),
        m => x.Clinic.Run(x.Sender, StaffSlice.Slice, m.Id.Value, new StaffMember.Command.BeHereAfterAll(new AbsenceId(x.Id("absence")))),
        _ => StaffRoutes.Place(member),
        form => ShowAbsence(x, member, form));
}
