using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Tests.Semantics;

/// <summary>
/// What is visible where. Uses are shown as <c>NAME=value</c>, <c>NAME!</c> for one that nothing declares, <c>NAME?</c> for one that only the
/// image may know, <c>NAME-</c> for one that is declared without value, <c>NAME=?</c> for a value that cannot be known.
/// </summary>
public sealed class StageScopeTests
{
    [Theory]
    [InlineData("ARG G=1\nFROM scratch\nWORKDIR /$G", "G!")]
    [InlineData("ARG G=1\nFROM x\nWORKDIR /$G", "G?")]
    [InlineData("ARG G=1\nFROM x\nARG G\nWORKDIR /$G", "G=1")]
    [InlineData("ARG G=1\nFROM x\nARG G=2\nWORKDIR /$G", "G=2")]
    [InlineData("ARG G=1\nFROM x\nARG G=\nWORKDIR /$G", "G=")]
    [InlineData("ARG G\nFROM scratch\nARG G\nWORKDIR /$G", "G-")]
    [InlineData("FROM scratch\nARG A\nWORKDIR /$A", "A-")]
    [InlineData("FROM scratch\nARG A=1\nARG A\nWORKDIR /$A", "A=1")]
    [InlineData("ARG A=g\nFROM scratch\nARG A=1\nARG A\nWORKDIR /$A", "A=g")]
    [InlineData("FROM scratch\nENV A=1\nARG A\nWORKDIR /$A", "A=1")]
    [InlineData("FROM scratch\nWORKDIR /$A\nARG A=1", "A!")]
    [InlineData("FROM scratch\nARG a=1\nWORKDIR /$A", "A!")]
    [InlineData("FROM scratch\nWORKDIR /$TARGETARCH", "TARGETARCH!")]
    [InlineData("FROM scratch\nARG TARGETARCH\nWORKDIR /$TARGETARCH", "TARGETARCH=amd64")]
    [InlineData("FROM scratch\nARG TARGETARCH=x\nWORKDIR /$TARGETARCH", "TARGETARCH=x")]
    [InlineData("FROM scratch AS last\nARG TARGETSTAGE\nWORKDIR /$TARGETSTAGE", "TARGETSTAGE=last")]
    [InlineData("FROM scratch\nWORKDIR /$HTTP_PROXY", "HTTP_PROXY!")]
    [InlineData("FROM scratch\nWORKDIR /$PATH", "PATH=?")]
    [InlineData("FROM scratch\nENV PATH=/a:$PATH\nWORKDIR /$PATH", "PATH=? PATH=?")]
    [InlineData("FROM scratch\nARG BUILDKIT_SBOM_SCAN_STAGE=a\nWORKDIR /$BUILDKIT_SBOM_SCAN_STAGE", "BUILDKIT_SBOM_SCAN_STAGE!")]
    [InlineData("FROM scratch\nARG --x=1 A=2\nWORKDIR $A", "A=2")]
    public void An_ARG_brings_its_default_or_what_stands_above_the_first_FROM(string text, string uses) => Assert.Equal(uses, UsesIn(text));

    [Theory]
    [InlineData("ARG A=1 B=$A C=$B$Z", "A=1 B=1 Z!")]
    [InlineData("ARG A=1\nENV A=2 B=$A\nWORKDIR $A$B", "A=1 A=2 B=1")]
    [InlineData("ENV A=1\nENV A=2 B=$A C=${D:-$A}\nWORKDIR $C", "A=1 D! A=1 C=1")]
    [InlineData("ENV A=1\nARG A=2\nWORKDIR $A", "A=2")]
    [InlineData("ARG A=2\nENV A=1\nWORKDIR $A", "A=1")]
    [InlineData("ENV A 1 2\nWORKDIR $A", "A=1 2")]
    [InlineData("ENV A=\"1 2\" B='$A' C=\\$A\nLABEL x=$A y=$B z=$C", "A=1 2 B=$A C=$A")]
    [InlineData("ENV K=A\nENV $K=1\nWORKDIR $A", "K=A A=1")]
    [InlineData("LABEL A=1\nWORKDIR $A", "A!")]
    [InlineData("ARG A=1 A=${A}2\nWORKDIR $A", "A=1 A=12")]
    [InlineData("ARG A=${B:-1}\nWORKDIR $A", "B! A=1")]
    [InlineData("ARG A=${\nWORKDIR $A", "A=?")]
    [InlineData("ARG A = 1\nWORKDIR $A", "A-")]
    public void All_words_see_what_is_above_and_ARG_alone_what_is_left_of_it(string lines, string uses) =>
        Assert.Equal(uses, UsesIn("FROM scratch\n" + lines));

    [Theory]
    [InlineData("ADD --chown=$A --chmod=$B --checksum=$C $D $E", "A! B! C! D! E!")]
    [InlineData("COPY --from=$A --exclude=$B --chown=$C [\"$D\", \"a\\\"$E\"]", "C! D! E!")]
    [InlineData("COPY <<F <<\"Q\" /$D\n$A 'it' ${B}\nF\n$Z\nQ", "D! A! B!")]
    [InlineData("RUN --mount=type=$A,from=$B,target=/$C,\"src=$D\" echo $E", "A! C! D!")]
    [InlineData("RUN <<E\n$A\nE", "")]
    [InlineData("CMD $A", "")]
    [InlineData("ENTRYPOINT [\"$A\"]", "")]
    [InlineData("HEALTHCHECK CMD $A", "")]
    [InlineData("SHELL [\"$A\"]", "")]
    [InlineData("MAINTAINER $A", "")]
    [InlineData("STOPSIGNAL $A", "A!")]
    [InlineData("USER $A:$B", "A! B!")]
    [InlineData("VOLUME $A [$B", "A! B!")]
    [InlineData("VOLUME [\"$A\"]", "A!")]
    [InlineData("EXPOSE $A", "A!")]
    [InlineData("ONBUILD ENV A=$B", "")]
    [InlineData("LABEL $A=$B", "A! B!")]
    public void Only_what_BuildKit_expands_uses_variables(string line, string uses) => Assert.Equal(uses, UsesIn("FROM scratch\n" + line));

    [Fact]
    public void An_undefined_variable_in_EXPOSE_is_none_that_BuildKit_tells_of()
    {
        var uses = ScopeIn("FROM scratch\nEXPOSE $A\nVOLUME $A").Steps.SelectMany(step => step.Uses);
        Assert.Equal([false, true], uses.Select(use => use.IsChecked));
    }

    [Theory]
    [InlineData("FROM scratch AS a\nARG A=1\nENV B=2\nFROM a AS b\nFROM b\nWORKDIR $A$B", "A=1 B=2")]
    [InlineData("FROM scratch AS a\nENV B=2\nFROM scratch\nCOPY --from=a $B /", "B!")]
    [InlineData("FROM x AS a\nENV B=2\nFROM a\nWORKDIR $B$C", "B=2 C?")]
    [InlineData("FROM scratch AS a\nENV B=2\nFROM a AS c\nENV B=3\nFROM a\nWORKDIR $B", "B=2")]
    [InlineData("FROM scratch AS a\nARG A\nFROM a\nWORKDIR $A", "A-")]
    [InlineData("FROM scratch AS a\nARG A\nENV B=$A\nFROM a\nARG A=1\nWORKDIR $A$B", "A=1 B=")]
    public void The_environment_comes_along_through_FROM_and_never_through_COPY(string text, string uses) => Assert.Equal(uses, UsesIn(text));

    [Theory]
    [InlineData("FROM scratch AS a\nONBUILD ENV A=1\nONBUILD ARG B=$A\nFROM a\nWORKDIR $A$B", "A=1 A=1 B=1")]
    [InlineData("FROM scratch AS a\nENV A=0\nONBUILD WORKDIR $A\nENV A=2\nFROM a\nENV A=3", "A=2")]
    [InlineData("FROM scratch AS a\nONBUILD ENV A=1\nFROM a AS b\nFROM b\nWORKDIR $A", "A=1")]
    [InlineData("FROM scratch AS a\nONBUILD WORKDIR $A\nFROM a AS b\nFROM b\nUSER u", "")]
    [InlineData("FROM scratch AS a\nONBUILD COPY <<F /x\n$A\nF\nFROM a", "A!")]
    [InlineData("FROM scratch AS a\nONBUILD ENV A=1\nUSER $A", "A!")]
    public void ONBUILD_acts_first_in_the_child_and_sees_what_its_base_ends_with(string text, string uses) => Assert.Equal(uses, UsesIn(text));

    [Theory]
    [InlineData("ARG {|def:X|}=1\nUSER {|use:X|}")]
    [InlineData("ARG X=1 X=2\nENV {|def:X|}=3\nUSER {|use:X|}")]
    [InlineData("ENV X=3\nARG {|def:X|}=1\nUSER {|use:X|}")]
    [InlineData("ENV \\\n  A=1 \\\n  # why\n  {|def:X|}=2\nUSER {|use:X|}")]
    [InlineData("ARG {|def:X|}=1\nFROM b AS c\nFROM last\nUSER {|use:X|}")]
    [InlineData("ONBUILD ENV {|def:X|}=1\nFROM last\nUSER {|use:X|}")]
    [InlineData("ONBUILD USER {|use:X|}\nARG {|def:X|}=1\nFROM last")]
    public void A_use_leads_to_its_declaration(string marked)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            var file = Markup.ParseOne("\uFEFF# 😀\nFROM scratch AS last\n" + marked.Replace("{|use:X|}", "${{|use:X|}}"), lineEnd: lineEnd);
            var use = ScopeIn(file.Text).Steps.SelectMany(step => step.Uses).Last();
            Assert.Equal(file["use"], use.Span);
            Assert.Equal(file["def"], use.Declaration?.NameSpan);
        }
    }

    [Fact]
    public void A_value_from_above_the_first_FROM_leads_there_too()
    {
        var file = Markup.ParseOne("ARG X=0\nARG {|global:X|}=1\nFROM scratch\nARG {|def:X|}\nUSER $X");
        var declaration = ScopeIn(file.Text).Steps[^1].Uses.Single().Declaration!;
        Assert.Equal((file["def"], file["global"]), (declaration.NameSpan, declaration.GlobalSpan));
        Assert.False(declaration.IsEnv);
        Assert.Null(ScopeIn("FROM scratch\nARG TARGETOS\nUSER $TARGETOS").Steps[^1].Uses.Single().Declaration!.GlobalSpan);
    }

    [Theory]
    [InlineData("ARG X=1\nFROM x\nARG X\nUSER $X", "X=2")]
    [InlineData("FROM x\nARG X=1\nUSER $X", "X=2")]
    [InlineData("FROM x\nARG X\nUSER $X", "X=2")]
    [InlineData("FROM x\nARG X=$Y\nUSER $X", "X=2")]
    [InlineData("FROM x\nARG X\nENV X=3\nUSER $X", "X=3")]
    [InlineData("FROM scratch\nUSER $X", "X!")]
    public void A_build_argument_beats_every_default(string text, string uses)
    {
        var model = Model.WithArgs(text, "X=2");
        Assert.Equal(uses, Show(model.ScopeOf(model.DefaultStage!)));
    }

    [Theory]
    [InlineData("FROM scratch\nWORKDIR app\nWORKDIR ../x/./y", "/x/y")]
    [InlineData("FROM scratch", "unset")]
    [InlineData("FROM x", "image")]
    [InlineData("FROM x\nWORKDIR app", "?")]
    [InlineData("FROM x\nWORKDIR /app\nWORKDIR sub", "/app/sub")]
    [InlineData("FROM x AS a\nWORKDIR /app/\nFROM a\nWORKDIR \"$NONE\"sub", "?")]
    [InlineData("FROM x AS a\nWORKDIR /app/\nFROM a\nENV S=s\nWORKDIR ${S}", "/app/s")]
    [InlineData("FROM x AS a\nONBUILD WORKDIR /o\nWORKDIR /p\nFROM a", "/o")]
    public void The_working_directory_comes_along_and_relative_ones_add_to_it(string text, string expected) =>
        Assert.Equal(expected, Show(ScopeIn(text).End.WorkingDirectory));

    [Theory]
    [InlineData("FROM x", "image image")]
    [InlineData("FROM scratch", "unset unset")]
    [InlineData("FROM x AS a\nUSER app\nSHELL [\"sh\", \"-c\"]\nFROM a\nUSER $NONE", "? [\"sh\", \"-c\"]")]
    [InlineData("FROM x AS a\nUSER app\nSHELL sh\nFROM a", "app image")]
    [InlineData("FROM x AS a\nUSER app\nFROM y\nCOPY --from=a b c", "image image")]
    public void User_and_shell_come_along_through_FROM(string text, string expected)
    {
        var end = ScopeIn(text).End;
        Assert.Equal(expected, $"{Show(end.User)} {Show(end.Shell)}");
    }

    [Fact]
    public void A_setting_leads_to_the_instruction_that_made_it()
    {
        var file = Markup.ParseOne("FROM x AS a\nWORKDIR {|def:/app|}\nFROM a\nRUN x");
        var before = ScopeIn(file.Text).Steps[0].Before;
        Assert.Equal(file["def"], before.WorkingDirectory.Span);
        Assert.True(before.WorkingDirectory.IsSetHere);
        Assert.False(before.User.IsSetHere);
    }

    [Theory]
    [InlineData("FROM x\nUSER [|${A|]", "unsupported modifier (\uFFFD) in substitution")]
    [InlineData("FROM x\nUSER u\nCOPY a \\\n  # c\n  [|'b|]", "unexpected end of statement while looking for matching single-quote")]
    [InlineData("FROM scratch\nENV A=1 B=\"[|${C:?no C}|]\"", "C: no C")]
    public void What_cannot_be_expanded_has_its_place_in_the_file(string marked, string text)
    {
        var file = Markup.ParseOne(marked);
        var error = Assert.Single(ScopeIn(file.Text).Steps.SelectMany(step => step.Errors));
        Assert.Equal((text, marked), (error.BuildKitText, Markup.Render(file.Text, [error.Span])));
    }

    [Fact]
    public void A_required_variable_that_the_image_may_have_is_no_error() =>
        Assert.Empty(ScopeIn("FROM x\nUSER ${A:?}").Steps.SelectMany(step => step.Errors));

    [Fact]
    public void A_replaced_stage_runs_nothing_and_brings_nothing()
    {
        var model = Model.WithContexts("FROM scratch AS a\nENV A=1\nONBUILD ENV B=1\nFROM a\nUSER $A$B", "a");
        Assert.Equal("A? B?", Show(model.ScopeOf(model.DefaultStage!)));
        Assert.Empty(model.ScopeOf(model.Stages[0]).Steps);
    }

    [Fact]
    public void Every_instruction_of_a_stage_is_found_by_its_place()
    {
        var model = Model.Of("ARG A\nFROM x\n# c\nRUN a\nFROM y\nUSER b");
        var scope = model.ScopeOf(model.Stages[0]);
        Assert.Equal(InstructionKeyword.Run, scope.StepAt(3)?.Parts.Keyword);
        Assert.Null(scope.StepAt(2));
        Assert.Null(scope.StepAt(5));
        Assert.Same(scope, model.ScopeOf(model.Stages[0]));
    }

    [Fact]
    public void A_chain_of_thousands_of_stages_has_a_scope()
    {
        var lines = Enumerable.Range(1, 20_000).Select(i => $"FROM s{i - 1} AS s{i}");
        Assert.Equal("A=1", UsesIn("FROM scratch AS s0\nENV A=1\n" + string.Join('\n', lines) + "\nUSER $A"));
    }

    private static StageScope ScopeIn(string text)
    {
        var model = Model.Of(text);
        return model.ScopeOf(model.DefaultStage!);
    }

    private static string UsesIn(string text) => Show(ScopeIn(text));

    private static string Show(StageScope scope) => string.Join(' ', scope.Steps.SelectMany(step => step.Uses).Select(Show));

    private static string Show(VariableUse use) => use.Name + use switch
    {
        { IsUndefined: true } => "!",
        { IsUpToImage: true } => "?",
        { Value.Text: { } text } => "=" + text,
        { Value.IsSurelySet: true } => "=?",
        _ => "-",
    };

    private static string Show(StageSetting setting) =>
        setting.Value ?? (setting.IsSurelyUnset ? "unset" : setting.IsSetHere ? "?" : "image");
}
