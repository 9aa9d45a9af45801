using System.Globalization;
using BenchmarkDotNet.Attributes;
using Dockstage.Core.Parsing;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Bench.Parser;

/// <summary>What reading a Dockerfile costs, without a server around it: afresh, after an edit, and only as far as the stages need.</summary>
[MemoryDiagnoser]
public class ParserBenchmarks
{
    private const string LastLine = "COPY --from=s\n";

    private SourceText _text = SourceText.Empty;
    private DockerfileModel _model = DockerfileModel.Parse(SourceText.Empty);
    private DockerfileModel _edited = DockerfileModel.Parse(SourceText.Empty);
    private SourceText _editedTwice = SourceText.Empty;
    private SourceText _editedAbove = SourceText.Empty;

    /// <summary>Number of stages, of ten lines each.</summary>
    [Params(5, 50, 500, 2000)]
    public int Stages { get; set; }

    [GlobalSetup]
    public void Read()
    {
        _text = SourceText.From(string.Concat(Enumerable.Range(0, Stages).Select(Stage)) + LastLine);
        _model = DockerfileModel.Parse(_text);
        var cursor = _text.Length - 1;
        var edited = _text.With(new TextEdit(TextSpan.At(cursor), "t"));
        _edited = DockerfileModel.Parse(edited, _model);
        _editedTwice = edited.With(new TextEdit(TextSpan.At(cursor + 1), "a"));
        _editedAbove = _text.With(new TextEdit(TextSpan.At(_text.ToString().IndexOf("go.mod", StringComparison.Ordinal)), "x"));
    }

    /// <summary>The pieces of the file, no grammar.</summary>
    [Benchmark]
    public DockerfileSyntax Split() => DockerfileParser.Parse(_text);

    /// <summary>The pieces, and the grammars of the FROM instructions alone: names, bases, targets.</summary>
    [Benchmark]
    public DockerfileModel StageIndexWithoutGrammars() => DockerfileModel.Parse(_text);

    /// <summary>Everything that refers to a stage: the grammars of all instructions with flags, too.</summary>
    [Benchmark(Baseline = true)]
    public int FreshParseWithReferences() => DockerfileModel.Parse(_text).References.Length;

    /// <summary>A letter in the last instruction, behind an edit in the same place.</summary>
    [Benchmark]
    public DockerfileModel EditBelow() => DockerfileModel.Parse(_editedTwice, _edited);

    /// <summary>A letter in the first stage: all stages below it are put in their new places.</summary>
    [Benchmark]
    public DockerfileModel EditAbove() => DockerfileModel.Parse(_editedAbove, _model);

    private static string Stage(int index)
    {
        var @base = index % 4 == 0 ? "golang:1.26" : string.Create(CultureInfo.InvariantCulture, $"stage{index - 1}");
        return string.Create(CultureInfo.InvariantCulture, $$"""
            FROM {{@base}} AS stage{{index}}
            # stage {{index}}
            ARG VERSION=1
            WORKDIR /src/{{index}}
            COPY go.mod go.sum ./
            RUN --mount=type=cache,target=/root/.cache \
                go mod download
            COPY . .
            COPY --from={{Math.Max(0, index - 1)}} /out/app /in/app
            RUN go build -o /out/app ./cmd/{{index}}

            """).ReplaceLineEndings("\n");
    }
}
