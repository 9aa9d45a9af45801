using Dockstage.Core.Parsing;
using Dockstage.Core.Syntax;
using Dockstage.Core.Tests.Parsing;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Syntax;

public sealed class SyntaxDumpTests
{
    public static TheoryData<string> Fixtures => DockerfileFixtures.Names;

    [Fact]
    public void A_dump_has_a_line_for_each_node()
    {
        var text = SourceText.From("# escape=`\r\nCOPY --from=a <<E \"😀\"\\ ${X:-$Y} /\r\n\tb\r\nE\r\n\r\n");
        Assert.Equal(
            """
            Dockerfile 1:1–6:1 escape "`"
              ParserDirective 1:1–2:1 "# escape=`\r\n"
                key 1:3–1:9 "escape"
                value 1:10–1:11 "`"
              Instruction Copy 2:1–5:1
                keyword 2:1–2:5 "COPY"
                flag 2:6–2:14
                  name 2:8–2:12 "from"
                  value 2:13–2:14 "a"
                source 2:15–2:18 "<<E"
                source 2:19–2:24 "\"😀\"\\"
                source 2:25–2:33 "${X:-$Y}"
                destination 2:34–2:35 "/"
                variable 2:25–2:33
                  name 2:27–2:28 "X"
                  DefaultIfEmpty 2:30–2:32 "$Y"
                  variable 2:30–2:32
                    name 2:31–2:32 "Y"
                heredoc 2:15–2:18 "<<E"
                  body 3:1–4:1 "\tb\r\n"
                  closer 4:1–4:2 "E"
              BlankLine 5:1–6:1 "\r\n"

            """,
            Dump(text));
    }

    /// <summary>Each fixture stands beside its tree. <c>UPDATE_EXPECT=1</c> writes the trees anew; read the difference.</summary>
    [Theory]
    [MemberData(nameof(Fixtures))]
    public void The_tree_of_a_fixture_is_the_one_beside_it(string name)
    {
        var dump = Dump(SourceText.From(DockerfileFixtures.Read(name)));
        var path = DockerfileFixtures.TreePath(name);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECT") == "1")
            File.WriteAllText(path, dump);
        Assert.True(File.Exists(path), $"{path} is missing: set UPDATE_EXPECT=1 once");
        Assert.Equal(File.ReadAllText(path), dump);
    }

    [Fact]
    public void No_tree_is_left_of_a_fixture_that_is_gone() =>
        Assert.Equal(DockerfileFixtures.Names.Select(row => row.Data).Order(), DockerfileFixtures.NamesOfTrees.Order());

    private static string Dump(SourceText text) => SyntaxDump.Of(text, DockerfileParser.Parse(text));
}
