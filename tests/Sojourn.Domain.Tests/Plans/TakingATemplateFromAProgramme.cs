using Sojourn.Domain.Kernel;
using Sojourn.Domain.Plans;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Tests.Plans;

public sealed class TakingATemplateFromAProgramme
{
    [Fact] // PLAN-2
    public void What_is_over_and_what_is_decided_later_is_left_out() =>
        Assert.Equal(
            ["preparation/preparation", "series/medicine", "series/integration", "later/talk", "closing/closing"],
            PlanTemplate.Of(SmallProgramme.Depression).Lines.Select(line => $"{line.Phase}/{line.Session}"));

    [Fact]
    public void Medicine_brings_its_window_its_routes_and_who_agrees()
    {
        var template = PlanTemplate.Of(SmallProgramme.Depression);
        Assert.True(template.GivesMedicine);
        Assert.Equal(new Bounds<int>(21, 42), template.Line("series", "medicine")!.WindowDays);
        Assert.Equal([DoseRoute.Sublingual], template.Routes.Select(route => route.Route));
        Assert.Equal([Party.Patient, Party.Therapist, Party.Prescriber], template.AgreementOf);
        Assert.Empty(template.UnknownRoles);
    }

    [Fact]
    public void A_role_that_is_no_party_is_named()
    {
        var template = PlanTemplate.Of(SmallProgramme.Depression with { RequiredAgreements = ["patient", "front-desk"] });
        Assert.Equal(["front-desk"], template.UnknownRoles);
        Assert.Equal([Party.Patient], template.AgreementOf);
    }
}
