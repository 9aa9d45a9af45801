using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dockstage.Core.Consumers;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests;

/// <summary>
/// Stands for the tools that compare targets exactly, as long as no consumer of the product reads their files, so that what depends on
/// <see cref="TargetNaming"/> can be tested: <c>devcontainer.json</c>, and <c>podman.json</c> of the same form, where an index is a target too. One build
/// a file; the Dockerfile lies in the file's folder.
/// </summary>
internal sealed partial class AwaitedConsumer : IStageConsumer
{
    public static ImmutableArray<IStageConsumer> WithThose { get; } = [.. StageConsumers.All, new AwaitedConsumer()];

    public string Name => "awaited";

    public bool Claims(DocumentPath path, string? languageId) => path.Name is "devcontainer.json" or "podman.json";

    public ConsumerFile Read(Document document, IDocumentSource documents) => ConsumerFile.Empty with
    {
        Targets =
    [
        new BuildTarget
        {
            File = document.Path,
            Consumer = Name,
            Name = null,
            NamePlace = new FilePlace(document.Path, default),
            Context = new BuildContext(document.Path.Parent, null),
            Dockerfile = new DockerfileChoice { Candidates = [document.Path.Parent!.Resolve("Dockerfile")], Blame = new FilePlace(document.Path, default) },
            Target = TargetPattern().Match(document.Text.ToString()) is { Success: true, Groups: [_, var target] }
                ? new TextValue { File = document.Path, Span = new TextSpan(target.Index, target.Length), Reach = new TextSpan(target.Index, target.Length), Text = target.Value }
                : null,
            Naming = new TargetNaming { IsCaseSensitive = true, AllowsIndex = document.Path.Name == "podman.json" },
        },
    ],
    };

    public ImmutableArray<string> BuildArguments(Document document, BuildTarget target, string? builder, IDocumentSource documents) => throw new NotSupportedException();

    [GeneratedRegex("\"target\": *\"([^\"]*)\"")]
    private static partial Regex TargetPattern();
}
