using System.Globalization;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;

namespace Sojourn.Clinic.Screening;

/// <summary>Answers of the medical assessment that the person's record gives by itself: age, vital signs, totals of questionnaires, medicines, what was tried.</summary>
public static class WhatTheRecordSays
{
    /// <summary>Fact ids that a vital sign answers, and the kind it lies under.</summary>
    private static readonly Dictionary<string, string> Vitals = new(StringComparer.Ordinal)
    {
        ["systolic"] = "systolic",
        ["diastolic"] = "diastolic",
        ["heart-rate"] = "pulse",
        ["pulse"] = "pulse",
        ["spo2"] = "oxygen",
        ["weight"] = "weight",
        ["weight-kg"] = "weight",
        ["height-cm"] = "height",
        ["bmi"] = "body-mass-index",
    };

    private sealed record NumberRow
    {
        public decimal Value { get; init; }

        public DateTimeOffset At { get; init; }
    }

    private sealed record MedicineRow
    {
        public string Name { get; init; } = "";

        public string? Dose { get; init; }
    }

    public static OnRecord About(Records records, PersonId person, CourseId course, Programme programme, DateTimeOffset at) =>
        new([.. programme.Facts.Select(question => Answer(records, person, course, question, at)).OfType<FactAnswer>()], Medicines(records, person));

    private static FactAnswer? Answer(Records records, PersonId person, CourseId course, FactQuestion question, DateTimeOffset at) => question switch
    {
        { FromInstrument: { } instrument } => Given(question, LastTotal(records, person, instrument), instrument.ToUpperInvariant()),
        { Id: "age" } => records.One<DateOnly?>("select born_on from person where id = @person", new { person }) is { } born
            ? new FactAnswer(question.Id, FactKind.Number, Text(YearsOf(born, at)), "date of birth", at)
            : null,
        { Id: "bmi" } => Given(question, LastVital(records, person, "body-mass-index"), "vital signs") ?? Given(question, MassIndex(records, person), "weight and height"),
        { Id: "pain-months" } => Since(records, course) is { } since
            ? new FactAnswer(question.Id, FactKind.Number, Text(Chronic.WholeMonths(since, DateOnly.FromDateTime(at.UtcDateTime))), "readiness form", at)
            : null,
        { Id: "adequate-trials" } => new FactAnswer(
            question.Id,
            FactKind.Number,
            Text(records.Value<int>("select count(*) from treatment_tried where course_id = @course and adequate = 'yes'", new { course })),
            "readiness form",
            at),
        _ => Vitals.TryGetValue(question.Id, out var kind) ? Given(question, LastVital(records, person, kind), "vital signs") : null,
    };

    private static FactAnswer? Given(FactQuestion question, NumberRow? row, string from) =>
        row is null || question.Kind != FactKind.Number ? null : new FactAnswer(question.Id, FactKind.Number, Text(row.Value), from, row.At);

    private static NumberRow? LastVital(Records records, PersonId person, string kind) =>
        records.One<NumberRow>(
            "select value, happened_at as at from person_vital where person_id = @person and kind = @kind and in_error = 0 order by happened_at desc",
            new { person, kind });

    private static NumberRow? LastTotal(Records records, PersonId person, string instrument) =>
        records.One<NumberRow>(
            """
            select total as value, finished_at as at from measure
            where person_id = @person and instrument_id = @instrument and state = 'finished' and total is not null order by finished_at desc
            """,
            new { person, instrument });

    /// <summary>Kilograms over square metres, to one decimal, half to even.</summary>
    private static NumberRow? MassIndex(Records records, PersonId person) =>
        LastVital(records, person, "weight") is { } weight && LastVital(records, person, "height") is { Value: > 0 } height
            ? new NumberRow { Value = decimal.Round(weight.Value / (height.Value / 100m * (height.Value / 100m)), 1, MidpointRounding.ToEven), At = weight.At }
            : null;

    private static DateOnly? Since(Records records, CourseId course) =>
        Readiness.MonthIn(records.Value<string>("select value from readiness_answer where course_id = @course and question = @Question", new { course, Question = Readiness.PainSince }));

    private static List<string> Medicines(Records records, PersonId person) =>
        [.. records.All<MedicineRow>("select name, dose from person_medicine where person_id = @person and status = 'current' order by name", new { person })
            .Select(medicine => medicine.Dose is { } dose ? $"{medicine.Name} {dose}" : medicine.Name)];

    private static int YearsOf(DateOnly born, DateTimeOffset at) => Chronic.WholeMonths(born, DateOnly.FromDateTime(at.UtcDateTime)) / 12;

    private static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
