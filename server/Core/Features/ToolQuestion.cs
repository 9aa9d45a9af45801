using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>What a consumer's own tool has to say before several builds can be one run. It builds nothing then; who runs it passes <see cref="Argv"/> without a shell.</summary>
/// <param name="Argv">Program and arguments.</param>
/// <param name="Folder">The folder to run it in.</param>
/// <param name="File">The consumer's file that it is about.</param>
public sealed record ToolQuestion(ImmutableArray<string> Argv, DocumentPath Folder, DocumentPath File);
