using Dockstage.Core.Syntax;
using Sprache;

namespace Dockstage.Core.Parsing;

/// <summary>
/// What stands in one instruction: keyword, flags, arguments. BuildKit: <c>parser/split_command.go</c>. Everything is accepted; what makes
/// no sense is left out.
/// </summary>
internal static class InstructionGrammar
{
    private const string EndOfFlags = "--";

    private static readonly Parser<Piece> Keyword =
        from indent in Lexemes.Run(Blanks.IsSpace)
        from word in Lexemes.Run(unit => !Blanks.SeparatesWords(unit))
        select word;

    /// <summary>Reads an instruction.</summary>
    public static InstructionParts Read(Instruction instruction) =>
        Read(new LogicalLineInput(instruction.Line), instruction.Escape, instruction.Escape, instruction, mayTrigger: true);

    /// <summary>Reads the line of an instruction, continuations removed, heredocs not yet known.</summary>
    public static InstructionParts Read(PlacedText line, char escape) =>
        Read(new LogicalLineInput(line), escape, escape, instruction: null, mayTrigger: true);

    private static InstructionParts Read(
        LogicalLineInput input, char escape, char variableEscape, Instruction? instruction, bool mayTrigger)
    {
        var line = input.PlacedText;
        var grammar = WordGrammar.For(escape);
        var keyword = Keyword(input).Value;
        var keywordEnd = Math.Max(keyword.Index, Math.Min(keyword.End, line.Text.AsSpan().TrimEnd().Length));
        var keywordText = line.Slice(keyword.Index, keywordEnd - keyword.Index);
        var which = Keywords.Read(keywordText.Text);
        var (flags, headEnd) = ReadFlags(grammar, new LogicalLineInput(line, keywordEnd));
        var arguments = Trim(line.Text, headEnd);
        var inArguments = new LogicalLineInput(line.Slice(0, arguments.End), arguments.Index);
        return new InstructionParts(parts => ContentReader.Read(parts, instruction))
        {
            Keyword = which,
            Escape = escape,
            VariableEscape = variableEscape,
            KeywordText = keywordText,
            Flags = [.. flags.Select(flag => MakeFlag(line, flag))],
            Arguments = line.Slice(arguments.Index, arguments.Length),
            Words = which == InstructionKeyword.Arg ? [.. grammar.Raw.Many()(inArguments).Value.Select(word => word.In(line))] : [],
            From = which == InstructionKeyword.From ? FromGrammar.Read(inArguments, line, headEnd) : null,

            // BuildKit reads a trigger's text alone, so with the default escape character; ONBUILD ONBUILD is an error.
            Trigger = which == InstructionKeyword.Onbuild && mayTrigger && arguments.Length > 0
                ? Read(inArguments, escape: '\\', variableEscape, instruction, mayTrigger: false)
                : null,
        };
    }

    /// <summary>The flags, and the index behind the last of them or behind the bare <c>--</c> that ends them.</summary>
    private static (List<Word> Flags, int End) ReadFlags(WordGrammar grammar, LogicalLineInput input)
    {
        var flags = new List<Word>();
        IInput at = input;
        while (BeginsWithDashes((LogicalLineInput)at) && grammar.Flag(at) is { WasSuccessful: true } flag)
        {
            at = flag.Remainder;
            if (flag.Value.In(input.PlacedText).Text == EndOfFlags)
                break;
            flags.Add(flag.Value);
        }

        return (flags, ((LogicalLineInput)at).Index);
    }

    /// <summary>Most instructions have no flags; this spares them the attempt to read one.</summary>
    private static bool BeginsWithDashes(LogicalLineInput input) => input.Rest.TrimStart(Blanks.WordSeparators).StartsWith(EndOfFlags);

    private static Flag MakeFlag(PlacedText line, Word word)
    {
        var text = word.In(line);
        var equals = text.Text.IndexOf('=', StringComparison.Ordinal);
        var nameEnd = equals < 0 ? text.Text.Length : equals;
        var name = text.Slice(EndOfFlags.Length, nameEnd - EndOfFlags.Length);
        var value = equals < 0 ? null : text.Slice(equals + 1, text.Text.Length - equals - 1);
        return new Flag
        {
            Span = line.SpanOf(word.Index, word.End - word.Index),
            Name = name,
            Value = value,
            Options = value is not null && name.Text == "mount" ? MountGrammar.Read(value) : [],
        };
    }

    private static Piece Trim(string text, int start)
    {
        var end = text.Length;
        while (start < end && Blanks.IsSpace(text[start]))
            start++;
        while (end > start && Blanks.IsSpace(text[end - 1]))
            end--;
        return new Piece(start, end - start);
    }
}
