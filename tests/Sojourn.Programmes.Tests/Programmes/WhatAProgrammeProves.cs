using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Compiling;

namespace Sojourn.Programmes.Tests.Programmes;

/// <summary>Proofs against a slow and simple check: walking at random, thousands of times.</summary>
public sealed class WhatAProgrammeProves
{
    public static TheoryData<string> Seven => [.. ProgrammeLibrary.LoadShipped().ById.Keys];

    [Theory]
    [MemberData(nameof(Seven))]
    public void Every_claim_holds_for_each_of_the_seven(string id)
    {
        var claims = Claims.Of(ProgrammeLibrary.LoadShipped().Find(id)!);
        Assert.True(claims.Count >= 15);
        Assert.All(claims, claim => Assert.Null(claim.Against));
        Assert.All(claims, claim => Assert.EndsWith(".", claim.Says, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Seven))]
    public void No_random_walk_breaks_what_is_claimed(string id)
    {
        var programme = ProgrammeLibrary.LoadShipped().Find(id)!;
        var graph = ProgrammeGraph.Of(programme);
        var next = graph.Steps.ToLookup(step => step.From);
        var dice = new Random(11);
        for (var walk = 0; walk < 2000; walk++)
        {
            var way = new List<Step>();
            for (var moment = ProgrammeGraph.Start; next[moment].Any(); moment = way[^1].To)
            {
                way.Add(next[moment].ElementAt(dice.Next(next[moment].Count())));
            }

            Assert.Equal(graph.End, way[^1].To);
            var held = way.Where(step => step.Kind == StepKind.Held).ToList();
            var medicine = held.FindIndex(step => step.IsMedicine);
            if (medicine < 0)
            {
                continue;
            }

            Assert.Contains(held.Take(medicine), step => step.Gives(SessionKind.Assessment));
            Assert.Contains(held.Take(medicine), step => step.Gives(SessionKind.Preparation));
            for (var at = medicine; at < held.Count; at++)
            {
                Assert.True(!held[at].IsMedicine || held[at + 1].Gives(SessionKind.Integration), $"{id}: no integration after {held[at].Id} {held[at].Number}");
            }
        }
    }

    [Fact]
    public void A_programme_of_forty_steps_is_proved_and_its_one_gap_is_found_at_the_very_end()
    {
        using var desk = new Desk();
        var text = desk.Text("solo-depression-standard.yaml");
        var at = text.IndexOf("  - id: closing\n    title: Closing\n", StringComparison.Ordinal);
        var phases = string.Concat(Enumerable.Range(1, 33).Select(number => $$"""
              - id: more-{{number}}
                title: More {{number}}
                kind: booster
                source: default
                sessions:
                  - { session: medicine-session, count: { least: 0, most: 3 }, every-days: { least: 7, most: 180 } }
                  - { session: integration, count: { least: 0, most: {{(number == 33 ? 2 : 3)}} }, after-each: medicine-session }

            """));
        desk.Write("solo-depression-standard.yaml", text[..at] + phases + text[at..]);
        var fault = desk.Only("solo-depression-standard.yaml");
        Assert.Contains("→ “More 32” → “More 33” → “Closing” and leave without integration after the medicine of “more-33”, session 3.", fault.What, StringComparison.Ordinal);
    }
}
