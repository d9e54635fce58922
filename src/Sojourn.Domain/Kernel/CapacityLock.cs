namespace Sojourn.Domain.Kernel;

/// <summary>While a person is under medicine nothing is signed, agreed or chosen for them, by any route.</summary>
/// <param name="Until">When it ends, as the end of a sentence: "until they are discharged"; null while nothing is known of it.</param>
public readonly record struct CapacityLock(bool Holds, string? Until = null)
{
    /// <param name="what">"Nothing can be signed".</param>
    public Refusal Refuse(string code, string what) => new(code, Sentence(what));

    public string Sentence(string what) => $"{what} while the patient is under medicine, {Until ?? "until they are discharged"}. What was agreed before can be taken back at any time.";
}
