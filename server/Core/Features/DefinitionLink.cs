using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>From a word to what it names. LSP: LocationLink.</summary>
/// <param name="Origin">The word asked about, in the document asked about.</param>
/// <param name="Target">The document that holds the answer.</param>
/// <param name="TargetSpan">The whole of what is named (a stage: its FROM instruction).</param>
/// <param name="TargetSelection">The part to put the cursor on (a stage: its name).</param>
public sealed record DefinitionLink(TextSpan Origin, DocumentPath Target, TextSpan TargetSpan, TextSpan TargetSelection);
