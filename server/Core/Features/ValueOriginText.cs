using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>Where a value comes from, in words: "From compose.yaml:3, anchor &amp;build", "From the default of ${X:-dev}".</summary>
internal static class ValueOriginText
{
    /// <summary>The sentence in Markdown, or null when the value simply stands where it is met.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="value">The value.</param>
    /// <param name="met">Where it is met.</param>
    /// <param name="language">The reader's language.</param>
    public static string? Of(WorkspaceSnapshot snapshot, TextValue value, FilePlace met, Language language)
    {
        var literal = value.Literal ?? value;
        var steps = new List<string>();
        if (!literal.File.Equals(met.File) && snapshot.Find(literal.File).Document is not null)
            steps.Add(StageDescription.Link(snapshot, literal.Place, met.File, null));
        // At the anchor itself nobody asks which anchor it is.
        var anchors = value.Place == met ? [] : value.Origins;
        var own = ReferenceEquals(literal, value) ? ImmutableArray<ValueOrigin>.Empty : literal.Origins;
        steps.AddRange(anchors.Concat(own).Concat(value.Place == met ? value.Origins.Where(origin => origin is not ValueOrigin.Anchor) : [])
            .Select(origin => Step(origin, language)).Distinct());
        return steps.Count == 0 ? null : MessageTable.ValueFrom.In(language, string.Join(", ", steps));
    }

    private static string Step(ValueOrigin origin, Language language) => origin switch
    {
        ValueOrigin.Anchor anchor => MessageTable.OriginAnchor.In(language, MarkdownText.Code("&" + anchor.Name)),
        ValueOrigin.Fallback { IsAlternative: true } fallback => MessageTable.OriginAlternative.In(language, MarkdownText.Code(fallback.Expression)),
        ValueOrigin.Fallback fallback => MessageTable.OriginDefault.In(language, MarkdownText.Code(fallback.Expression)),
        ValueOrigin.EnvironmentFile variable => MessageTable.OriginVariable.In(language, MarkdownText.Code(variable.Variable)),
        _ => "",
    };
}
