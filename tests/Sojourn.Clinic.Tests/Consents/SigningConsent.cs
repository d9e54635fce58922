using Sojourn.Clinic.Consents;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Clinic.Tests.Plans;
using Sojourn.Domain.Consents;

namespace Sojourn.Clinic.Tests.Consents;

public sealed class SigningConsent
{
    [Fact] // CONS-1, CONS-4
    public async Task A_text_is_signed_on_the_patients_own_phone()
    {
        await using var course = await PlannedCourse.Open();
        Assert.Equal(ConsentStanding.Missing, Sheet(course).Standing);
        await Sign(course, course.Patient);
        var sheet = Sheet(course);
        Assert.Equal(ConsentStanding.InForce, sheet.Standing);
        Assert.Equal(("ana ruiz", null, sheet.Document.Version), (sheet.Last!.TypedName, sheet.Last.TakenBy, sheet.Last.Version));
    }

    [Fact] // CONS-1
    public async Task On_the_clinics_tablet_it_is_kept_who_handed_it_over()
    {
        await using var course = await PlannedCourse.Open();
        await Sign(course, course.Nurse);
        Assert.Equal(course.Clinic.Nurse, Sheet(course).Last!.TakenBy);
    }

    [Fact] // CONS-2, CONS-7
    public async Task Under_medicine_nothing_is_signed_and_everything_can_be_taken_back()
    {
        await using var course = await PlannedCourse.Open();
        await Sign(course, course.Patient);
        await course.Dose(course.Clinic.Now);
        await course.Clinic.Do(desk => ConsentDesk.Withdraw(desk, course.Course, Sheet(course).Document.Id, " "), course.Patient);
        var sheet = Sheet(course);
        Assert.Equal((ConsentStanding.Withdrawn, null), (sheet.Standing, sheet.Last!.WithdrawnWhy));
        Assert.Equal(["consent.under-medicine"], await course.Clinic.Refused(Signing(course), course.Patient));
        await course.Clinic.React();
        Assert.Contains(course.Clinic.Read(TaskRecords.Open), t => t.Kind == "talk-about-consent");
    }

    [Fact]
    public async Task A_text_that_the_programme_does_not_have_is_refused()
    {
        await using var course = await PlannedCourse.Open();
        Assert.Equal(["consent.unknown"], await course.Clinic.Refused(desk => ConsentDesk.Give(desk, course.Course, "other", 1, "x", [1], "Ana Ruiz"), course.Patient));
    }

    [Fact] // CONS-3, CONS-4
    public async Task Every_shipped_text_says_that_it_is_not_a_cure_and_has_sections()
    {
        await using var course = await PlannedCourse.Open();
        foreach (var document in course.Clinic.Runner.Programmes.ById.Values.SelectMany(p => p.Consents))
        {
            var text = Consent.TextInForce.Of(document);
            Assert.True(text is { SaysNotACure: true, Sections: > 3 }, document.File);
        }
    }

    [Fact]
    public async Task Rebuilt_equals_kept_up()
    {
        await using var course = await PlannedCourse.Open();
        await Sign(course, course.Patient);
        await course.Clinic.Do(desk => ConsentDesk.Withdraw(desk, course.Course, Sheet(course).Document.Id, "Doubt"), course.Patient);
        await course.Clinic.RebuiltEqualsKeptUp("consent-board");
    }

    private static ConsentSheet Sheet(PlannedCourse course) => Assert.Single(course.Clinic.Read(records => ConsentRecords.Of(records, course.AtHand)));

    private static Task Sign(PlannedCourse course, Actor by) => course.Clinic.Do(Signing(course), by);

    private static Action<Desk> Signing(PlannedCourse course)
    {
        var text = Consent.TextInForce.Of(Sheet(course).Document);
        return desk => ConsentDesk.Give(desk, course.Course, text.Document, text.Version, text.Sha256, [.. Enumerable.Range(1, text.Sections)], " ana ruiz");
    }
}
