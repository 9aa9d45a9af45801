using Dockstage.Core.Semantics;

namespace Dockstage.Core.Tests.Semantics;

public sealed class StageTests
{
    [Theory]
    [InlineData("FROM a AS build", "build")]
    [InlineData("FROM a AS Build", "build")]
    [InlineData("FROM a AS a-b_c.d1", "a-b_c.d1")]
    [InlineData("FROM a AS build-", "build-")]
    [InlineData("FROM a AS scratch", "scratch")]
    [InlineData("FROM a", null)]
    [InlineData("FROM a AS", null)]
    [InlineData("FROM a AS 1a", null)]
    [InlineData("FROM a AS $n", null)]
    [InlineData("FROM a AS \"b\"", null)]
    [InlineData("FROM a AS b/c", null)]
    [InlineData("FROM a AS é", null)]
    [InlineData("FROM a AS 😀", null)]
    [InlineData("FROM a AS b:c", null)]
    [InlineData("FROM a is b", null)]
    public void A_name_is_lower_cased_and_must_be_one(string text, string? name) => Assert.Equal(name, Model.Of(text).Stages[0].Name);

    [Theory]
    [InlineData("build", null)]
    [InlineData("Build", null)]
    [InlineData("a__b", null)]
    [InlineData("a--b", null)]
    [InlineData("a.b", null)]
    [InlineData("scratch", null)]
    [InlineData("Context", null)]
    [InlineData("1a", "invalid name for build stage: \"1a\", name can't start with a number or contain symbols")]
    [InlineData("A B", "invalid name for build stage: \"A B\", name can't start with a number or contain symbols")]
    [InlineData("$n", "invalid name for build stage: \"$n\", name can't start with a number or contain symbols")]
    [InlineData("\"a\"", "invalid name for build stage: \"\\\"a\\\"\", name can't start with a number or contain symbols")]
    [InlineData("Build-", "invalid context name build-: invalid reference format")]
    [InlineData("build_", "invalid context name build_: invalid reference format")]
    [InlineData("build.", "invalid context name build.: invalid reference format")]
    [InlineData("a..b", "invalid context name a..b: invalid reference format")]
    [InlineData("a___b", "invalid context name a___b: invalid reference format")]
    [InlineData("a.-b", "invalid context name a.-b: invalid reference format")]
    [InlineData("a_-b", "invalid context name a_-b: invalid reference format")]
    public void BuildKit_checks_a_name_twice(string written, string? error) => Assert.Equal(error, StageName.ErrorOf(written));

    [Theory]
    [InlineData(247, true)]
    [InlineData(248, false)]
    public void A_name_may_be_as_long_as_that_of_an_image(int length, bool isValid) =>
        Assert.Equal(isValid, StageName.ErrorOf(new string('a', length)) is null);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Stages_have_their_places(string lineEnd)
    {
        var file = Markup.ParseOne(
            """
            ARG X
            # 😀
            {|stage:{|from:FROM --platform=x {|base:golang:$X|} AS {|name:Build|}|}
            RUN a

            |}{|stage:{|from:from {|base:Build|}|}  
            # last
            |}
            """, lineEnd: lineEnd);
        var stages = Model.Of(file.Text).Stages;
        Assert.Equal(file.SpansNamed("stage").Order(SpanOrder), stages.Select(s => s.Span));
        Assert.Equal(file.SpansNamed("from").Order(SpanOrder), stages.Select(s => s.FromSpan));
        Assert.Equal(file.SpansNamed("base").Order(SpanOrder), stages.Select(s => s.BaseSpan));
        Assert.Equal(file["name"], stages[0].NameSpan);
        Assert.Equal("golang:$X", stages[0].BaseText);
        Assert.Null(stages[1].NameSpan);
        Assert.Equal("1", stages[1].Label);
    }

    [Fact]
    public void A_name_that_is_none_keeps_its_place()
    {
        var file = Markup.ParseOne("FROM a AS [|1a|]");
        Assert.Equal(file.Spans[0], Model.Of(file.Text).Stages[0].NameSpan);
    }

    [Theory]
    [InlineData("FROM")]
    [InlineData("FROM ")]
    [InlineData("FROM --platform=x")]
    [InlineData("FROM AS ")]
    [InlineData("FROM a b c d")]
    public void Every_FROM_begins_a_stage(string text) => Assert.Single(Model.Of(text).Stages);

    [Theory]
    [InlineData("")]
    [InlineData("# FROM a")]
    [InlineData("ARG X=1")]
    [InlineData("RUN <<E\nFROM a\nE")]
    [InlineData("RUN a \\\nFROM a")]
    [InlineData("FROMM a")]
    public void Nothing_else_begins_one(string text)
    {
        var model = Model.Of(text);
        Assert.Empty(model.Stages);
        Assert.Null(model.DefaultStage);
        Assert.Null(model.FindTarget(""));
        Assert.Null(model.ReferenceAt(0));
        Assert.Null(model.DeclarationAt(0));
    }

    [Theory]
    [InlineData("# build makes it\nFROM a AS build", "makes it")]
    [InlineData("#build makes it\nFROM a AS Build", "makes it")]
    [InlineData("# build makes it\n\n\nFROM a AS build", "makes it")]
    [InlineData("# other\n# build makes it\n# more\nFROM a AS build", "makes it")]
    [InlineData("# build one\n# build two\nFROM a AS build", "one")]
    [InlineData("# build 😀\r\nFROM a AS build\r\n", "😀")]
    [InlineData("\uFEFF# build makes it\nFROM a AS build", "makes it")]
    [InlineData("# syntax=x\n# build makes it\nFROM a AS build", "makes it")]
    [InlineData("# build makes it\n#\nFROM a AS build", null)]
    [InlineData("# build makes it\nARG X\nFROM a AS build", null)]
    [InlineData("# Build makes it\nFROM a AS Build", null)]
    [InlineData("# build: makes it\nFROM a AS build", null)]
    [InlineData("# build\nFROM a AS build", null)]
    [InlineData("  # build makes it\nFROM a AS build", null)]
    [InlineData("FROM a AS build # build makes it", null)]
    [InlineData("# a makes it\nFROM a", null)]
    public void The_description_is_a_comment_that_starts_with_the_name(string text, string? description) =>
        Assert.Equal(description, Model.Of(text).Stages[0].Description);

    [Fact]
    public void A_cursor_at_the_name_is_at_the_declaration()
    {
        var model = Model.Of("FROM a AS bc\nFROM bc AS d");
        Assert.Null(model.DeclarationAt(9));
        Assert.Equal(0, model.DeclarationAt(10)?.Index);
        Assert.Equal(0, model.DeclarationAt(12)?.Index);
        Assert.Null(model.DeclarationAt(18));
        Assert.Equal(1, model.DeclarationAt(25)?.Index);
    }

    private static Comparer<Core.Text.TextSpan> SpanOrder { get; } =
        Comparer<Core.Text.TextSpan>.Create((a, b) => a.Start.CompareTo(b.Start));
}
