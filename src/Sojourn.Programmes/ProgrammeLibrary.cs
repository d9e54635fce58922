using Sojourn.Domain.Programmes;

namespace Sojourn.Programmes;

/// <summary>The programmes that a clinic runs by, all of them checked.</summary>
public sealed partial class ProgrammeLibrary(IReadOnlyDictionary<string, Programme> byId)
{
    public IReadOnlyDictionary<string, Programme> ById => byId;

    public Programme? Find(string id) => byId.GetValueOrDefault(id);
}
