using System.Collections.Immutable;
using System.Globalization;
using Dockstage.Core.Parsing;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>
/// Reads the options of one <c>--mount</c> as BuildKit does when it runs the stage (<c>instructions/commands_runmount.go</c>,
/// <c>dockerfile2llb/convert_runmount.go</c>). Of what hangs on a variable without a known value it says nothing.
/// </summary>
public sealed class MountReader
{
    private const string Bind = "bind";
    private const string Cache = "cache";
    private const string Secret = "secret";
    private const string Ssh = "ssh";
    private const string Tmpfs = "tmpfs";

    private static readonly string[] Types = [Bind, Cache, Tmpfs, Secret, Ssh];
    private static readonly string[] SharingModes = ["shared", "private", "locked"];

    private readonly Flag _flag;
    private readonly StageStep _step;
    private readonly List<MountProblem> _problems = [];
    private readonly Dictionary<string, FlagOption> _given = [];

    /// <summary>The type; null while it is unknown.</summary>
    private string? _type = Bind;

    private MountReader(Flag flag, StageStep step)
    {
        _flag = flag;
        _step = step;
    }

    /// <summary>What is wrong with a mount, in the order written; what is wrong with it as a whole comes only when each option is right.</summary>
    /// <param name="flag">The flag.</param>
    /// <param name="step">The RUN in its stage.</param>
    public static ImmutableArray<MountProblem> ProblemsOf(Flag flag, StageStep step)
    {
        if (flag.Value is not { } value)
            return [];
        if (MountGrammar.FindError(value, out var text) is { } error)
            return [new MountProblem(error.Span.IsEmpty ? flag.Span : error.Span, text)];
        var reader = new MountReader(flag, step);
        foreach (var option in flag.Options)
            reader.Read(option);
        if (reader._problems.Count == 0)
            reader.CheckWhole();
        return [.. reader._problems];
    }

    private void Add(TextSpan span, string text, string? replacement = null) => _problems.Add(new MountProblem(span, text, replacement));

    private void Read(FlagOption option)
    {
        var key = Flag.AsRead(option.Key.Text).ToLowerInvariant();
        if (option.Value is null)
        {
            ReadLone(option, key);
            return;
        }

        // Its variables are found by VariableInFrom; nothing else can be wrong in it here.
        var value = key == "from" ? option.Value.Text : _step.Expand(option.Value) is { Value: { } expanded } ? Flag.AsRead(expanded) : null;
        if (!MountKeys.IsKnown(key))
        {
            var near = Spelling.Nearest(key, MountKeys.All, isCaseSensitive: true);
            Add(option.Key.Span, WithSuggestion($"unexpected key '{key}' in '{Flag.AsRead($"{option.Key}={option.Value}")}'", near), near);
            return;
        }

        _given[NameOf(key)] = option;
        ReadValue(option, key, value);
    }

    private void ReadLone(FlagOption option, string key)
    {
        if (key == "required")
            CheckAllowed(option, key, Secret, Ssh);
        else if (!MountKeys.MayStandAlone(key))
            Add(PlaceOf(option), $"invalid field '{Flag.AsRead(option.Key.Text)}' must be a key=value pair");
    }

    private void ReadValue(FlagOption option, string key, string? value)
    {
        switch (key)
        {
            case "type":
                _type = value is null ? null : OneOf(option, value, Types, "mount type");
                break;
            case "sharing" when value is not null:
                OneOf(option, value, SharingModes, "sharing value");
                break;
            case "readonly" or "ro" or "readwrite" or "rw":
                CheckValue(option, value is null || IsBool(value), $"invalid value for {key}: {value}");
                break;
            case "required" when CheckAllowed(option, key, Secret, Ssh):
                CheckValue(option, value is null || IsBool(value), $"invalid value for {key}: {value}");
                break;
            case "size" when CheckAllowed(option, key, Tmpfs):
                CheckValue(option, value is null || IsSize(value), $"invalid value for {key}: {value}");
                break;
            case "mode":
                CheckValue(option, value is null || IsNumber(value, "01234567", 8), $"invalid value {value} for mode");
                break;
            case "uid" or "gid":
                CheckValue(option, value is null || IsNumber(value, "0123456789", 10), $"invalid value {value} for {key}");
                break;
        }
    }

    private string? OneOf(FlagOption option, string value, string[] allowed, string what)
    {
        if (allowed.Contains(value.ToLowerInvariant()))
            return value.ToLowerInvariant();
        var near = Spelling.Nearest(value, allowed, isCaseSensitive: true);
        var isLiteral = option.Value!.Text == value;
        Add(SpanOf(option), WithSuggestion($"unsupported {what} {QuotedText.Of(value)}", near), isLiteral ? near : null);
        return null;
    }

    private void CheckValue(FlagOption option, bool isRight, string text)
    {
        if (!isRight)
            Add(SpanOf(option), text);
    }

    /// <summary>BuildKit goes from left to right: only a type that stands before counts.</summary>
    private bool CheckAllowed(FlagOption option, string key, params ReadOnlySpan<string> types)
    {
        if (_type is null || types.Contains(_type))
            return true;
        Add(option.Key.Span, $"unexpected key '{key}' for mount type '{_type}'");
        return false;
    }

    private void CheckWhole()
    {
        if (_type is null)
            return;
        if (_type is Bind or Tmpfs)
        {
            foreach (var key in (string[])["mode", "uid", "gid"])
            {
                if (Given(key) is { } option)
                    Add(option.Key.Span, $"{key} not allowed for \"{_type}\" type mounts");
            }
        }

        if (_type == Secret)
            CheckSecret();
        else if (_type != Cache && Given("sharing") is { } sharing)
            Add(sharing.Key.Span, $"invalid cache sharing set for {_type} mount");
        if (_problems.Count == 0 && _type is not (Secret or Ssh))
            CheckTarget();
    }

    private void CheckSecret()
    {
        if (Given("from") is { } from)
            Add(SpanOf(from), "secret mount should not have a from");
        else if (Given("sharing") is { } sharing)
            Add(sharing.Key.Span, "secret mount should not define sharing");
        else if (Given("source") is null && Given("target") is null && Given("id") is null)
            Add(_flag.Span, "invalid secret mount. one of source, target required");
        else if (Given("source") is not null && Given("id") is { } id)
            Add(id.Key.Span, "both source and id can't be set");
    }

    /// <summary>A mount may not take the place of everything. A relative target counts from the working directory.</summary>
    private void CheckTarget()
    {
        var target = "";
        if (Given("target") is { } option)
        {
            if (_step.Expand(option.Value!).Value is not { } value)
                return;
            target = value;
        }

        var directory = _step.Before.WorkingDirectory is { IsSurelyUnset: true } ? "/" : _step.Before.WorkingDirectory.Value;
        if (target.StartsWith('/') ? target == "/" : directory is not null && IsRoot($"{directory}/{target}"))
            Add(Given("target") is { } at ? SpanOf(at) : _flag.Span, "invalid mount target \"/\"");
    }

    /// <summary>The option that counts of several for the same thing, the last; null for none and for an empty one.</summary>
    private FlagOption? Given(string name) => _given.GetValueOrDefault(name) is { Value.Text.Length: > 0 } option ? option : null;

    private static string NameOf(string key) => key switch
    {
        "src" => "source",
        "dst" or "destination" => "target",
        _ => key,
    };

    private static TextSpan SpanOf(FlagOption option) => option.Value is { Span.IsEmpty: false } value ? value.Span : option.Key.Span;

    /// <summary>For a field with nothing in it the comma before.</summary>
    private TextSpan PlaceOf(FlagOption option)
    {
        var span = option.Key.Span;
        return span.IsEmpty && span.Start > _flag.Value!.Span.Start ? new TextSpan(span.Start - 1, 1) : span;
    }

    private static string WithSuggestion(string text, string? near) => near is null ? text : $"{text} (did you mean {near}?)";

    /// <summary>Go: <c>strconv.ParseBool</c>.</summary>
    private static bool IsBool(string text) => text
        is "1" or "t" or "T" or "true" or "TRUE" or "True" or "0" or "f" or "F" or "false" or "FALSE" or "False";

    /// <summary>Go: <c>strconv.ParseUint</c> with 32 bits.</summary>
    private static bool IsNumber(string text, string digits, ulong numberBase)
    {
        ulong number = 0;
        foreach (var unit in text)
        {
            if (!digits.Contains(unit))
                return false;
            number = (number * numberBase) + (ulong)(unit - '0');
            if (number > uint.MaxValue)
                return false;
        }

        return text.Length > 0;
    }

    /// <summary>docker/go-units: <c>RAMInBytes</c>.</summary>
    private static bool IsSize(string text)
    {
        var last = text.LastIndexOfAny([.. "01234567890. "]);
        if (last < 0)
            return false;
        var number = text[last] == ' ' ? text[..last] : text[..(last + 1)];
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(number, Styles, CultureInfo.InvariantCulture, out var size) || size < 0 || double.IsInfinity(size))
            return false;
        var unit = text[(last + 1)..].ToLowerInvariant();
        return unit is "" or "b" || ("kmgtp".Contains(unit[0]) && unit[1..] is "" or "b" or "ib");
    }

    private static bool IsRoot(string path)
    {
        var depth = 0;
        foreach (var part in path.Split('/'))
        {
            if (part == "..")
                depth = Math.Max(0, depth - 1);
            else if (part is not ("" or "."))
                depth++;
        }

        return depth == 0;
    }
}
