using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;

namespace Sojourn.Web.Routing;

/// <summary>One request and its answer: who asks, what was typed, the clinic to ask, the page to give back.</summary>
public sealed class Exchange(HttpContext http, Runner runner, Records records, Who who, Fields fields)
{
    private TimeZoneInfo? zone;

    public HttpContext Http => http;

    public Runner Clinic => runner;

    /// <summary>Projections as last committed, for this request.</summary>
    public Records Records => records;

    public Who Who => who;

    public Fields Fields => fields;

    public DateTimeOffset Now => runner.Now;

    public bool WantsJson { get; } = http.Request.HasJsonContentType() || (http.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase));

    /// <summary>The clinic's zone; UTC before the clinic is set up.</summary>
    public TimeZoneInfo Zone => zone ??= TimeZoneInfo.FindSystemTimeZoneById(records.Value<string>("select time_zone from clinic") ?? "UTC");

    /// <summary>The clinic's date now.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Zone).DateTime);

    /// <summary>The instant at which the clinic's clocks show this; of a doubled hour the first, of a skipped one the hour after.</summary>
    public DateTimeOffset Instant(DateOnly date, TimeOnly time) => Sojourn.Clinic.Clinics.ClinicDay.Instant(Zone, date, time);

    public T Service<T>()
        where T : notnull => http.RequestServices.GetRequiredService<T>();

    /// <summary>The id in the route; Guid.Empty when it is none, which no record has.</summary>
    public Guid Id(string name = "id") => Guid.TryParse(http.Request.RouteValues[name]?.ToString(), out var id) ? id : Guid.Empty;

    public string? Query(string name) => http.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The command's sender: the id from the form or the Idempotency-Key header, else a new one.</summary>
    public Sender Sender =>
        runner.SenderFor(who.Actor, Guid.TryParse(fields["command-id"] ?? http.Request.Headers["Idempotency-Key"].ToString(), out var id) ? id : null);

    /// <summary>A whole page; its one parameter is its model.</summary>
    public IResult Page<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model }) { StatusCode = status };

    /// <summary>After a fact is recorded: the page where it is seen.</summary>
    public IResult To(string place) => new SeeOther(place);

    public IResult Missing(string sentence) => WantsJson
        ? Results.Problem(sentence, statusCode: StatusCodes.Status404NotFound)
        : Page<MissingPage>(sentence, StatusCodes.Status404NotFound);

    /// <summary>
    /// Parses what was typed, runs it, and answers: done → 303 to the place where it is seen (JSON: what was recorded); faults or refusal → 422 with the
    /// page again as it was typed (JSON: problem details with every reason).
    /// </summary>
    public async Task<IResult> Send<T>(Parsed<T> parsed, Func<T, Task<Outcome>> run, Func<T, string> seenAt, Func<Form, IResult> again)
        where T : class
    {
        if (parsed.Value is not { } value || !parsed.IsGood)
        {
            return Refuse(Form.Back(fields, parsed.Faults, []), again);
        }

        return await run(value) switch
        {
            Outcome.Refused refused => Refuse(Form.Back(fields, [], refused.Reasons), again),
            Outcome.Done done when WantsJson => Results.Json(new { recorded = done.Receipt.Recorded || done.Receipt.Repeated, positions = new[] { done.Receipt.FirstPosition, done.Receipt.LastPosition }, seenAt = seenAt(value) }),
            _ => To(seenAt(value)),
        };
    }

    private IResult Refuse(Form form, Func<Form, IResult> again)
    {
        if (!WantsJson)
        {
            return again(form);
        }

        var reasons = form.Faults.Select(f => new { code = "form.fault", sentence = f.Sentence, field = (string?)f.Where, remedy = (object?)null })
            .Concat(form.Refusals.Select(r => new { code = r.Code, sentence = r.Sentence, field = r.Field, remedy = r.Remedy is { } m ? (object)new { words = m.Words, href = "/" + m.Resource } : null }));
        return Results.Json(
            new { type = "about:blank", title = "Not done", status = 422, reasons },
            JsonSerializerOptions.Web,
            "application/problem+json",
            StatusCodes.Status422UnprocessableEntity);
    }

    private sealed class SeeOther(string place) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = place;
            return Task.CompletedTask;
        }
    }
}
