using System.Text;
using Dockstage.Core.Text;

namespace Dockstage.Core.Syntax;

/// <summary>
/// A piece of a Dockerfile. Pieces follow each other without gap, so that their texts joined are the file. A piece knows its own text
/// but not its place: offsets inside it count from its start, so that an edit elsewhere can reuse it as it is.
/// </summary>
/// <param name="text">The exact text, line ends included.</param>
public abstract class DockerfileItem(string text)
{
    /// <summary>Bytes that a line may have without its line feed (Go's <c>bufio.MaxScanTokenSize</c> − 1).</summary>
    private const int LongestLine = 65_535;

    private const int MostBytesInUnit = 3;

    /// <summary>The exact text, with line ends, and with the byte order mark in the first piece of a file that has one.</summary>
    public string Text { get; } = text;

    /// <summary>What BuildKit refuses about it before it builds anything, in order; offsets count from its start.</summary>
    public virtual IEnumerable<SyntaxError> AllErrors => LongLines;

    /// <summary>Its lines that are too long for BuildKit, bodies of heredocs included.</summary>
    public IEnumerable<SyntaxError> LongLines =>
        Text.Length <= LongestLine / MostBytesInUnit ? [] : FindLongLines();

    /// <inheritdoc/>
    public override string ToString() => Text;

    private IEnumerable<SyntaxError> FindLongLines()
    {
        for (var start = 0; start < Text.Length;)
        {
            var length = Text.AsSpan(start).IndexOf('\n');
            if (length < 0)
                length = Text.Length - start;
            if (Encoding.UTF8.GetByteCount(Text.AsSpan(start, length)) > LongestLine)
                yield return new SyntaxError(SyntaxErrorKind.LineTooLong, new TextSpan(start, length));
            start += length + 1;
        }
    }
}
