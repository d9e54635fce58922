using Sojourn.Domain.Programmes;

namespace Sojourn.Programmes.Compiling;

/// <summary>
/// Everything that can happen to a person in a programme: moments, and the steps between them. Phases follow each other as written; within one, sessions follow
/// as written, as often as their counts allow, each medicine session behind its gate and each session followed by those that come after each of it.
/// </summary>
public sealed class ProgrammeGraph
{
    public const int Start = 0;

    private readonly Programme programme;
    private readonly List<Step> steps = [];
    private readonly List<List<Step>> from = [[]];
    private bool gated;

    private ProgrammeGraph(Programme programme) => this.programme = programme;

    public IReadOnlyList<Step> Steps => steps;

    /// <summary>The moment after which nothing more happens.</summary>
    public int End { get; private set; }

    public static ProgrammeGraph Of(Programme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        var graph = new ProgrammeGraph(programme);
        graph.End = graph.Build();
        return graph;
    }

    /// <summary>The shortest way over a step that must not come then; null where there is none, which is a proof.</summary>
    /// <param name="carry">Told whether the mark stands and what comes next, says whether it stands afterwards; null: this step must not come now.</param>
    public Way? Shortest(Func<bool, Step, bool?> carry)
    {
        ArgumentNullException.ThrowIfNull(carry);
        var came = new Dictionary<(int Moment, bool Mark), (Step? Step, bool Mark)> { [(Start, false)] = (null, false) };
        var waiting = new Queue<(int Moment, bool Mark)>([(Start, false)]);
        while (waiting.TryDequeue(out var at))
        {
            foreach (var step in from[at.Moment])
            {
                if (carry(at.Mark, step) is not { } mark)
                {
                    return new(Back(came, at, step));
                }

                if (came.TryAdd((step.To, mark), (step, at.Mark)))
                {
                    waiting.Enqueue((step.To, mark));
                }
            }
        }

        return null;
    }

    private static List<Step> Back(Dictionary<(int Moment, bool Mark), (Step? Step, bool Mark)> came, (int Moment, bool Mark) at, Step last)
    {
        var way = new List<Step> { last };
        while (came[at] is { Step: { } before, Mark: var mark })
        {
            way.Add(before);
            at = (before.From, mark);
        }

        way.Reverse();
        return way;
    }

    private int Build()
    {
        var moment = Start;
        foreach (var phase in programme.Phases)
        {
            moment = Go(moment, StepKind.Enter, phase.Id, phase);
            foreach (var booked in phase.Sessions.Where(booked => booked.AfterEach is null))
            {
                moment = Repeat(moment, phase, booked);
            }
        }

        return programme.Phases.Count == 0 ? moment : Go(moment, StepKind.Ended, programme.Phases[^1].Id, programme.Phases[^1]);
    }

    private int Repeat(int moment, Phase phase, PhaseSessions booked)
    {
        var over = Moment();
        for (var number = 1; number <= booked.Count.Most; number++)
        {
            if (number > booked.Count.Least)
            {
                Add(moment, over, StepKind.Passed, phase.Id, phase);
            }

            moment = Followed(Hold(moment, phase, booked, number), phase, booked, number, [booked]);
        }

        Add(moment, over, StepKind.Passed, phase.Id, phase);
        return over;
    }

    private int Hold(int moment, Phase phase, PhaseSessions booked, int number)
    {
        var session = programme.Session(booked.SessionId);
        if (session?.Kind == SessionKind.Medicine)
        {
            moment = Gate(moment, phase);
        }

        return Go(moment, StepKind.Held, booked.SessionId, phase, session, number);
    }

    /// <summary>What comes after each of a session: surely as often as both counts say, and after every one of those that need not be.</summary>
    private int Followed(int moment, Phase phase, PhaseSessions booked, int number, IReadOnlyList<PhaseSessions> sofar)
    {
        foreach (var next in phase.Sessions.Where(next => next.AfterEach == booked.SessionId && !sofar.Contains(next) && number <= next.Count.Most))
        {
            var before = moment;
            moment = Followed(Hold(moment, phase, next, number), phase, next, number, [.. sofar, next]);
            if (number > next.Count.Least && number <= booked.Count.Least)
            {
                Add(before, moment, StepKind.Passed, phase.Id, phase);
            }
        }

        return moment;
    }

    /// <summary>All that is asked for before a medicine session, spread into what each line rests on.</summary>
    private int Gate(int moment, Phase phase)
    {
        foreach (var item in programme.BeforeBookingMedicine.Concat(programme.BeforeDose).DistinctBy(item => item.Id))
        {
            moment = item.Id switch
            {
                GateItems.PlanAgreed => programme.RequiredAgreements.Aggregate(moment, (at, role) => Go(at, StepKind.Agreed, role, phase)),
                GateItems.Consent => programme.Consents.Aggregate(moment, (at, text) => Go(at, StepKind.Signed, text.Id, phase)),
                GateItems.PreparationDone => programme.Preparation.Where(one => one.Required && (one.EachSession || !gated)).Aggregate(moment, (at, one) => Go(at, StepKind.Ready, one.Id, phase)),
                _ => moment,
            };
            moment = Go(moment, StepKind.Cleared, item.Id, phase);
        }

        gated = true;
        return moment;
    }

    private int Go(int moment, StepKind kind, string id, Phase phase, SessionType? session = null, int number = 0)
    {
        var next = Moment();
        Add(moment, next, kind, id, phase, session, number);
        return next;
    }

    private void Add(int start, int end, StepKind kind, string id, Phase phase, SessionType? session = null, int number = 0)
    {
        var step = new Step(start, end, kind, id, phase, session, number);
        steps.Add(step);
        from[start].Add(step);
    }

    private int Moment()
    {
        from.Add([]);
        return from.Count - 1;
    }
}
