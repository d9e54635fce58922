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
        ["resting-systolic"] = "systolic",
        ["resting-diastolic"] = "diastolic",
        ["resting-pulse"] = "pulse",
        ["resting-spo2"] = "oxygen",
    };

    private sealed record NumberRow
    {
        public decimal Value { get; init; }

        public DateTimeOffset At { get; init; }
    }

    private sealed record WordRow
    {
        public string? Word { get; init; }

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
        { FromInstrument: { } instrument, Kind: FactKind.Number } => Given(question, LastTotal(records, person, instrument), instrument.ToUpperInvariant()),
        { FromInstrument: { } instrument, Kind: FactKind.Choice } => OneOf(question, LastLevel(records, person, instrument), instrument.ToUpperInvariant()),
        { Id: "age" } => records.One<DateOnly?>("select born_on from person where id = @person", new { person }) is { } born
            ? new FactAnswer(question.Id, FactKind.Number, Text(YearsOf(born, at)), "date of birth", at)
            : null,
        { Id: "recorded-sex" } => OneOf(question, records.One<WordRow>("select sex as word, registered_at as at from person where id = @person", new { person }), "record"),
        { Id: "bmi" } => Given(question, LastVital(records, person, "body-mass-index"), "vital signs") ?? Given(question, MassIndex(records, person), "weight and height"),
        { Id: "pain-months" } => Given(question, PainMonths(records, course, at), "readiness form"),
        { Id: "adequate-trials" } => Given(question, Trials(records, course), "readiness form"),
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

    private static FactAnswer? OneOf(FactQuestion question, WordRow? row, string from) =>
        question.Choices.FirstOrDefault(choice => string.Equals(choice.Id, row?.Word, StringComparison.OrdinalIgnoreCase)) is { } choice
            ? new FactAnswer(question.Id, FactKind.Choice, choice.Id, from, row!.At)
            : null;

    /// <summary>For an instrument that gives a level and no total, such as a suicide screen.</summary>
    private static WordRow? LastLevel(Records records, PersonId person, string instrument) =>
        records.One<WordRow>(
            "select band as word, finished_at as at from measure where person_id = @person and instrument_id = @instrument and state = 'finished' order by finished_at desc",
            new { person, instrument });

    /// <summary>Null while the person has not come to that part of the form.</summary>
    private static NumberRow? Trials(Records records, CourseId course) =>
        records.One<NumberRow>(
            """
            select saved_at as at, (select count(*) from treatment_tried t where t.course_id = @course and t.adequate = 'yes') as value
            from readiness_section where course_id = @course and section = 'tried'
            """,
            new { course });

    private static NumberRow? PainMonths(Records records, CourseId course, DateTimeOffset at) =>
        records.One<WordRow>(
            """
            select a.value as word, s.saved_at as at from readiness_answer a join readiness_section s on s.course_id = a.course_id and s.section = a.section
            where a.course_id = @course and a.question = @Question
            """,
            new { course, Question = Readiness.PainSince }) is { } row && Readiness.MonthIn(row.Word) is { } since
            ? new NumberRow { Value = Chronic.WholeMonths(since, DateOnly.FromDateTime(at.UtcDateTime)), At = row.At }
            : null;

    /// <summary>Kilograms over square metres, to one decimal, half to even.</summary>
    private static NumberRow? MassIndex(Records records, PersonId person) =>
        LastVital(records, person, "weight") is { } weight && LastVital(records, person, "height") is { Value: > 0 } height
            ? new NumberRow { Value = decimal.Round(weight.Value / (height.Value / 100m * (height.Value / 100m)), 1, MidpointRounding.ToEven), At = weight.At }
            : null;

    private static List<string> Medicines(Records records, PersonId person) =>
        [.. records.All<MedicineRow>("select name, dose from person_medicine where person_id = @person and status = 'current' order by name", new { person })
            .Select(medicine => medicine.Dose is { } dose ? $"{medicine.Name} {dose}" : medicine.Name)];

    private static int YearsOf(DateOnly born, DateTimeOffset at) => Chronic.WholeMonths(born, DateOnly.FromDateTime(at.UtcDateTime)) / 12;

    private static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
