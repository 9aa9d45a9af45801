using System.Collections.Immutable;
using System.Text;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// What a text with variables says. compose-go, template: <c>$V ${V} ${V:-d} ${V-d} ${V:?m} ${V?m} ${V:+a} ${V+a}</c>, nested in defaults,
/// messages and alternatives; <c>$$</c> is a dollar sign, and so is a <c>$</c> before anything else. Names are of ASCII letters, digits and <c>_</c>.
/// <para>
/// The environment of the shell is known to nobody but the shell. A variable that no file of variables sets is therefore taken as unset, and
/// where nothing but its value would count, the text is open.
/// </para>
/// </summary>
internal sealed class Interpolation
{
    /// <summary>Deeper nesting leaves the text open.</summary>
    private const int MaxDepth = 64;

    private Interpolation(string text, bool hasVariables, bool isOpen, ImmutableArray<InterpolatedLiteral> literals)
    {
        Text = text;
        HasVariables = hasVariables;
        IsOpen = isOpen;
        Literals = literals;
    }

    /// <summary>The text with all variables replaced; an unset one leaves nothing.</summary>
    public string Text { get; }

    /// <summary>Whether it has variables, or something that begins like one.</summary>
    public bool HasVariables { get; }

    /// <summary>Whether the text depends on a variable of which nothing is known, or is none that Compose would take.</summary>
    public bool IsOpen { get; }

    /// <summary>
    /// Where the whole text is one variable: the literal texts that it can be known to take, the one that counts first; so the value from a
    /// file of variables, the default, the alternative. Such as hold variables themselves are left out.
    /// </summary>
    public ImmutableArray<InterpolatedLiteral> Literals { get; }

    /// <summary>Reads a text. Never fails: what is not finished leaves the text open.</summary>
    public static Interpolation Read(string text, ComposeVariables variables) =>
        text.Contains('$') ? Read(text, 0, variables, 0) : new Interpolation(text, false, false, []);

    /// <summary>
    /// The parts of a text that do not stay as they are, in order. Where something begins like a variable and is none, which Compose refuses,
    /// the rest of the line is one open part.
    /// </summary>
    public static IEnumerable<InterpolatedPiece> PiecesOf(string text, ComposeVariables variables)
    {
        for (var at = text.IndexOf('$', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('$', at))
        {
            if (text[at + 1] == '$')
            {
                yield return new InterpolatedPiece(new TextSpan(at, 2), "$", IsDollar: true, IsOpen: false);
                at += 2;
                continue;
            }

            if (text[at + 1] != '{' && !IsNameStart(text[at + 1]))
            {
                at++;
                continue;
            }

            var end = VariableExpression.At(text, at)?.End ?? LineEnd(text, at);
            var span = TextSpan.Between(at, end);
            var value = Read(text[at..end], 0, variables, 0);
            yield return new InterpolatedPiece(span, value.Text, IsDollar: false, value.IsOpen);
            at = end;
        }
    }

    private static int LineEnd(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

    /// <summary>The names of all variables in a text, those in defaults too.</summary>
    public static IEnumerable<string> NamesIn(string text)
    {
        for (var at = text.IndexOf('$', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('$', at))
        {
            at++;
            if (at < text.Length && text[at] == '$')
            {
                at++;
            }
            else
            {
                var start = at < text.Length && text[at] == '{' ? at + 1 : at;
                at = NameEnd(text, start);
                if (at > start)
                    yield return text[start..at];
            }

            if (at >= text.Length)
                break;
        }
    }

    /// <param name="text">The text.</param>
    /// <param name="offset">Where it begins in the text asked about.</param>
    /// <param name="variables">What is known of variables.</param>
    /// <param name="depth">How deep it is nested.</param>
    private static Interpolation Read(string text, int offset, ComposeVariables variables, int depth)
    {
        var result = new StringBuilder(text.Length);
        var (hasVariables, isOpen) = (false, false);
        ImmutableArray<InterpolatedLiteral> literals = [];
        for (var at = 0; at < text.Length;)
        {
            var dollar = text.IndexOf('$', at);
            if (dollar < 0 || dollar + 1 >= text.Length)
            {
                result.Append(text, at, text.Length - at);
                break;
            }

            result.Append(text, at, dollar - at);
            at = dollar + 1;
            if (text[at] == '$')
            {
                result.Append('$');
                at++;
                continue;
            }

            if (text[at] != '{' && !IsNameStart(text[at]))
            {
                result.Append('$');
                continue;
            }

            hasVariables = true;
            if (depth >= MaxDepth || VariableExpression.At(text, dollar) is not { } expression)
                return new Interpolation(text, true, true, []);
            var value = Resolve(expression, offset, variables, depth);
            result.Append(value.Text);
            isOpen |= value.IsOpen;
            if (dollar == 0 && expression.End == text.Length)
                literals = value.Literals;
            at = expression.End;
        }

        return new Interpolation(result.ToString(), hasVariables, isOpen, literals);
    }

    private static Interpolation Resolve(VariableExpression expression, int offset, ComposeVariables variables, int depth)
    {
        var known = variables.Find(expression.Name);
        var value = known?.Text ?? "";
        var counts = known is not null && (value.Length > 0 || !expression.TestsEmpty);
        ImmutableArray<InterpolatedLiteral> own = known?.Value is { } stands ? [new InterpolatedLiteral.Variable(expression.Name, stands)] : [];
        if (expression.Operator == '\0')
            return new Interpolation(value, true, known is null or { IsOpen: true }, own);

        var fallback = Read(expression.Operand, offset + expression.OperandStart, variables, depth + 1);
        var others = fallback.HasVariables
            ? fallback.Literals
            : [new InterpolatedLiteral.Fallback(new TextSpan(offset + expression.OperandStart, expression.Operand.Length), fallback.Text, expression.Text, expression.Operator == '+')];
        var isOpen = known is { IsOpen: true };
        switch (expression.Operator)
        {
            case '-' when counts:
                return new Interpolation(value, true, isOpen, [.. own, .. others]);
            case '-':
                return new Interpolation(fallback.Text, true, isOpen || fallback.IsOpen, [.. others]);
            case '+' when counts:
                return new Interpolation(fallback.Text, true, isOpen || fallback.IsOpen, others);
            case '+':
                // Compose: the value itself is left, which is nothing; but a shell may set it.
                return new Interpolation("", true, known is null || isOpen, others);
            default:
                return new Interpolation(value, true, !counts || isOpen, own);
        }
    }

    internal static bool IsNameStart(char unit) => unit == '_' || char.IsAsciiLetter(unit);

    internal static int NameEnd(string text, int at)
    {
        if (at >= text.Length || !IsNameStart(text[at]))
            return at;
        while (at < text.Length && (text[at] == '_' || char.IsAsciiLetterOrDigit(text[at])))
            at++;
        return at;
    }
}
