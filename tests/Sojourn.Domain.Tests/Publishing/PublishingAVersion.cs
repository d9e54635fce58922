using System.Collections.Frozen;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Publishing.ProgrammeVersions;

namespace Sojourn.Domain.Tests.Publishing;

/// <summary>R-54: nobody is let into a programme that one person alone has written.</summary>
public sealed class PublishingAVersion
{
    private const string Text = "id: pain\nversion: 2\n";

    private static readonly StaffId Therapist = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly StaffId Doctor = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly StaffId Manager = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly FrozenDictionary<string, string> Beside = new Dictionary<string, string>(StringComparer.Ordinal) { ["shared/core.yaml"] = "x" }.ToFrozenDictionary();
    private static readonly Checked Good = new(Faults: 0, Version: 2, InUse: 1, "Pain", GivesMedicine: true, Beside);

    private static Spec<Command, State, Event> Fresh { get; } = new(Decide, Evolve, State.Initial);

    private static Spec<Command, State, Event> Unled { get; } = Fresh.Given(new Event.DraftSaved("pain", Text));

    private static Spec<Command, State, Event> Drafted { get; } = Unled.Given(new Event.LeadsNamed("pain", Therapist, Doctor));

    private static Command.Approve Approve(string role, StaffId by, string text = Text) => new(role, by, HashOf(text), Good);

    [Fact]
    public void A_draft_is_saved_as_it_is_faults_and_all_and_the_same_text_again_is_nothing_new()
    {
        Fresh.When(new Command.SaveDraft("pain", "a: [b\r\n")).Then(new Event.DraftSaved("pain", "a: [b\n"));
        Drafted.When(new Command.SaveDraft("pain", Text)).Then();
    }

    [Fact]
    public void With_the_third_approval_it_is_published_with_the_shared_parts_as_they_are()
    {
        var two = Drafted.When(Approve("therapist", Therapist)).And().When(Approve("prescriber", Doctor)).And();
        two.When(Approve("manager", Manager)).Then(new Event.Approved("manager", Manager, HashOf(Text)), new Event.Published("pain", 2, "Pain", Text, Beside));
    }

    [Fact]
    public void R_02_A_programme_that_gives_medicine_is_led_by_two_or_not_published()
    {
        Unled.When(Approve("manager", Manager)).ThenRefused("programme.no-leads");
        Assert.Single(Unled.When(Approve("manager", Manager) with { Checked = Good with { GivesMedicine = false } }).Events);
        Drafted.When(Approve("prescriber", Therapist)).ThenRefused("programme.not-its-lead");
        Drafted.When(new Command.NameLeads("pain", GivesMedicine: true, Therapist, null)).ThenRefused("programme.no-medical-lead");
        Drafted.When(new Command.NameLeads("pain", GivesMedicine: true, null, null)).ThenRefused("programme.no-therapy-lead", "programme.no-medical-lead");
        Drafted.When(new Command.NameLeads("pain", GivesMedicine: false, Therapist, null)).Then(new Event.LeadsNamed("pain", Therapist, null));
        Drafted.When(new Command.NameLeads("pain", GivesMedicine: true, Therapist, Doctor)).Then();
    }

    [Fact]
    public void One_person_who_is_all_three_does_not_publish_alone_but_two_people_do()
    {
        var two = Unled.Given(new Event.LeadsNamed("pain", Doctor, Doctor)).When(Approve("therapist", Doctor)).And().When(Approve("prescriber", Doctor)).And();
        two.When(Approve("manager", Doctor)).ThenRefused("programme.one-person");
        Assert.Equal(2, two.When(Approve("manager", Manager)).Events.Count);
    }

    [Fact]
    public void A_change_after_an_approval_asks_for_it_again()
    {
        var changed = Drafted.When(Approve("therapist", Therapist)).And().When(new Command.SaveDraft("pain", Text + "#\n")).And();
        Assert.Empty(changed.State.Approvals);
        changed.When(Approve("therapist", Therapist)).ThenRefused("programme.changed-since");
        Assert.Single(changed.When(Approve("therapist", Therapist, Text + "#\n")).Events);
    }

    [Fact]
    public void Faults_an_old_number_a_second_approval_and_a_role_that_does_not_approve_are_refused()
    {
        Assert.Contains("2 faults are left", Drafted.When(Approve("manager", Manager) with { Checked = Good with { Faults = 2 } }).ThenRefused("programme.faults")[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("“version: 3”", Drafted.When(Approve("manager", Manager) with { Checked = Good with { InUse = 2 } }).ThenRefused("programme.same-version")[0].Sentence, StringComparison.Ordinal);
        Drafted.When(Approve("manager", Manager)).And().When(Approve("manager", Doctor)).ThenRefused("programme.approved-already");
        Drafted.When(Approve("nurse", Manager)).ThenRefused("programme.not-an-approver");
        Fresh.When(Approve("manager", Manager)).ThenRefused("programme.no-draft");
        Fresh.When(new Command.DropDraft()).ThenRefused("programme.no-draft");
    }

    [Fact]
    public void A_pilot_is_tried_first_and_opened_by_a_manager_and_a_prescriber_for_the_same_number()
    {
        var published = Fresh.Given(new Event.Published("pain", 1, "Pain", Text, Beside));
        published.When(Open("manager", Manager, 5)).ThenRefused("programme.not-tried");
        var tried = published.When(new Command.Try(1, 10, 7, "10 came.")).And();
        var one = tried.When(Open("manager", Manager, 5)).And();
        one.When(Open("prescriber", Manager, 5)).ThenRefused("programme.pilot-one-person");
        one.When(Open("prescriber", Doctor, 6)).Then(new Event.PilotAgreed(1, "prescriber", Doctor, 6));
        var open = one.When(Open("prescriber", Doctor, 5));
        open.Then(new Event.PilotAgreed(1, "prescriber", Doctor, 5), new Event.PilotOpened(1, 5));

        // More people later: both say so again.
        open.And().When(Open("manager", Manager, 5)).ThenRefused("programme.open-already");
        open.And().When(Open("manager", Manager, 8)).Then(new Event.PilotAgreed(1, "manager", Manager, 8));
        tried.When(Open("manager", Manager, 0)).ThenRefused("programme.cap");
        tried.When(Open("manager", Manager, 5) with { IsPilot = false }).ThenRefused("programme.no-pilot");
    }

    [Fact]
    public void A_version_is_withdrawn_once_and_with_a_reason()
    {
        Fresh.When(new Command.Withdraw(1, " ")).ThenRefused("programme.no-reason");
        var gone = Fresh.When(new Command.Withdraw(1, " Too short. "));
        gone.Then(new Event.Withdrawn(1, "Too short."));
        gone.And().When(new Command.Withdraw(1, "again")).ThenRefused("programme.withdrawn-already");
    }

    private static Command.AgreeToPilot Open(string role, StaffId by, int cap) => new(1, IsPilot: true, role, by, cap);
}
