using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>The named contexts that the known builds of a Dockerfile are given, all of them together.</summary>
public sealed class KnownContexts
{
    private readonly NamedContexts _names;
    private readonly bool _mayBeMore;

    private KnownContexts(NamedContexts names, bool mayBeMore) => (_names, _mayBeMore) = (names, mayBeMore);

    /// <summary>Collects them.</summary>
    public static KnownContexts Of(WorkspaceSnapshot snapshot, DocumentPath dockerfile)
    {
        ImmutableArray<BuildTarget> targets = [.. snapshot.BuildTargetsOf(dockerfile)];
        var contexts = targets.SelectMany(target => target.Contexts).ToList();
        return new KnownContexts(
            NamedContexts.Of(contexts.Where(context => !context.Value.IsDynamic).Select(context => context.Value.Text)),
            contexts.Any(context => context.Value.IsDynamic) || targets.Any(target => target.IsPartial));
    }

    /// <summary>Whether some build certainly gives a context of a name.</summary>
    public bool Has(string name) => _names.Has(name);

    /// <summary>Whether some build gives a context of a name, or may do so.</summary>
    public bool MayHave(string name) => _mayBeMore || _names.Has(name);
}
