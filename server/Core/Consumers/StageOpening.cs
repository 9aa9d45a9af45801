namespace Dockstage.Core.Consumers;

/// <summary>
/// A place in a consumer's file at which a build may name a stage though nothing that counts is written there (Compose: <c>no_cache_filter: []</c>, the first key of
/// <c>additional_contexts</c> without its colon). Only completion asks for it: what stands there names nothing yet.
/// </summary>
/// <param name="Value">What is written so far, where it stands.</param>
/// <param name="Build">The name of the build.</param>
/// <param name="IsContext">Whether it is a context's name that can stand there, which need not be a stage's.</param>
public sealed record StageOpening(TextValue Value, string Build, bool IsContext);
