using Sojourn.Clinic.Consents;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Preparation;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Screening;
using Sojourn.Domain.Consents;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Domain.Plans;
using Sojourn.Domain.Preparation;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;

namespace Sojourn.Simulation.Demo;

internal sealed partial class Life
{
    private readonly List<GoalId> goals = [];

    private decimal weight;

    /// <summary>Readiness, medical assessment, decision, plan, consent, preparation; then the series.</summary>
    private async IAsyncEnumerable<DateTimeOffset> Assessed(DateOnly firstContact)
    {
        yield return World.At(firstContact.AddDays(5), 19, Dice.Whole(0, 50));
        await FillReadiness();
        await AnswerOpenMeasures();
        yield return World.At(Workday(firstContact.AddDays(6)), 9, Dice.Whole(0, 50));
        await ReadAnswers();
        if (part.Turn == Turn.Begun)
        {
            yield break;
        }

        yield return World.At(Workday(firstContact.AddDays(part.Turn == Turn.Assessed ? 6 : 8)), 13, Dice.Whole(0, 50));
        await Assess();
        if (part.Turn == Turn.Assessed)
        {
            yield break;
        }

        yield return World.At(Workday(firstContact.AddDays(9)), 9, Dice.Whole(0, 50));
        await Decide();
        if (part.Turn is Turn.Deferred)
        {
            yield break;
        }

        if (part.Turn is Turn.Declined or Turn.NotSuitable)
        {
            yield return World.At(Workday(firstContact.AddDays(11)), 14, Dice.Whole(0, 50));
            await Close(part.Turn == Turn.Declined ? world.Say("closings", "declined") : "Not suitable; the reasons are with the decision|The pain group and counselling here, both without medicine; a letter went to the family doctor.");
            yield break;
        }

        yield return World.At(Workday(firstContact.AddDays(12)), 15, Dice.Whole(0, 50));
        await ProposePlan();
        yield return World.At(Workday(firstContact.AddDays(13)), 12, Dice.Whole(0, 50));
        await Agree();
        if (part.Turn == Turn.PlanWaits)
        {
            yield break;
        }

        yield return World.At(firstContact.AddDays(14), 20, Dice.Whole(0, 50));
        await SignConsents();
        yield return World.At(Workday(firstContact.AddDays(17)), 18, Dice.Whole(0, 50));
        await Prepare();
        await foreach (var at in Treated())
        {
            yield return at;
        }
    }

    private async Task FillReadiness()
    {
        foreach (var section in Enum.GetValues<ReadinessSection>())
        {
            var answers = Readiness.Questions(section).Where(q => !q.Id.StartsWith("goal-", StringComparison.Ordinal) && !q.Id.StartsWith("trauma-", StringComparison.Ordinal))
                .Select(q => (q.Id, Value: ReadinessAnswer(q))).Where(a => a.Value is not null).Select(a => new Answer(a.Id, a.Value!)).ToList();
            if (section == ReadinessSection.Trauma)
            {
                answers = [new Answer(Readiness.TraumaTelling, Dice.Chance(40) ? Readiness.TraumaInPerson : "no")];
            }

            await world.As(person, desk => ScreeningDesk.Do(desk, course, new Assessment.Command.AnswerReadiness(section, answers, DateOnly.FromDateTime(world.Now.UtcDateTime))));
        }

        if (part.Turn != Turn.Begun)
        {
            await world.As(person, desk => ScreeningDesk.Do(desk, course, new Assessment.Command.FinishReadiness()));
        }
    }

    private string? ReadinessAnswer(ReadinessQuestion question) => question.Kind switch
    {
        QuestionKind.ZeroToTen => question.Id switch { "pain-worst" => $"{Math.Min(10, part.Burden + 1)}", "pain-best" => $"{Math.Max(1, part.Burden - 4)}", _ => $"{part.Burden - Dice.Whole(0, 2)}" },
        QuestionKind.One => question.Choices.Count > 0 ? question.Choices[0].Id : null,
        QuestionKind.Month => Columns.Text(world.Now.AddYears(-Dice.Whole(1, 8)))[..7],
        _ => question.Id switch
        {
            "hopes" => world.Say("hopes"),
            "worries" => world.Say("worries"),
            "what-helps" => world.Say("helps"),
            _ => null,
        },
    };

    private async Task Assess()
    {
        weight = Dice.Whole(56, 96) + (Dice.Whole(0, 9) / 10m);
        var (systolic, diastolic) = part.Turn == Turn.Deferred ? (166m, 104m) : ((decimal)Dice.Whole(112, 132), (decimal)Dice.Whole(68, 84));
        (await world.As(Nurse.Id, desk => desk.Do(PersonSlice.Slice, person.Value, new Person.Command.RecordVitals(
            world.Now,
            [
                Reading(VitalKind.Systolic, systolic), Reading(VitalKind.Diastolic, diastolic), Reading(VitalKind.Pulse, Dice.Whole(60, 84)), Reading(VitalKind.Oxygen, Dice.Whole(96, 99)),
                Reading(VitalKind.Weight, weight), Reading(VitalKind.Height, part.Female ? 166 : 178),
            ],
            world.Now,
            "clinic",
            Checked: true)))).OrThrow();
        var answers = HealthyAnswers.To(Programme);
        (await world.As(Nurse.Id, desk => ScreeningDesk.RecordFacts(desk, course, answers))).OrThrow();
    }

    private Person.VitalReading Reading(VitalKind kind, decimal value) => new(new FactId(world.NewId()), kind, value);

    private async Task Decide()
    {
        if (part.Turn == Turn.Deferred)
        {
            await world.As(Prescriber.Id, desk => ScreeningDesk.Decide(desk, course, new Eligible(
                EligibilityDecision.NotNow, "Resting pressure 166/104, twice.", new Dictionary<string, string>(StringComparer.Ordinal), [], DateOnly.FromDateTime(world.Now.UtcDateTime).AddDays(28),
                "Your blood pressure is too high for this medicine today. Many people come back once it is lower.", "Counselling and the pain group go on meanwhile.", "555-0142")));
            return;
        }

        if (part.Turn == Turn.NotSuitable)
        {
            world.Note(part, await world.As(Prescriber.Id, desk => ScreeningDesk.Decide(desk, course, new Eligible(
                EligibilityDecision.NotSuitable, "An episode of psychosis two years ago, told in person; the risk outweighs what may be gained.", new Dictionary<string, string>(StringComparer.Ordinal), [], null,
                "This medicine can bring back what you went through two years ago. We would not be looking after you well if we gave it.",
                "Counselling and the group here, both without medicine; a letter to the early-psychosis clinic, if you wish.", "555-0142"))));
            return;
        }

        var notes = Programme.Eligibility.Select(r => r.Id).Concat(Programme.MedicineRules.Select(r => r.Id)).Distinct(StringComparer.Ordinal)
            .ToDictionary(id => id, _ => "Looked at together; no reason against it.", StringComparer.Ordinal);
        (await world.As(Prescriber.Id, desk => ScreeningDesk.Decide(desk, course, new Eligible(EligibilityDecision.Suitable, "Assessed in person.", notes, [], null, null, null, null)))).OrThrow();
    }

    /// <param name="line">Why, a bar, and what else may help.</param>
    private Task Close(string line)
    {
        var (why, alternatives) = line.Split('|') is [var a, var b] ? (a, b) : (line, "");
        return world.As(Therapist.Id, desk => desk.Do(CourseSlice.Slice, course.Value, new Course.Command.Close(why, alternatives)));
    }

    /// <summary>The one with a login has a new version of the plan to decide on: agreed by the clinic's two, proposed yesterday.</summary>
    internal async IAsyncEnumerable<DateTimeOffset> Review()
    {
        if (part.Login is null)
        {
            yield break;
        }

        yield return World.At(Workday(today.AddDays(-1)), 15, 12);
        await ProposePlan(28, "Relief lasted through the third week twice. A week more between two sessions, looked at again after the next one.");
        await world.As(Therapist.Id, desk => PlanDesk.Agree(desk, course, 2, Party.Therapist));
        await world.As(Prescriber.Id, desk => PlanDesk.Agree(desk, course, 2, Party.Prescriber));
    }

    private async Task ProposePlan(int? gapDays = null, string? note = null)
    {
        var goal = new GoalId(world.NewId());
        goals.Add(goal);
        (await world.As(person, desk => PlanDesk.SetGoal(desk, course, goal, world.Say("goals")))).OrThrow();
        var template = PlanTemplate.Of(Programme);
        var start = template.Start();
        // The intensive course is told with lozenges, so that each kind of day in the room can be looked at.
        var lozenge = template.Routes.Where(r => r.Route == DoseRoute.Sublingual && part.Programme == "solo-depression-intensive").Select(r => (DoseRoute?)r.Route).FirstOrDefault();
        var route = start.Route ?? lozenge ?? (template.Routes.Count > 0 ? template.Routes[0].Route : null);
        var terms = start with
        {
            Route = route,
            Aim = start.Aim ?? template.Routes.Where(r => r.Route == route).SelectMany(r => r.Bands).Select(b => (DoseBandName?)b).FirstOrDefault(),
            Lines = [.. start.Lines.Select(line => template.Line(line.Phase, line.Session) is { Kind: SessionKind.Medicine, Count: var count }
                ? line with { Count = Math.Clamp(Math.Min(part.Sessions, Fitting(line.Phase)), count.Least, count.Most), GapDays = gapDays ?? part.GapDays }
                : line)],
            Team = new PlanTeam(Therapist.Id, Prescriber.Id, Nurse.Id),
        };
        var unexplained = new Dictionary<string, string>(StringComparer.Ordinal);
        var reasons = Domain.Plans.Plan.Differences(template, terms, unexplained).ToDictionary(d => d.Id, _ => note ?? "Agreed so because of work and the way home.", StringComparer.Ordinal);
        world.Note(part, await world.As(Prescriber.Id, desk => PlanDesk.Propose(desk, course, terms, reasons, note)));
    }

    /// <summary>How many sessions at this person's gap fit into the window of a phase.</summary>
    private int Fitting(string phase) => Programme.Phases.FirstOrDefault(p => p.Id == phase)?.WindowDays is { } window ? 1 + (window.Most / part.GapDays) : part.Sessions;

    private async Task Agree()
    {
        await world.As(Therapist.Id, desk => PlanDesk.Agree(desk, course, 1, Party.Therapist));
        await world.As(person, desk => PlanDesk.Agree(desk, course, 1, Party.Patient, $"{part.Given} {part.Family}"));
        if (part.Turn != Turn.PlanWaits)
        {
            await world.As(Prescriber.Id, desk => PlanDesk.Agree(desk, course, 1, Party.Prescriber));
        }
    }

    private async Task SignConsents()
    {
        foreach (var document in Programme.Consents)
        {
            var sections = Enumerable.Range(1, ConsentText.Sections(document.Text).Count).ToList();
            (await world.As(person, desk => ConsentDesk.Give(desk, course, document.Id, document.Version, Sha256(document.Text), sections, $"{part.Given} {part.Family}"))).OrThrow();
        }
    }

    private async Task Prepare()
    {
        await world.As(person, desk =>
        {
            foreach (var item in Programme.Preparation.Where(i => i.Kind is not (PreparationKind.Intention or PreparationKind.Understanding or PreparationKind.Escort or PreparationKind.NoDriving or PreparationKind.Choices)))
            {
                PreparationDesk.MarkDone(desk, course, item.Id, null, $"{part.Given} {part.Family}");
            }
        });
        await world.As(person, desk => PreparationDesk.SayDirective(desk, course, Chosen()));
        await world.As(person, desk => PreparationDesk.SetIntention(desk, course, world.Say("intentions"), [.. Programme.IntentionTags.Take(1).Select(t => t.Id)]));
        await world.As(person, desk =>
        {
            foreach (var question in Programme.Understanding)
            {
                PreparationDesk.AnswerQuestion(desk, course, question.Id, question.Right);
            }
        });
    }

    /// <summary>Touch, people, music, recording, second dose, what helps; empty where this person left it open.</summary>
    private Directive Chosen()
    {
        var said = world.Say("choices-for-the-day").Split('|');
        return new(Word<TouchChoice>(said[0]), Words(said[1]), Word<MusicChoice>(said[2]), Word<RecordingChoice>(said[3]), Word<SecondDoseChoice>(said[4]), Words(said[5]));

        static string? Words(string text) => text.Length == 0 ? null : text;
        static T? Word<T>(string text)
            where T : struct, Enum => text.Length == 0 ? null : Columns.Choice<T>(text);
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
