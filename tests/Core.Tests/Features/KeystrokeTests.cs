using System.Globalization;
using Dockstage.Core.Documents;
using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Features;

/// <summary>
/// What a keystroke with its completion costs must not grow with the file. Nothing is timed: bytes and objects are counted, which a
/// busy machine does not change. Times: <c>npm run bench</c>.
/// </summary>
public sealed class KeystrokeTests
{
    private const int Stages = 2000;
    private const int Keys = 50;

    /// <summary>
    /// Most bytes of one keystroke: the list of a hundred items, two arrays with one word for each stage, and some more. The text alone
    /// has 900 KB.
    /// </summary>
    private const long MostBytes = 100_000;

    private static readonly DocumentPath Path = DocumentPath.FromUri("file:///w/Dockerfile");

    [Fact]
    public void In_a_file_of_2000_stages_it_reads_one_instruction()
    {
        var (snapshot, _) = Open("COPY --from=s");
        var before = snapshot.StagesIn(Path)!;
        var after = Type(snapshot, before.Text.Length - 1, "t").StagesIn(Path)!;
        var known = before.Syntax.Items.ToHashSet<DockerfileItem>(ReferenceEqualityComparer.Instance);
        Assert.Equal(["COPY --from=st\n"], after.Syntax.Items.Where(item => !known.Contains(item)).Select(item => item.Text));
        Assert.Equal(Stages - 1, after.Stages.Zip(before.Stages).Count(pair => ReferenceEquals(pair.First, pair.Second)));
    }

    [Fact]
    public void In_a_file_of_2000_stages_it_makes_no_copy_of_the_file()
    {
        var (snapshot, cursor) = Open("COPY --from=s");
        snapshot = TypeKeys(snapshot, cursor, Keys);
        var before = GC.GetAllocatedBytesForCurrentThread();
        TypeKeys(snapshot, cursor, Keys);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Keys;
        Assert.InRange(each, 1, MostBytes);
    }

    /// <summary>Each has a context of its own, in which an ignore file may lie.</summary>
    [Fact]
    public void With_a_thousand_services_it_looks_for_no_ignore_file()
    {
        var services = string.Concat(Enumerable.Range(0, 1000).Select(index => string.Create(CultureInfo.InvariantCulture, $"  s{index}: {{build: {{context: ./c{index}, dockerfile: ../Dockerfile}}}}\n")));
        var snapshot = WorkspaceSnapshot.Empty.WithMany(
            [new Document(Path, SourceText.From("FROM a AS b\n"), "dockerfile"), new Document(DocumentPath.FromUri("file:///w/compose.yaml"), SourceText.From($"services:\n{services}"))]);
        Assert.True(snapshot.Wanted.Length > 1000);
        while (snapshot.Wanted is { IsEmpty: false } wanted)
            snapshot = wanted.Aggregate(snapshot, (state, path) => state.WithAbsent(path));
        _ = snapshot.Index;
        var after = Type(snapshot, 5, "x");
        Assert.False(after.MayWantMoreThan(snapshot, [Path]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var key = 0; key < Keys; key++)
            after.MayWantMoreThan(snapshot, [Path]);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Keys, 0, 2000);
    }

    /// <summary>Types a letter and takes it back, and so on; each time asks for completion.</summary>
    private static WorkspaceSnapshot TypeKeys(WorkspaceSnapshot snapshot, int cursor, int keys)
    {
        for (var key = 0; key < keys; key++)
        {
            var isInsert = key % 2 == 0;
            var edit = isInsert ? new TextEdit(TextSpan.At(cursor), "t") : new TextEdit(new TextSpan(cursor, 1), "");
            snapshot = snapshot.With(new Document(Path, snapshot.Find(Path).Document!.Text.With(edit), "dockerfile"));
            Assert.Equal(Limits.CompletionItems, Completion.At(snapshot, Path, cursor + (isInsert ? 1 : 0), Language.English)!.Items.Length);
        }

        return snapshot;
    }

    private static WorkspaceSnapshot Type(WorkspaceSnapshot snapshot, int at, string text) => snapshot.With(
        new Document(Path, snapshot.Find(Path).Document!.Text.With(new TextEdit(TextSpan.At(at), text)), "dockerfile"));

    private static (WorkspaceSnapshot Snapshot, int Cursor) Open(string lastLine)
    {
        var text = string.Concat(Enumerable.Range(0, Stages).Select(index => string.Create(CultureInfo.InvariantCulture, $"""
            FROM golang:1.26 AS stage{index}
            # stage {index}
            ARG VERSION=1
            WORKDIR /src/{index}
            COPY go.mod go.sum ./
            RUN --mount=type=cache,target=/root/.cache \
                go mod download
            COPY . .
            RUN go vet ./...
            RUN go build -o /out/app ./cmd/{index}

            """).ReplaceLineEndings("\n")));
        var snapshot = WorkspaceSnapshot.Empty.With(new Document(Path, SourceText.From($"{text}{lastLine}\n"), "dockerfile"));
        Assert.Equal(Stages, snapshot.StagesIn(Path)!.Stages.Length);
        return (snapshot, text.Length + lastLine.Length);
    }
}
