using Dockstage.Core.Consumers;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>A path that is written in a file, with what it means before and after files are moved.</summary>
/// <param name="Value">The words.</param>
/// <param name="From">The folder from which it counts now.</param>
/// <param name="To">The file or folder to which it leads now.</param>
/// <param name="FromAfter">The folder from which it will count.</param>
/// <param name="ToAfter">The file or folder to which it is to lead.</param>
internal sealed record WrittenPath(TextValue Value, DocumentPath From, DocumentPath To, DocumentPath FromAfter, DocumentPath ToAfter);
