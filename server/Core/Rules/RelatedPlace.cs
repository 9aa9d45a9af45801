using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>A place in some document that helps to understand a finding.</summary>
/// <param name="Path">The document.</param>
/// <param name="Span">The place in it.</param>
/// <param name="Message">What is to be seen there.</param>
public sealed record RelatedPlace(DocumentPath Path, TextSpan Span, LocalizedText Message);
