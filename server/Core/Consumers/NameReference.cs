using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers;

/// <summary>A word in a consumer's file that names another build or service of the same tool (compose: <c>depends_on</c>, <c>extends</c>, <c>service:web</c>).</summary>
/// <param name="Value">The word, where it stands; empty where nothing is written yet.</param>
/// <param name="Places">Where that name is given to something, the nearest first; empty when nothing has it.</param>
/// <param name="Choices">The names that may stand there.</param>
public sealed record NameReference(TextValue Value, ImmutableArray<FilePlace> Places, ImmutableArray<string> Choices);
