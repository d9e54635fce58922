using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Dosing;

internal sealed partial class DosingRoutes : ISliceRoutes
{
    /// <summary>A device's own name is a few letters.</summary>
    private const int LongestName = 20;

    private const string Room = "/sessions/{id}/room";

    public static void Map(Routes routes)
    {
        routes.Get("/rooms", Permission.SeeRoom, x => x.Page<RoomsPage>(RoomsView.Of(x)));
        routes.Get("/reviews/doses", Permission.SeeRecord, Review);
        routes.Get(Floor, Permission.SeeRoom, ShowFloor);
        routes.Get(Floor + "/changes", Permission.SeeRoom, FloorChanges);
        routes.Get(Floor + "/vitals", Permission.RecordInRoom, x => ShowPass(x, null));
        routes.Post(Floor + "/vitals", Permission.RecordInRoom, TakeVitalsPass);
        routes.Get(Room, Permission.SeeRoom, x => Show(x, null, null));
        routes.Get(Room + "/going-home", Permission.SeeRoom, GoHome);
        routes.Get(Room + "/readings/{entry}", Permission.RecordInRoom, x => ShowReadings(x, x.Id("entry"), null));
        routes.Get(Room + "/changes", Permission.SeeRoom, Changes);
        routes.Get("/room-worker.js", Permission.Public, x => AssetFiles.Answer("", "js/room-worker.js", x.Http));
        routes.Post(Room + "/weight", Permission.RecordInRoom, Weigh);
        routes.Post(Room + "/gate", Permission.RecordInRoom, PassGate);
        routes.Post(Room + "/presence", Permission.RecordInRoom, Watch);
        routes.Post(Room + "/doses", Permission.GiveDose, GiveDose);
        routes.Post(Room + "/rate", Permission.GiveDose, ChangeRate);
        routes.Post(Room + "/stop", Permission.RecordInRoom, StopInfusion);
        routes.Post(Room + "/vitals", Permission.RecordInRoom, TakeVitals);
        routes.Post(Room + "/moments", Permission.RecordInRoom, NoteMoment);
        routes.Post(Room + "/symptoms", Permission.RecordInRoom, NoteSymptom);
        routes.Post(Room + "/symptoms/{symptom}/end", Permission.RecordInRoom, EndSymptom);
        routes.Post(Room + "/depth", Permission.RecordInRoom, MarkDepth);
        routes.Post(Room + "/music", Permission.RecordInRoom, PlayMusic);
        routes.Post(Room + "/voice", Permission.RecordInRoom, ChangeVoice);
        routes.Post(Room + "/alerts/{alert}/acknowledgement", Permission.RecordInRoom, Acknowledge);
        routes.Post(Room + "/alerts/{alert}/snooze", Permission.RecordInRoom, SnoozeAlert);
        routes.Post(Room + "/alerts/{alert}/closure", Permission.RecordInRoom, CloseAlert);
        routes.Post(Room + "/amendments", Permission.RecordInRoom, Amend);
        routes.Post(Room + "/device-readings/{reading}/confirmation", Permission.RecordInRoom, ConfirmDeviceReading);
        routes.Post(Room + "/device-readings/{reading}/artefact", Permission.RecordInRoom, FlagArtefact);
        routes.Post(Room + "/discharge", Permission.Discharge, Discharge);
        routes.Post(Room + "/departure", Permission.Discharge, Depart);
    }

    private static IResult Show(Exchange x, string? part, Form? form) =>
        RoomView.Of(x, part, form) is { } view ? x.Page<SessionRoom>(view, form is { HasProblem: true } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK) : NoRoom(x);

    private static IResult Review(Exchange x)
    {
        var day = DateOnly.TryParseExact(x.Query("until"), "yyyy-MM-dd", out var asked) ? asked : x.Today;
        var first = day.AddDays(-6);
        var (from, to) = (x.Instant(first, TimeOnly.MinValue), x.Instant(day.AddDays(1), TimeOnly.MinValue));
        return x.Page<DoseReviewPage>(new DoseReviewPage.View(first, x.Today, DosesTakenOn.Between(x.Records, from, to), DosesTakenOn.Given(x.Records, from, to)));
    }

    private static IResult GoHome(Exchange x) => RoomView.Of(x) is { } view ? x.Page<GoingHomePage>(view) : NoRoom(x);

    private static IResult ShowReadings(Exchange x, Guid entry, Form? form) =>
        RoomView.Of(x) is { } view && view.Record.Vitals.FirstOrDefault(row => row.Id.Value == entry) is { } row && view.State.Readings.Find(reading => reading.Id == row.Id) is { } was
            ? x.Page<CorrectReadingsPage>(new CorrectReadingsPage.Set(view, row, form ?? Form.With(VitalFields.All.Select(field => (field.Name, field.Get(was.Vitals)?.ToString(CultureInfo.InvariantCulture))))), form is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : x.Missing("There is no such set of readings.");

    private static IResult NoRoom(Exchange x) => x.Missing("There is no such medicine session.");

    private static TimeZoneInfo Zone(Exchange x) => Clinic.Clinics.ClinicDay.Zone(x.Records);

    /// <summary>One command to this session. Its facts are read in the writer's transaction; a form or a program cannot bring its own.</summary>
    /// <param name="part">The form on the page, which is its anchor as well.</param>
    private static Task<IResult> Run(Exchange x, FieldReader f, string part, Sender sender, Func<RoomFacts, MedicineSession.Command> command) =>
        Run(x, f, part, sender, (facts, desk) => desk.Do(MedicineSlice.Slice, x.Id(), command(facts)));

    private static Task<IResult> Run(Exchange x, FieldReader f, string part, Sender sender, Action<RoomFacts, Desk> work) => x.Send(
        f.Give(() => work),
        ready => x.Clinic.Run(sender, desk =>
        {
            if (RoomFacts.Of(desk.Records, desk.Programmes, x.Id(), desk.At) is { } facts)
            {
                ready(facts, desk);
                NoteWaiting(x, sender, desk);
            }
            else
            {
                desk.Refuse("dosing.unknown-session", "There is no such medicine session.");
            }
        }),
        _ => $"/sessions/{x.Id()}/room#{part}",
        form => x.Fields["of"] == "readings" && Guid.TryParse(x.Fields["entry"], out var entry) ? ShowReadings(x, entry, form) : Show(x, part, form));

    /// <summary>An entry that comes later than it was tapped says so, and from which device.</summary>
    private static void NoteWaiting(Exchange x, Sender sender, Desk desk)
    {
        if (RoomTime.Instant(x.Fields[RoomTime.TappedAt]) is { } tapped)
        {
            desk.Do(MedicineSlice.Slice, x.Id(), new MedicineSession.Command.NoteWaiting(sender.At, Entry(sender), tapped, x.Fields["device"] is { Length: <= LongestName } device ? device : null));
        }
    }

    private static EntryId Entry(Sender sender) => new(sender.CommandId);
}
