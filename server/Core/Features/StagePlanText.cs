using System.Text;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;

namespace Dockstage.Core.Features;

/// <summary>What a stage takes and gives, and what a build of it does, in words: the lower half of a stage's hover.</summary>
internal static class StagePlanText
{
    /// <summary>Paragraphs of Markdown, each with an empty line before it; empty when there is nothing to tell.</summary>
    public static string Of(DockerfileModel model, Stage stage, Language language)
    {
        var text = new StringBuilder();
        Append(MessageTable.CopiesFrom, NeededOf(model, stage));
        Append(MessageTable.UsedBy, model.Graph.UsesOf(stage).Select(edge => edge.User));
        var plan = model.PlanFor(stage);
        // A build that runs its own stage alone says no more than the ancestry does.
        if (plan.Runs.Length > 1 || !plan.Skips.IsEmpty)
            Append(MessageTable.BuildRuns, plan.Runs.Select(step => step.Stage));
        if (!plan.Skips.IsEmpty)
            text.Append(" · ").Append(MessageTable.BuildSkips.In(language, Names(plan.Skips, language)));
        return text.ToString();

        void Append(Message message, IEnumerable<Stage> stages)
        {
            if (Names(stages, language) is { Length: > 0 } names)
                text.Append("\n\n").Append(message.In(language, names));
        }
    }

    private static IEnumerable<Stage> NeededOf(DockerfileModel model, Stage stage) =>
        model.Graph.NeedsOf(stage).Where(edge => edge.Kind != BuildReasonKind.From).Select(edge => edge.Needed);

    private static string Names(IEnumerable<Stage> stages, Language language)
    {
        var names = stages.Distinct().Select(stage => StageDescription.NameIn(stage, language)).Distinct().ToList();
        var shown = names.Take(Limits.ListedStages).Select(MarkdownText.Code);
        return string.Join(", ", shown) + (names.Count > Limits.ListedStages ? ", …" : "");
    }
}
