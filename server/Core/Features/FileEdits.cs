using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>The edits of one document.</summary>
/// <param name="File">The document.</param>
/// <param name="Edits">In the order of their places; they do not overlap.</param>
public sealed record FileEdits(DocumentPath File, ImmutableArray<TextEdit> Edits);
