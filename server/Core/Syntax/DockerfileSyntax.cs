using System.Collections.Immutable;

namespace Dockstage.Core.Syntax;

/// <summary>A whole Dockerfile as pieces in file order; joined, their texts are the file again.</summary>
public sealed class DockerfileSyntax
{
    private readonly ImmutableArray<int> _starts;

    /// <summary>Makes a file of its pieces.</summary>
    public DockerfileSyntax(ImmutableArray<DockerfileItem> items)
    {
        Items = items;
        var starts = ImmutableArray.CreateBuilder<int>(items.Length);
        var offset = 0;
        foreach (var item in items)
        {
            starts.Add(offset);
            offset += item.Text.Length;
        }

        _starts = starts.MoveToImmutable();
    }

    /// <summary>The pieces.</summary>
    public ImmutableArray<DockerfileItem> Items { get; }

    /// <summary>The escape character for the whole file.</summary>
    public required char Escape { get; init; }

    /// <summary>The image of the front end that is to read the file (<c># syntax=</c>), or null when it does not say.</summary>
    public string? FrontEnd { get; init; }

    /// <summary>The options for BuildKit's linter (<c># check=</c>), or null.</summary>
    public string? CheckOptions { get; init; }

    /// <summary>The offset in the file at which a piece begins.</summary>
    /// <param name="index">The piece's place in <see cref="Items"/>.</param>
    public int StartOf(int index) => _starts[index];

    /// <summary>The errors of all pieces, with spans in the file, in order.</summary>
    public ImmutableArray<SyntaxError> Errors =>
    [
        .. Items.SelectMany((item, index) => ErrorsOf(item).Select(error => error with { Span = error.Span.Shift(_starts[index]) })),
    ];

    /// <inheritdoc/>
    public override string ToString() => string.Concat(Items);

    private static ImmutableArray<SyntaxError> ErrorsOf(DockerfileItem item) => item switch
    {
        Instruction instruction => instruction.Errors,
        ParserDirective { Error: { } error } => [error],
        _ => [],
    };
}
