namespace Dockstage.Core.Tests.Rules;

public sealed class WorkdirRelativePathTests
{
    private const string Rule = "WorkdirRelativePath";

    [Fact]
    public void Only_the_first_one_of_a_chain_of_stages_matters() => RuleAssert.Only(Rule, """
        FROM alpine AS a
        WORKDIR [|app|]
        WORKDIR sub
        FROM alpine AS b
        WORKDIR /app
        WORKDIR sub
        FROM b
        WORKDIR below
        """, "Relative workdir \"app\" can have unexpected results if the base image changes");

    [Fact]
    public void Variables_are_replaced_first_and_unknown_ones_are_left_alone() => RuleAssert.Only(Rule, """
        FROM alpine
        ARG DIR=/app
        WORKDIR $DIR/x
        FROM alpine
        ARG DIR=app
        WORKDIR [|$DIR/x|]
        FROM alpine
        WORKDIR $HOME/x
        """, "Relative workdir \"app/x\" can have unexpected results if the base image changes");

    [Fact]
    public void A_variable_that_is_surely_empty_leads_nowhere() => RuleAssert.Only(Rule, """
        FROM scratch
        WORKDIR [|$NOPE|]
        WORKDIR sub
        """, "Relative workdir \"\" can have unexpected results if the base image changes");

    [Theory]
    [InlineData("# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\nWORKDIR C:\\app")]
    [InlineData("FROM golang:1.26-nanoserver AS a\nFROM a\nWORKDIR c:/app\nWORKDIR sub")]
    [InlineData("# escape=`\nFROM mcr.microsoft.com/dotnet/framework/aspnet:4.8\nWORKDIR \\inetpub")]
    public void On_an_image_of_Windows_a_path_with_a_drive_is_absolute(string text) => RuleAssert.Only(Rule, text);

    [Fact]
    public void Anywhere_else_it_is_not() => RuleAssert.Only(Rule, """
        FROM alpine
        WORKDIR [|C:/app|]
        FROM mcr.microsoft.com/windows/servercore:ltsc2025
        WORKDIR [|app|]
        """,
        "Relative workdir \"C:/app\" can have unexpected results if the base image changes",
        "Relative workdir \"app\" can have unexpected results if the base image changes");
}
