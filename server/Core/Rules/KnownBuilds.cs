using Dockstage.Core.Consumers;
using Dockstage.Core.Semantics;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// What the builds of a Dockerfile that are known make of its FROM lines. A variable without a default is no mistake where each of them gives it
/// a value: nothing is refused then.
/// </summary>
internal static class KnownBuilds
{
    /// <summary>Stands for a value that is only known where the build is run.</summary>
    private const string Unknown = "known-to-the-build-alone";

    /// <summary>
    /// Whether there are builds, and with the arguments of each a word of a FROM that is bad with the defaults is good. What hangs on values
    /// that are not known counts as good.
    /// </summary>
    /// <param name="file">The Dockerfile.</param>
    /// <param name="word">The word as written.</param>
    /// <param name="isGood">Whether it is good with its variables replaced.</param>
    public static bool Mend(CheckedDockerfile file, string word, Func<string, bool> isGood)
    {
        if (!word.Contains('$', StringComparison.Ordinal))
            return false;
        var hasBuilds = false;
        foreach (var build in file.Snapshot.BuildTargetsOf(file.Path))
        {
            hasBuilds = true;
            var scope = ArgScope.Global(file.Model.Syntax, file.Model.Stages[^1].Name, InputsOf(build));
            if (scope.Expand(word).Value is not { } value || !(value.Contains(Unknown, StringComparison.Ordinal) || isGood(value)))
                return false;
        }

        return hasBuilds;
    }

    private static BuildInputs InputsOf(BuildTarget build)
    {
        var inputs = TargetInputs.Of(build);
        var open = build.Arguments.Where(argument => !inputs.Args.ContainsKey(argument.Name)).Select(argument => KeyValuePair.Create(argument.Name, Unknown));
        return inputs with { Args = inputs.Args.AddRange(open) };
    }
}
