using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Semantics;

namespace Dockstage.Core.Workspace;

/// <summary>From a build target of a consumer to what that build adds to its Dockerfile.</summary>
public static class TargetInputs
{
    /// <summary>What a build adds: its target, its arguments and its named contexts, as far as they are literal.</summary>
    public static BuildInputs Of(BuildTarget target) => new()
    {
        Args = target.Arguments.Where(argument => argument.Value is { IsDynamic: false }).ToImmutableDictionary(argument => argument.Name, argument => argument.Value!.Text),
        Target = target.Target is { IsDynamic: false } value ? value.Text : null,
        Contexts = NamedContexts.Of(target.Contexts.Where(context => !context.Value.IsDynamic && !context.IsOfOtherTool).Select(context => context.Value.Text)),
    };
}
