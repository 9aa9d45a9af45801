using Dockstage.Core.Syntax;

namespace Dockstage.Core.Tests.Parsing;

public sealed class DirectiveTests
{
    [Theory]
    [InlineData("# escape=`\nFROM a", '`')]
    [InlineData("#escape=`\nFROM a", '`')]
    [InlineData("# ESCAPE = ` \nFROM a", '`')]
    [InlineData("   # escape=`\nFROM a", '`')]
    [InlineData("# syntax=x\n# check=skip=all\n# escape=`\nFROM a", '`')]
    [InlineData("# escape=\\\nFROM a", '\\')]
    [InlineData("# escape=` and more\nFROM a", '\\')]
    [InlineData("#\u2003escape\t= `\nFROM a", '`')]
    [InlineData("# escape\u00A0=`\nFROM a", '\\')]
    [InlineData("# escape=`\u00A0\nFROM a", '\\')]
    [InlineData("# escape=x\nFROM a", '\\')]
    [InlineData("# escape=\nFROM a", '\\')]
    [InlineData("\n# escape=`\nFROM a", '\\')]
    [InlineData("# comment\n# escape=`\nFROM a", '\\')]
    [InlineData("# foo=bar\n# escape=`\nFROM a", '\\')]
    [InlineData("#!/bin/x\n# escape=`\nFROM a", '\\')]
    [InlineData("FROM a\n# escape=`\n", '\\')]
    [InlineData("# escape=`\n# escape=\\\nFROM a", '`')]
    public void The_escape_directive_counts_only_before_everything_else(string text, char escape)
    {
        Assert.Equal(escape, Pieces.Of(text).Escape);
        Assert.Equal(escape, Pieces.Of(text.ReplaceLineEndings("\r\n")).Escape);
        Assert.Equal(escape, Pieces.Of("\uFEFF" + text).Escape);
    }

    [Theory]
    [InlineData("# syntax=a/b:1\nFROM a", "a/b:1")]
    [InlineData("# SYNTAX = a/b:1 and free text\nFROM a", "a/b:1")]
    [InlineData("# escape=`\n# check=skip=all\n# syntax=a\nFROM a", "a")]
    [InlineData("#!/bin/x\n# syntax=a\nFROM a", "a")]
    [InlineData("// syntax=a\n", "a")]
    [InlineData("  # syntax=a\nFROM a", null)]
    [InlineData("\n# syntax=a\nFROM a", null)]
    [InlineData("# comment\n# syntax=a\nFROM a", null)]
    [InlineData("#!/bin/x\n#!/bin/y\n# syntax=a\nFROM a", null)]
    [InlineData("# escape=`\n# escape=`\n# syntax=a\nFROM a", null)]
    [InlineData("FROM a\n# syntax=a", null)]
    [InlineData("{\"a\": [1, {\"syntax\": \"b\"}], \"syntax\": \"x y\\u0041\", \"c\": null}\n", "x yA")]
    [InlineData("#!/bin/x\n{\"syntax\": \"a\"}", "a")]
    [InlineData(" {\"syntax\": \"a\", \"syntax\": 1}", null)]
    [InlineData("{\"syntax\": \"a\"} x", null)]
    [InlineData("{\"syntax\": \"a\"", null)]
    [InlineData("{}", null)]
    [InlineData("", null)]
    public void The_front_end_is_found_by_the_other_reader(string text, string? frontEnd)
    {
        Assert.Equal(frontEnd, Pieces.Of(text).FrontEnd);
        Assert.Equal(frontEnd, Pieces.Of(text.ReplaceLineEndings("\r\n")).FrontEnd);
        Assert.Equal(frontEnd, Pieces.Of("\uFEFF" + text).FrontEnd);
    }

    [Theory]
    [InlineData("# check=skip=A,B;error=true // reason\nFROM a", "skip=A,B;error=true")]
    [InlineData("# check=skip=A, B\nFROM a", "skip=A,")]
    public void Check_options_end_at_the_first_blank(string text, string options) => Assert.Equal(options, Pieces.Of(text).CheckOptions);

    [Fact]
    public void Directives_and_comments_are_pieces_of_their_own() => Pieces.Are(
        """
        # syntax=docker/dockerfile:1
          # Check = skip=all
        # words
        # escape=`
          # indented
        #
        FROM a
        """,
        """
        syntax = docker/dockerfile:1
        check = skip=all
        comment words
        comment escape=`
        comment # indented
        comment 
        From: FROM a
        """);

    [Theory]
    [InlineData("# {|RepeatedDirective:syntax|}=b")]
    [InlineData("# escape={|InvalidEscape:x|}")]
    [InlineData("# escape={|InvalidEscape:` more|}  ")]
    [InlineData("# escape={|InvalidEscape:`\u00A0|}  ")]
    [InlineData("# check=skip=all\n# {|RepeatedDirective:CHECK|}=b")]
    [InlineData("# escape=`\n# {|RepeatedDirective:escape|}=x")]
    public void What_the_parser_refuses_about_a_directive_is_an_error(string marked)
    {
        var file = Markup.ParseOne("# syntax=a\n" + marked + "\nFROM a");
        var error = Assert.Single(Pieces.Of(file.Text).Errors);
        Assert.Equal(new SyntaxError(Enum.Parse<SyntaxErrorKind>(file.Named[0].Key), file.Named[0].Value), error);
    }
}
