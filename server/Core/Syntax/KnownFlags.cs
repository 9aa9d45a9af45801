using System.Collections.Immutable;

namespace Dockstage.Core.Syntax;

/// <summary>
/// Which flags an instruction has. BuildKit: <c>instructions/parse.go</c>, <c>commands_run*.go</c>. <c>RUN --device</c> is among them
/// though only the labs front end takes it, and so is <c>--security</c>, which needs an entitlement.
/// </summary>
public static class KnownFlags
{
    private static readonly ImmutableArray<KnownFlag> Add =
    [
        new("chown", FlagKind.Text), new("chmod", FlagKind.Text), new("link", FlagKind.Boolean), new("keep-git-dir", FlagKind.Boolean),
        new("checksum", FlagKind.Text), new("unpack", FlagKind.Boolean), new("exclude", FlagKind.List),
    ];

    private static readonly ImmutableArray<KnownFlag> Copy =
    [
        new("from", FlagKind.Text), new("chown", FlagKind.Text), new("chmod", FlagKind.Text), new("link", FlagKind.Boolean),
        new("exclude", FlagKind.List), new("parents", FlagKind.Boolean),
    ];

    private static readonly ImmutableArray<KnownFlag> From = [new("platform", FlagKind.Text)];

    private static readonly ImmutableArray<KnownFlag> Healthcheck =
    [
        new("interval", FlagKind.Text), new("timeout", FlagKind.Text), new("start-period", FlagKind.Text),
        new("start-interval", FlagKind.Text), new("retries", FlagKind.Text),
    ];

    private static readonly ImmutableArray<KnownFlag> Run =
    [
        new("mount", FlagKind.List), new("network", FlagKind.Text), new("security", FlagKind.Text), new("device", FlagKind.List),
    ];

    /// <summary>The flags of an instruction; none for most.</summary>
    public static ImmutableArray<KnownFlag> Of(InstructionKeyword keyword) => keyword switch
    {
        InstructionKeyword.Add => Add,
        InstructionKeyword.Copy => Copy,
        InstructionKeyword.From => From,
        InstructionKeyword.Healthcheck => Healthcheck,
        InstructionKeyword.Run => Run,
        _ => [],
    };

    /// <summary>Whether BuildKit checks the flags of an instruction; ARG and STOPSIGNAL silently ignore any.</summary>
    public static bool AreChecked(InstructionKeyword keyword) =>
        keyword is not (InstructionKeyword.Arg or InstructionKeyword.Stopsignal or InstructionKeyword.Unknown);
}
