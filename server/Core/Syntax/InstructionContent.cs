using System.Collections.Immutable;

namespace Dockstage.Core.Syntax;

/// <summary>
/// What the flags and arguments of an instruction say, as BuildKit takes them apart. It is read when it is first asked for, see
/// <see cref="InstructionParts.Content"/>. Offsets count from the instruction's start.
/// </summary>
public sealed record InstructionContent
{
    /// <summary>Whether the arguments are a JSON array (exec form).</summary>
    public bool IsJson { get; init; }

    /// <summary>
    /// The arguments: the strings of the JSON form; else the words of ADD, ARG, COPY, EXPOSE, FROM and VOLUME; else all that is written,
    /// as one (shell form, WORKDIR, USER, …). Behind <see cref="CheckKind"/> for HEALTHCHECK. Empty for ENV, LABEL and ONBUILD.
    /// </summary>
    public ImmutableArray<Argument> Arguments { get; init; } = [];

    /// <summary>The pairs of ENV and LABEL, and what an ARG declares; empty for others.</summary>
    public ImmutableArray<Assignment> Assignments { get; init; } = [];

    /// <summary>The first word of a HEALTHCHECK, <c>NONE</c> or <c>CMD</c> in any letter case; null for others.</summary>
    public PlacedText? CheckKind { get; init; }

    /// <summary>What COPY and ADD copy; empty for others, and where there is no destination.</summary>
    public ImmutableArray<Argument> Sources { get; init; } = [];

    /// <summary>Where COPY and ADD copy to; null for others, and where there is only one argument.</summary>
    public Argument? Destination { get; init; }

    /// <summary>
    /// The variables that BuildKit replaces here, in order: in the words of ADD, ARG, COPY, ENV, EXPOSE, FROM, LABEL, STOPSIGNAL, USER,
    /// VOLUME and WORKDIR, in the flags <c>--chown --chmod --checksum --platform</c> and in options of <c>--mount</c>, and in heredocs that
    /// are copied. For ONBUILD they are those of its trigger.
    /// </summary>
    public ImmutableArray<VariableReference> Variables { get; init; } = [];

    /// <summary>What BuildKit refuses about the instruction before it builds anything.</summary>
    public ImmutableArray<SyntaxError> Errors { get; init; } = [];

    /// <summary>
    /// What BuildKit refuses only when it comes to the instruction, so not in a stage that the build leaves out: substitutions that make
    /// no sense, options of <c>--mount</c>. Substitutions in a FROM are among <see cref="Errors"/>.
    /// </summary>
    public ImmutableArray<SyntaxError> LateErrors { get; init; } = [];
}
