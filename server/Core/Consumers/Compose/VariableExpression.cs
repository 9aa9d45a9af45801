namespace Dockstage.Core.Consumers.Compose;

/// <summary>One variable in a text: <c>$V</c>, <c>${V}</c> or <c>${V:-default}</c>.</summary>
/// <param name="Text">The variable as written.</param>
/// <param name="Name">Its name.</param>
/// <param name="Operator"><c>-</c>, <c>+</c>, <c>?</c>, or NUL for none.</param>
/// <param name="TestsEmpty">Whether an empty value counts as unset: a colon stands before the operator.</param>
/// <param name="Operand">What stands behind the operator.</param>
/// <param name="OperandStart">Where that begins in the text around.</param>
/// <param name="End">Offset in the text around behind the variable.</param>
internal sealed record VariableExpression(string Text, string Name, char Operator, bool TestsEmpty, string Operand, int OperandStart, int End)
{
    /// <summary>The variable that begins with the <c>$</c> at an offset, or null when Compose would refuse what stands there.</summary>
    public static VariableExpression? At(string text, int dollar)
    {
        var isBraced = text[dollar + 1] == '{';
        var start = isBraced ? dollar + 2 : dollar + 1;
        var end = Interpolation.NameEnd(text, start);
        if (end == start)
            return null;
        var name = text[start..end];
        if (!isBraced)
            return new VariableExpression(text[dollar..end], name, '\0', false, "", end, end);
        if (end >= text.Length)
            return null;
        if (text[end] == '}')
            return new VariableExpression(text[dollar..(end + 1)], name, '\0', false, "", end, end + 1);
        var testsEmpty = text[end] == ':';
        var at = testsEmpty ? end + 1 : end;
        if (at >= text.Length || text[at] is not ('-' or '+' or '?') || ClosingBrace(text, dollar) is not { } close || close <= at)
            return null;
        return new VariableExpression(text[dollar..(close + 1)], name, text[at], testsEmpty, text[(at + 1)..close], at + 1, close + 1);
    }

    /// <summary>
    /// The brace that closes the one behind a <c>$</c>. compose-go: the variable must end on its line, braces are counted, and what
    /// stands right behind an opening one is not looked at; without a match the last brace of the line closes.
    /// </summary>
    private static int? ClosingBrace(string text, int dollar)
    {
        var line = text.IndexOf('\n', dollar);
        var last = text.LastIndexOf('}', (line < 0 ? text.Length : line) - 1);
        if (last <= dollar)
            return null;
        var depth = 0;
        for (var at = dollar; at <= last; at++)
        {
            if (text[at] == '}' && --depth == 0)
                return at;
            if (text[at] == '{')
            {
                depth++;
                at++;
            }
        }

        return last;
    }
}
