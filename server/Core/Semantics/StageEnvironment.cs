using System.Collections.Immutable;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Semantics;

/// <summary>
/// What an instruction of a stage sees: variables, working directory, user, shell. BuildKit: ARG and ENV write into the same environment,
/// the later line wins.
/// </summary>
public sealed record StageEnvironment
{
    private const string Path = "PATH";

    /// <summary>What ARG and ENV have made known so far, by name.</summary>
    public ImmutableDictionary<string, ScopeVariable> Variables { get; init; } = ImmutableDictionary<string, ScopeVariable>.Empty;

    /// <summary>Whether it begins with an image or a context, whose own environment nobody knows without asking a registry.</summary>
    public required bool HasImage { get; init; }

    /// <summary>The working directory, absolute; surely unset (<c>/</c>) only on an empty image.</summary>
    public required StageSetting WorkingDirectory { get; init; }

    /// <summary>The user.</summary>
    public required StageSetting User { get; init; }

    /// <summary>The shell: the JSON as written.</summary>
    public required StageSetting Shell { get; init; }

    /// <summary>The environment of a stage on an empty image, before its first instruction.</summary>
    internal static StageEnvironment OnScratch { get; } = new()
    {
        HasImage = false,
        WorkingDirectory = StageSetting.Unset,
        User = StageSetting.Unset,
        Shell = StageSetting.Unset,
    };

    /// <summary>The environment of a stage on an image or a context, before its first instruction.</summary>
    internal static StageEnvironment OnImage { get; } = new()
    {
        HasImage = true,
        WorkingDirectory = StageSetting.OfImage,
        User = StageSetting.OfImage,
        Shell = StageSetting.OfImage,
    };

    /// <summary>
    /// The value of a variable when no build argument is given. PATH always has one (BuildKit); what neither ARG nor ENV of the file has
    /// made known may come from the image.
    /// </summary>
    public VariableValue ValueOf(string name)
    {
        if (Variables.TryGetValue(name, out var variable) && !(variable.Value.IsUnset && HasImage))
            return variable.Value;
        return name == Path ? VariableValue.SetToUnknown : HasImage ? VariableValue.Unknown : VariableValue.Unset;
    }

    internal StageEnvironment With(ScopeVariable variable) => this with { Variables = Variables.SetItem(variable.Name, variable) };
}
