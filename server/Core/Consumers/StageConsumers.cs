using System.Collections.Immutable;

namespace Dockstage.Core.Consumers;

/// <summary>The list of all consumers. A new kind of file is one implementation and one line here.</summary>
public static class StageConsumers
{
    /// <summary>All of them; a file belongs to the first that claims it.</summary>
    public static ImmutableArray<IStageConsumer> All { get; } = [new Compose.ComposeConsumer()];
}
