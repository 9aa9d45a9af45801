using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>What a fix changes.</summary>
/// <param name="Files">The edits of files that exist.</param>
public sealed record FixChange(ImmutableArray<FileEdits> Files)
{
    /// <summary>The file that it makes, or null.</summary>
    public NewFile? Created { get; init; }

    /// <summary>A change from edits in any order; the files come in the order in which they are first met.</summary>
    internal static FixChange Of(IEnumerable<(DocumentPath File, TextEdit Edit)> edits) => new(
    [
        .. from edit in edits.Distinct()
           group edit.Edit by edit.File into file
           select new FileEdits(file.Key, [.. file.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.End)]),
    ]);
}

/// <summary>A file that does not exist yet.</summary>
/// <param name="File">Where.</param>
/// <param name="Text">What stands in it.</param>
public sealed record NewFile(DocumentPath File, string Text);
