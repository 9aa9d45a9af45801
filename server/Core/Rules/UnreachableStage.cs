using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// No target that anyone names needs the stage: not the default one, not that of any build in the workspace, none that looks as if somebody asks for
/// it by hand. Of a Dockerfile that no known build names, only a stage without a name is told of, which nobody can ask for: tried on 1,700 public
/// Dockerfiles, most others were targets of scripts, bake files or CI. The whole stage is marked, from its FROM to its last instruction: editors fade code that is never run as a block, and the edge of the
/// block shows where it ends.
/// </summary>
public sealed class UnreachableStage : DockerfileRule
{
    private static readonly string[] HandWordBeginnings = ["dev", "test", "debug", "lint", "bench", "cover", "verif", "valid"];
    private static readonly string[] HandWordEnds = ["test", "tests", "tester", "dev"];
    private static readonly string[] HandWords = ["ci", "e2e", "dbg", "check", "checks", "qa", "spec", "specs"];

    /// <inheritdoc/>
    public override RuleOrigin Origin => RuleOrigin.Dockstage;

    /// <inheritdoc/>
    public override Severity DefaultSeverity => Severity.Hint;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            A stage that nothing needs: a build without a target does without it, and so does every build in the workspace that names a target. Editors
            show the whole stage faded. Of a Dockerfile that no build in the workspace names, only stages without a name are found, because any other may be a
            target.
            """,
        Matters = """
            BuildKit skips such a stage without a word. It is left over, or something should copy from it and does not.

            Stages are also built by hand (`docker build --target test`), and no file says so. Nothing is said of

            - a stage that a build in the workspace names, nor of what it needs; all named stages count when a target is computed (`target: ${STAGE}`) or
              comes from a place that Dockstage does not read
            - a stage whose name looks like development, tests, debugging or CI (`dev`, `unit-test`, `debug`, `ci`)
            - a stage with a description (`# name what it is` above its `FROM`), which is how BuildKit marks a target
            - a stage that a `FROM` with a variable may mean (`FROM base-${KIND}`)
            - any stage, while a reference in the file is an error or nearly the name of a stage, or a build names a target that does not exist
            """,
        Bad = """
            //- Dockerfile
            FROM golang:1.26 AS build
            RUN go build -o /app
            FROM alpine:3.20 AS certificates
            RUN apk add ca-certificates
            FROM scratch
            COPY --from=build /app /app
            //- compose.yaml
            services:
              web:
                build: .
            """,
        Good = """
            //- Dockerfile
            FROM golang:1.26 AS build
            RUN go build -o /app
            FROM alpine:3.20 AS certificates
            RUN apk add ca-certificates
            FROM scratch
            COPY --from=build /app /app
            COPY --from=certificates /etc/ssl/certs /etc/ssl/certs
            //- compose.yaml
            services:
              web:
                build: .
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        var model = file.Model;
        if (model.Stages.Length < 2 || IsUnsettled(model))
            yield break;
        ImmutableArray<BuildTarget> targets = [.. file.Snapshot.BuildTargetsOf(file.Path)];
        if (targets.Any(target => target.Target is { IsDynamic: false } value && TargetStage.Of(model, target.Naming, value.Text) is null))
            yield break;
        var needed = Needed(model, Asked(model, targets));
        foreach (var stage in model.Stages.Where(stage => !needed[stage.Index]))
        {
            yield return new Finding(SpanOf(model, stage), MessageTable.UnreachableStage.With(stage.Label))
            {
                Tag = FindingTag.Unnecessary,
                Related = [new RelatedPlace(file.Path, model.DefaultStage!.FromSpan, MessageTable.StageBuiltByDefault.With())],
            };
        }
    }

    /// <summary>Whether some reference is an error or was surely meant for a stage, so that it cannot be told what is needed.</summary>
    private static bool IsUnsettled(DockerfileModel model)
    {
        var nearStage = new NearStage(model);
        return model.Stages.Any(stage => stage.Base is StageBase.Unresolved || model.Graph.BindingsOf(stage).Any(binding =>
            binding.Meaning is ReferenceMeaning.OfNothing
            || (binding.Reference.Kind == StageReferenceKind.MountFrom && TargetStage.IndexOf(binding.Reference.Text) is not null)
            || nearStage.Of(binding) is not null));
    }

    /// <summary>The stages that somebody may ask for.</summary>
    private static IEnumerable<Stage> Asked(DockerfileModel model, ImmutableArray<BuildTarget> targets)
    {
        var isOpen = targets.IsEmpty || targets.Any(target => target.Target is { IsComputed: true } || (target.IsPartial && target.Target is null));
        var named = targets.SelectMany(target => target.StageValues.SelectMany(value => value.Literals.Append(value)).Where(value => !value.IsDynamic)
            .Select(value => TargetStage.Of(model, target.Naming, value.Text)))
            .OfType<Stage>().Select(stage => stage.Index).ToHashSet();
        return model.Stages.Where(stage =>
            stage.Index == model.Stages.Length - 1
            || named.Contains(stage.Index)
            || (stage.Name is { } name && (isOpen || stage.Description is not null || IsForHands(name))));
    }

    private static bool[] Needed(DockerfileModel model, IEnumerable<Stage> asked)
    {
        var needed = new bool[model.Stages.Length];
        var waiting = new Stack<Stage>(asked);
        while (waiting.TryPop(out var stage))
        {
            if (needed[stage.Index])
                continue;
            needed[stage.Index] = true;
            foreach (var edge in model.Graph.NeedsOf(stage))
                waiting.Push(edge.Needed);
            if (OpenBase.Of(stage.BaseText) is not { } open)
                continue;
            for (var above = 0; above < stage.Index; above++)
            {
                if (!needed[above] && model.Stages[above].Name is { } name && open.MayBe(name))
                    waiting.Push(model.Stages[above]);
            }
        }

        return needed;
    }

    /// <summary>Whether a name is that of a stage which people build by hand or in CI.</summary>
    private static bool IsForHands(string name) => name.Split('-', '_', '.').Any(word =>
        HandWords.Contains(word)
        || HandWordBeginnings.Any(beginning => word.StartsWith(beginning, StringComparison.Ordinal))
        || HandWordEnds.Any(end => word.EndsWith(end, StringComparison.Ordinal)));

    /// <summary>From the FROM to the end of the last instruction: comments below it are often about the next stage.</summary>
    private static TextSpan SpanOf(DockerfileModel model, Stage stage)
    {
        var syntax = model.Syntax;
        var place = stage.Index + 1 < syntax.Froms.Length ? syntax.Froms[stage.Index + 1] : syntax.Items.Length;
        do
            place--;
        while (syntax.Items[place] is not Instruction);
        var start = syntax.StartOf(place);
        var end = start + syntax.Items[place].Text.AsSpan().TrimEnd().Length;
        return TextSpan.Between(stage.FromSpan.Start, Math.Max(end, stage.FromSpan.End));
    }
}
