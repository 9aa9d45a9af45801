using System.Collections.Immutable;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>The lines over each FROM. LSP: <c>textDocument/codeLens</c>.</summary>
public static class CodeLens
{
    /// <summary>
    /// A build lens for every stage that a build can ask for: the named ones, and the last one even without a name. Of several stages
    /// of one name only the last can be built (BuildKit: the last in the file is the target).
    /// </summary>
    public static ImmutableArray<StageLens> Of(WorkspaceSnapshot snapshot, DocumentPath path, Language language)
    {
        if (snapshot.StagesIn(path) is not { } model)
            return [];
        var lenses = ImmutableArray.CreateBuilder<StageLens>();
        foreach (var stage in model.Stages)
        {
            if (stage.Name is { } name && model.FindTarget(name) == stage)
                lenses.Add(new StageLens(stage.FromSpan, MessageTable.BuildLens.In(language, name), path, name));
            else if (stage.Name is null && stage == model.DefaultStage && stage.BaseText.Length > 0)
                lenses.Add(new StageLens(stage.FromSpan, MessageTable.BuildDefaultLens.In(language), path, null));
        }

        return lenses.ToImmutable();
    }
}
