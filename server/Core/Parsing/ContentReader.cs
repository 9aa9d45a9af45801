using System.Collections.Immutable;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;
using Sprache;

namespace Dockstage.Core.Parsing;

/// <summary>
/// Takes the arguments of one instruction apart, as BuildKit's parser (<c>parser/line_parsers.go</c>) and the first checks of its
/// instructions (<c>instructions/parse.go</c>) do, and tells what they refuse: all of it, where BuildKit stops at the first.
/// </summary>
internal sealed class ContentReader
{
    private readonly InstructionParts _parts;
    private readonly Instruction? _instruction;
    private readonly ImmutableArray<VariableReference>.Builder _variables = ImmutableArray.CreateBuilder<VariableReference>();
    private readonly ImmutableArray<SyntaxError>.Builder _errors = ImmutableArray.CreateBuilder<SyntaxError>();
    private readonly ImmutableArray<SyntaxError>.Builder _lateErrors = ImmutableArray.CreateBuilder<SyntaxError>();

    private ContentReader(InstructionParts parts, Instruction? instruction)
    {
        _parts = parts;
        _instruction = instruction;
    }

    /// <summary>Reads the content of an instruction.</summary>
    /// <param name="parts">Its parts.</param>
    /// <param name="instruction">The instruction, for its heredocs; null where they are not known yet.</param>
    public static InstructionContent Read(InstructionParts parts, Instruction? instruction)
    {
        var reader = new ContentReader(parts, instruction);
        var content = reader.ReadContent();
        return content with
        {
            Variables = [.. content.Variables, .. reader._variables],
            Errors = [.. reader._errors.OrderBy(error => error.Span.Start)],
            LateErrors = [.. reader._lateErrors.OrderBy(error => error.Span.Start)],
        };
    }

    private InstructionContent ReadContent()
    {
        if (_parts.Keyword == InstructionKeyword.Unknown)
        {
            Refuse(SyntaxErrorKind.UnknownInstruction, _parts.KeywordText.Span);
            return new InstructionContent();
        }

        var isNone = _parts is { Keyword: InstructionKeyword.Healthcheck } && SplitCheck().Kind.Text.Equals("NONE", StringComparison.OrdinalIgnoreCase);
        if (KnownFlags.AreChecked(_parts.Keyword) && !isNone)
            CheckFlags();
        ReadFlags();
        var content = _parts.Keyword switch
        {
            InstructionKeyword.Add or InstructionKeyword.Copy => ReadCopy(),
            InstructionKeyword.Arg => ReadArg(),
            InstructionKeyword.Env or InstructionKeyword.Label => ReadPairs(),
            InstructionKeyword.Expose => ReadWords(Words()),
            InstructionKeyword.From => ReadFrom(),
            InstructionKeyword.Healthcheck => ReadHealthcheck(),
            InstructionKeyword.Onbuild => ReadTrigger(),
            InstructionKeyword.Volume => ReadVolume(),
            InstructionKeyword.Run or InstructionKeyword.Cmd or InstructionKeyword.Entrypoint => ReadCommand(_parts.Arguments),
            InstructionKeyword.Shell => ReadShell(),
            _ => ReadOne(),
        };
        return content;
    }

    private void Refuse(SyntaxErrorKind kind, TextSpan span) => _errors.Add(new SyntaxError(kind, span));

    /// <summary>Where what is missing behind the instruction is told: at its word.</summary>
    private void RefuseMissing(SyntaxErrorKind kind) => Refuse(kind, _parts.KeywordText.Span);

    private void Expand(PlacedText word, bool isLate = true) =>
        VariableReader.Read(word, _parts.VariableEscape, _variables, isLate ? _lateErrors : _errors);

    private void CheckFlags()
    {
        var known = KnownFlags.Of(_parts.Keyword);
        var seen = new HashSet<string>();
        foreach (var flag in _parts.Flags)
        {
            if (known.FirstOrDefault(other => other.Name == flag.Name.Text) is not { } found)
                Refuse(SyntaxErrorKind.UnknownFlag, TextSpan.Between(flag.Span.Start, Math.Max(flag.Span.Start, flag.Name.Span.End)));
            else if (!seen.Add(found.Name) && found.Kind != FlagKind.List)
                Refuse(SyntaxErrorKind.DuplicateFlag, flag.Span);
            else if (flag.Value is null ? found.Kind != FlagKind.Boolean : found.Kind == FlagKind.Boolean && flag.Value.Text.Length == 0)
                Refuse(SyntaxErrorKind.MissingFlagValue, flag.Span);
            else if (found.Kind == FlagKind.Boolean && flag.Value is { } value && !bool.TryParse(value.Text, out _))
                Refuse(SyntaxErrorKind.InvalidFlagBoolean, value.Span);
        }
    }

    private void ReadFlags()
    {
        foreach (var flag in _parts.Flags)
        {
            if (flag.Value is not { } value)
                continue;
            switch (_parts.Keyword, flag.Name.Text)
            {
                case (InstructionKeyword.From, "platform"):
                    Expand(value, isLate: false);
                    break;
                case (InstructionKeyword.Copy or InstructionKeyword.Add, "chown" or "chmod"):
                case (InstructionKeyword.Add, "checksum"):
                    Expand(value);
                    break;
                case (InstructionKeyword.Run, "mount"):
                    ReadMount(flag, value);
                    break;
            }
        }
    }

    private void ReadMount(Flag flag, PlacedText value)
    {
        if (MountGrammar.FindError(value) is { } error)
        {
            _errors.Add(error);
            return;
        }

        foreach (var option in flag.Options)
        {
            var key = option.Key.Text.ToLowerInvariant();
            if (option.Value is not { } text)
            {
                if (!MountKeys.MayStandAlone(key))
                    _lateErrors.Add(new SyntaxError(SyntaxErrorKind.InvalidMountField, option.Key.Span));
                continue;
            }

            if (!MountKeys.IsKnown(key))
                _lateErrors.Add(new SyntaxError(SyntaxErrorKind.UnknownMountKey, option.Key.Span));
            if (key != "from")
                Expand(text);
            else if (text.Text.IndexOf('$', StringComparison.Ordinal) is >= 0 and var at && at != text.Text.Length - 1)
                Refuse(SyntaxErrorKind.VariableInMountFrom, text.Span);
        }
    }

    /// <summary>The arguments as BuildKit splits them without quotes: at ordinary blanks.</summary>
    private ImmutableArray<Argument> Words()
    {
        var arguments = _parts.Arguments;
        return
        [
            .. WordGrammar.Blanked(new LogicalLineInput(arguments)).Value
                .Select(word => new Argument(arguments.SpanOf(word.Index, word.Length), arguments.Slice(word.Index, word.Length))),
        ];
    }

    private InstructionContent ReadWords(ImmutableArray<Argument> words)
    {
        if (words.IsEmpty)
            RefuseMissing(SyntaxErrorKind.MissingArgument);
        foreach (var word in words)
            Expand(word.Value);
        return new InstructionContent { Arguments = words };
    }

    private ImmutableArray<Argument> WordsOrJson(out bool isJson)
    {
        var kind = ExecForm.Read(_parts.Arguments, out var strings);
        isJson = kind != ExecFormKind.None;
        if (kind == ExecFormKind.Mixed)
            Refuse(SyntaxErrorKind.JsonNotAllStrings, _parts.Arguments.Span);
        return isJson ? strings : Words();
    }

    private InstructionContent ReadVolume()
    {
        var words = WordsOrJson(out var isJson);
        foreach (var word in words)
        {
            if (string.IsNullOrWhiteSpace(word.Value.Text))
                Refuse(SyntaxErrorKind.BlankVolume, word.Span);
        }

        return ReadWords(words) with { IsJson = isJson };
    }

    private InstructionContent ReadCopy()
    {
        var words = WordsOrJson(out var isJson);
        var sources = words.Length < 2 ? [] : words[..^1];
        var destination = words.Length < 2 ? null : words[^1];
        if (destination is null)
            RefuseMissing(SyntaxErrorKind.MissingDestination);
        else if (HeredocOpeners.IsOpener(destination.Value))
            Refuse(SyntaxErrorKind.HeredocDestination, destination.Span);
        foreach (var word in words)
        {
            if (!HeredocOpeners.IsOpener(word.Value))
                Expand(word.Value);
        }

        foreach (var heredoc in _instruction?.Heredocs ?? [])
        {
            if (heredoc is { IsQuoted: false, BodySpan: { } body } && sources.Any(source => source.Span == heredoc.OpenerSpan))
            {
                VariableReader.Read(
                    PlacedText.Without(_instruction!.Text, body, []), '\\', _variables, _lateErrors, knowsQuotes: false);
            }
        }

        return new InstructionContent { Arguments = words, IsJson = isJson, Sources = sources, Destination = destination };
    }

    private InstructionContent ReadFrom()
    {
        var words = Words();
        if (words.Length == 1 || (words.Length == 3 && words[1].Value.Text.Equals("as", StringComparison.OrdinalIgnoreCase)))
        {
            Expand(words[0].Value, isLate: false);
        }
        else
        {
            Refuse(SyntaxErrorKind.FromArguments, words.IsEmpty ? _parts.KeywordText.Span : _parts.Arguments.Span);
            if (!words.IsEmpty)
                VariableReader.Read(words[0].Value, _parts.VariableEscape, _variables, ImmutableArray.CreateBuilder<SyntaxError>());
        }

        return new InstructionContent { Arguments = words };
    }

    private InstructionContent ReadArg()
    {
        if (_parts.Words.IsEmpty)
            RefuseMissing(SyntaxErrorKind.MissingArgument);
        var assignments = ImmutableArray.CreateBuilder<Assignment>(_parts.Words.Length);
        foreach (var word in _parts.Words)
        {
            var assignment = Assign(word) ?? new Assignment(word.Span, word, null);
            assignments.Add(assignment);
            if (assignment.Key.Text.Length == 0)
                Refuse(SyntaxErrorKind.BlankName, assignment.Span);
            if (assignment.Value is { } value)
                Expand(value);
        }

        return new InstructionContent
        {
            Arguments = [.. _parts.Words.Select(word => new Argument(word.Span, word))],
            Assignments = assignments.DrainToImmutable(),
        };
    }

    private static Assignment? Assign(PlacedText word)
    {
        var equals = word.Text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? null
            : new Assignment(word.Span, word.Slice(0, equals), word.Slice(equals + 1, word.Text.Length - equals - 1));
    }

    /// <summary>BuildKit (<c>parseNameVal</c>): the first word decides whether all of it is written the old way.</summary>
    private InstructionContent ReadPairs()
    {
        var arguments = _parts.Arguments;
        ImmutableArray<PlacedText> words =
            [.. WordGrammar.For(_parts.Escape).Raw.Many()(new LogicalLineInput(arguments)).Value.Select(word => word.In(arguments))];
        if (words.IsEmpty)
        {
            RefuseMissing(SyntaxErrorKind.MissingArgument);
            return new InstructionContent();
        }

        var assignments = words[0].Text.Contains('=', StringComparison.Ordinal) ? ReadModernPairs(words) : ReadLegacyPair();
        foreach (var assignment in assignments)
        {
            if (assignment.Key.Text.Length == 0)
                Refuse(SyntaxErrorKind.BlankName, assignment.Span);
            Expand(assignment.Key);
            if (assignment.Value is { } value)
                Expand(value);
        }

        return new InstructionContent { Assignments = assignments };
    }

    private ImmutableArray<Assignment> ReadModernPairs(ImmutableArray<PlacedText> words)
    {
        var assignments = ImmutableArray.CreateBuilder<Assignment>(words.Length);
        foreach (var word in words)
        {
            if (Assign(word) is { } assignment)
                assignments.Add(assignment);
            else
                Refuse(SyntaxErrorKind.MissingEquals, word.Span);
        }

        return assignments.ToImmutable();
    }

    private ImmutableArray<Assignment> ReadLegacyPair()
    {
        var arguments = _parts.Arguments;
        var text = arguments.Text;
        var keyEnd = text.AsSpan().IndexOfAny(Blanks.BetweenWords);
        if (keyEnd < 0)
        {
            Refuse(SyntaxErrorKind.MissingValue, arguments.Span);
            return [new Assignment(arguments.Span, arguments, null) { IsLegacy = true }];
        }

        var valueStart = keyEnd;
        while (Blanks.SeparatesWords(text[valueStart]))
            valueStart++;
        return
        [
            new Assignment(arguments.Span, arguments.Slice(0, keyEnd), arguments.Slice(valueStart, text.Length - valueStart))
            {
                IsLegacy = true,
            },
        ];
    }

    /// <summary>Shell form or exec form, in which nothing is expanded.</summary>
    private InstructionContent ReadCommand(PlacedText command)
    {
        var kind = ExecForm.Read(command, out var strings);
        if (kind == ExecFormKind.Mixed)
            Refuse(SyntaxErrorKind.JsonNotAllStrings, command.Span);
        return kind == ExecFormKind.None
            ? new InstructionContent { Arguments = command.Text.Length == 0 ? [] : [new Argument(command.Span, command)] }
            : new InstructionContent { IsJson = true, Arguments = strings };
    }

    private InstructionContent ReadShell()
    {
        var content = ReadCommand(_parts.Arguments);
        if (_errors.Count > 0)
            return content;
        if (content.Arguments.IsEmpty)
            RefuseMissing(SyntaxErrorKind.MissingArgument);
        else if (!content.IsJson)
            Refuse(SyntaxErrorKind.ShellNotJson, _parts.Arguments.Span);
        return content;
    }

    private (PlacedText Kind, PlacedText Command) SplitCheck()
    {
        var arguments = _parts.Arguments;
        var text = arguments.Text;
        var kindEnd = text.AsSpan().IndexOfAny(Blanks.BetweenWords);
        if (kindEnd < 0)
            return (arguments, arguments.Slice(text.Length, 0));
        var start = kindEnd;
        while (Blanks.SeparatesWords(text[start]))
            start++;
        return (arguments.Slice(0, kindEnd), arguments.Slice(start, text.Length - start));
    }

    private InstructionContent ReadHealthcheck()
    {
        var (kind, command) = SplitCheck();
        if (kind.Text.Length == 0)
        {
            RefuseMissing(SyntaxErrorKind.MissingArgument);
            return new InstructionContent();
        }

        var content = ReadCommand(command) with { CheckKind = kind };
        if (kind.Text.Equals("NONE", StringComparison.OrdinalIgnoreCase))
        {
            if (!content.Arguments.IsEmpty)
                Refuse(SyntaxErrorKind.ArgumentsOfNone, command.Span);
        }
        else if (!kind.Text.Equals("CMD", StringComparison.OrdinalIgnoreCase))
        {
            Refuse(SyntaxErrorKind.UnknownCheckKind, kind.Span);
        }
        else if (content.Arguments.IsEmpty && _errors.Count == 0)
        {
            Refuse(SyntaxErrorKind.MissingCheckCommand, kind.Span);
        }

        return content;
    }

    /// <summary>
    /// BuildKit's parser reads the trigger at once; what its instruction refuses comes up only in the builds that are based on this one.
    /// </summary>
    private InstructionContent ReadTrigger()
    {
        if (_parts.Trigger is not { } trigger)
        {
            RefuseMissing(SyntaxErrorKind.MissingArgument);
            return new InstructionContent();
        }

        if (trigger.Keyword is InstructionKeyword.Onbuild or InstructionKeyword.From or InstructionKeyword.Maintainer)
        {
            Refuse(SyntaxErrorKind.TriggerNotAllowed, trigger.KeywordText.Span);
            return new InstructionContent();
        }

        foreach (var error in trigger.Content.Errors)
        {
            var isAtOnce = error.Kind is SyntaxErrorKind.JsonNotAllStrings or SyntaxErrorKind.MissingValue or SyntaxErrorKind.MissingEquals;
            (isAtOnce ? _errors : _lateErrors).Add(error);
        }

        _lateErrors.AddRange(trigger.Content.LateErrors);
        return new InstructionContent { Variables = trigger.Content.Variables };
    }

    /// <summary>WORKDIR, USER and STOPSIGNAL expand the whole of what they say; MAINTAINER does not.</summary>
    private InstructionContent ReadOne()
    {
        var argument = _parts.Arguments;
        if (argument.Text.Length == 0)
        {
            RefuseMissing(SyntaxErrorKind.MissingArgument);
            return new InstructionContent();
        }

        if (_parts.Keyword != InstructionKeyword.Maintainer)
            Expand(argument);
        return new InstructionContent { Arguments = [new Argument(argument.Span, argument)] };
    }
}
