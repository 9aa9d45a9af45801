using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>What a fix changes.</summary>
/// <param name="Files">The edits of files that exist, in the order of their places.</param>
public sealed record FixChange(ImmutableArray<FileEdits> Files)
{
    /// <summary>The file that it makes, or null.</summary>
    public NewFile? Created { get; init; }

    /// <summary>A change from edits in any order.</summary>
    internal static FixChange Of(IEnumerable<(DocumentPath File, TextEdit Edit)> edits) => new(
    [
        .. from edit in edits.Distinct()
           orderby edit.Edit.Span.Start, edit.Edit.Span.End
           group edit.Edit by edit.File into file
           select new FileEdits(file.Key, [.. file]),
    ]);
}

/// <summary>A file that does not exist yet.</summary>
/// <param name="File">Where.</param>
/// <param name="Text">What stands in it.</param>
public sealed record NewFile(DocumentPath File, string Text);
