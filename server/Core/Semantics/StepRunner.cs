using System.Collections.Immutable;
using Dockstage.Core.Parsing;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>Expands the words of one instruction in a stage, and tells what the instruction changes for those below it.</summary>
internal sealed class StepRunner
{
    /// <summary>Arguments that steer BuildKit and never reach the environment.</summary>
    private static readonly string[] ForBuilder = ["BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE"];

    private readonly StageStep _step;
    private readonly Instruction _instruction;
    private readonly ArgScope _global;
    private readonly BuildInputs _inputs;
    private readonly ImmutableArray<VariableUse>.Builder _uses = ImmutableArray.CreateBuilder<VariableUse>();
    private readonly ImmutableArray<ExpansionError>.Builder _errors = ImmutableArray.CreateBuilder<ExpansionError>();
    private StageEnvironment _environment;
    private readonly List<string?> _arguments = [];

    private StepRunner(StageStep step, Instruction instruction, ArgScope global, BuildInputs inputs)
    {
        _step = step;
        _instruction = instruction;
        _global = global;
        _inputs = inputs;
        _environment = step.Before;
    }

    private InstructionParts Parts => _step.Parts;

    private InstructionContent Content => _step.Parts.Content;

    /// <summary>Runs an instruction.</summary>
    /// <param name="step">The instruction in its stage.</param>
    /// <param name="instruction">The piece of the file in which it stands.</param>
    /// <param name="global">The variables above the first FROM.</param>
    /// <param name="inputs">What the build adds.</param>
    public static StepResult Run(StageStep step, Instruction instruction, ArgScope global, BuildInputs inputs)
    {
        var runner = new StepRunner(step, instruction, global, inputs);
        runner.Run();
        runner._uses.Sort((one, other) => one.Span.Start.CompareTo(other.Span.Start));
        return new StepResult(runner._environment, runner._uses.DrainToImmutable(), runner._errors.DrainToImmutable(), [.. runner._arguments]);
    }

    private void Run()
    {
        switch (Parts.Keyword)
        {
            case InstructionKeyword.Arg:
                RunArg();
                break;
            case InstructionKeyword.Env:
                RunPairs(isEnv: true);
                break;
            case InstructionKeyword.Label:
                RunPairs(isEnv: false);
                break;
            case InstructionKeyword.Add or InstructionKeyword.Copy:
                ExpandFlags("chown", "chmod", "checksum");
                RunCopy();
                break;
            case InstructionKeyword.Run:
                ExpandMounts();
                break;
            case InstructionKeyword.Expose or InstructionKeyword.Stopsignal or InstructionKeyword.Volume:
                ExpandArguments();
                break;
            case InstructionKeyword.Workdir:
                _environment = _environment with { WorkingDirectory = Setting(PathIn(_environment.WorkingDirectory, ExpandArguments())) };
                break;
            case InstructionKeyword.User:
                _environment = _environment with { User = Setting(ExpandArguments()) };
                break;
            case InstructionKeyword.Shell when Content.IsJson:
                _environment = _environment with { Shell = Setting(Parts.Arguments.Text) };
                break;
        }
    }

    private StageSetting Setting(string? value) => StageSetting.Of(value, Parts.Arguments.Span.Shift(_step.Offset));

    /// <summary>BuildKit: build argument, else the default, else the value from above the first FROM, else what it was before.</summary>
    private void RunArg()
    {
        foreach (var assignment in Content.Assignments)
        {
            var name = assignment.Key.Text;
            if (name.Length == 0 || ForBuilder.Contains(name))
                continue;
            var span = assignment.Key.Span.Shift(_step.Offset);
            if (_inputs.Args.TryGetValue(name, out var given))
                Set(VariableValue.Of(given));
            else if (assignment.Value is { } written)
                Set(Expand(written).AsVariable);
            else if (_global.ValueOf(name) is { } value)
                Set(VariableValue.Of(value), _global.DeclarationOf(name));
            else if (!_environment.Variables.ContainsKey(name))
                Set(VariableValue.Unset, _global.DeclarationOf(name));

            void Set(VariableValue value, TextSpan? globalSpan = null) =>
                _environment = _environment.With(new ScopeVariable(name, value, IsEnv: false, span, globalSpan));
        }
    }

    private void RunPairs(bool isEnv)
    {
        var after = _environment;
        foreach (var assignment in Content.Assignments)
        {
            var name = Expand(assignment.Key).Value;
            if (assignment.Value is not { } written)
                continue;
            var value = Expand(written).AsVariable;
            if (isEnv && name is { Length: > 0 })
                after = after.With(new ScopeVariable(name, value, IsEnv: true, assignment.Key.Span.Shift(_step.Offset)));
        }

        _environment = after;
    }

    private void RunCopy()
    {
        foreach (var argument in Content.Arguments)
            _arguments.Add(HeredocOpeners.IsOpener(argument.Value) ? null : Expand(argument.Value).Value);

        // The heredocs of a piece with ONBUILD belong to the instruction behind it.
        foreach (var heredoc in _instruction.Heredocs)
        {
            if (heredoc is { IsQuoted: false, BodySpan: { } body })
                Note(PlacedText.Without(_instruction.Text, body, []), ShellLexer.ExpandHeredoc(_instruction.Text[body.Start..body.End], _environment.ValueOf));
        }
    }

    private void ExpandMounts()
    {
        foreach (var option in Parts.Flags.SelectMany(flag => flag.Options))
        {
            if (option.Value is { } value && !option.Key.Text.Equals("from", StringComparison.OrdinalIgnoreCase))
                Expand(value);
        }
    }

    private void ExpandFlags(params ReadOnlySpan<string> names)
    {
        foreach (var flag in Parts.Flags)
        {
            if (flag.Value is { } value && names.Contains(flag.Name.Text))
                Expand(value);
        }
    }

    /// <summary>Expands all arguments; the value of the last, for instructions that have but one.</summary>
    private string? ExpandArguments()
    {
        foreach (var argument in Content.Arguments)
            _arguments.Add(Expand(argument.Value).Value);
        return _arguments.Count == 0 ? null : _arguments[^1];
    }

    private Expansion Expand(PlacedText word)
    {
        var expansion = ShellLexer.Expand(word.Text, Parts.VariableEscape, _environment.ValueOf);
        Note(word, expansion);
        return expansion;
    }

    private void Note(PlacedText word, Expansion expansion)
    {
        foreach (var variable in expansion.Variables)
        {
            _uses.Add(new VariableUse(
                variable.Name,
                word.SpanOf(variable.Span.Start, variable.Span.Length).Shift(_step.Offset),
                variable.Value,
                _environment.Variables.GetValueOrDefault(variable.Name),
                IsChecked: Parts.Keyword != InstructionKeyword.Expose && !ForBuilder.Contains(variable.Name)));
        }

        if (expansion.Error is { } error)
            _errors.Add(error with { Span = word.SpanOf(error.Span.Start, error.Span.Length).Shift(_step.Offset), Word = word.Text });
    }

    /// <summary>The directory to which WORKDIR leads; null when it cannot be known.</summary>
    private static string? PathIn(StageSetting current, string? path)
    {
        if (path is null)
            return null;
        var start = path.StartsWith('/') ? "" : current.IsSurelyUnset ? "/" : current.Value;
        if (start is null)
            return null;
        var parts = new List<string>();
        foreach (var part in $"{start}/{path}".Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "." or ".."))
                parts.Add(part);
        }

        return "/" + string.Join('/', parts);
    }
}
