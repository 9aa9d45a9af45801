using CsCheck;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Parsing;

/// <summary>What holds for every text, however broken.</summary>
public sealed class EveryTextTests
{
    private static readonly string[] Words =
    [
        "FROM", "COPY", "RUN", "ARG", "ONBUILD", "LABEL", "ADD", "AS", "alpine", "build", "scratch", "0",
        "ENV", "CMD", "SHELL", "VOLUME", "EXPOSE", "HEALTHCHECK", "NONE", "WORKDIR", "USER", "a=b", "--link", "--chown=", "true", "1e9", "{", "A=",
        "--from=", "--platform=", "--mount=", "from=", "type=bind", "--", "-", "=", ",", "<<", "<<-", "EOF", "<<EOF",
        "'", "\"", "\\", "`", "$", "${", "}", ":-", "#", "/", "//", "%", "*", "?", "[", "]", "[\"a\"]",
        "# escape=`", "# syntax=x", "#!", "\n", "\n", "\n", "\r\n", "\r", "\t", " ", " ", " ", "\u00A0", "\uFEFF", "😀", "\uD800", "\0", "é",
    ];

    /// <summary>Characters that open, close, escape or end something. Their number shares no factor with usual widths of lines.</summary>
    private static readonly string[] Nasty =
        ["\"", "'", "\\", "`", "$", "{", "}", "<", "=", "#", "-", "[", "]", ",", " ", "\n", "\r", "\t", "\u00A0", "\uFEFF", "😀", "\uD83D", "\0"];

    public static TheoryData<string> Fixtures => DockerfileFixtures.Names;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Fixtures_hold_what_every_text_holds(string name)
    {
        var model = Check(DockerfileFixtures.Read(name));
        foreach (var stage in model.Stages)
            CheckPlan(model, model.PlanFor(stage));
        CheckReplaced(model);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Every_prefix_of_a_fixture_holds_it_too(string name)
    {
        var text = DockerfileFixtures.Read(name);
        for (var length = 0; length < text.Length; length++)
            Check(text[..length]);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Every_fixture_with_one_character_missing_holds_it_too(string name)
    {
        var text = DockerfileFixtures.Read(name);
        for (var i = 0; i < text.Length; i++)
            Check(text.Remove(i, 1));
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Every_fixture_with_one_nasty_character_more_holds_it_too(string name)
    {
        var text = DockerfileFixtures.Read(name);
        for (var i = 0; i <= text.Length; i++)
            Check(text.Insert(i, Nasty[i % Nasty.Length]));
    }

    [Fact]
    public void Texts_of_random_words_hold_it_too() =>
        Gen.Int[0, Words.Length - 1].Array[0, 40].Select(at => string.Concat(at.Select(i => Words[i]))).Sample(text => { _ = Check(text); }, iter: 5_000);

    private static DockerfileModel Check(string text)
    {
        var model = DockerfileModel.Parse(SourceText.From(text));
        var syntax = model.Syntax;
        Assert.Equal(text, syntax.ToString());
        for (var i = 0; i < syntax.Items.Length; i++)
        {
            Assert.NotEmpty(syntax.Items[i].Text);
            if (syntax.Items[i] is Instruction instruction)
                CheckInstruction(instruction);
        }

        var whole = new TextSpan(0, text.Length);
        Assert.All(syntax.Errors, error => AssertInside(whole, error.Span));
        Assert.Equal(syntax.Errors.OrderBy(error => error.Span.Start), syntax.Errors);
        CheckStages(model, whole);
        CheckReferences(model, whole);
        foreach (var stage in model.Stages)
            CheckScope(model, model.ScopeOf(stage), whole);
        if (!model.Stages.IsEmpty)
            CheckPlan(model, model.PlanFor(model.Stages[^1]));
        return model;
    }

    private static void CheckInstruction(Instruction instruction)
    {
        var whole = new TextSpan(0, instruction.Text.Length);
        AssertInside(whole, instruction.LineSpan);
        AssertInside(instruction.LineSpan, instruction.KeywordSpan);
        AssertInOrder(instruction.LineSpan, instruction.Gaps);
        AssertInOrder(instruction.LineSpan, instruction.Heredocs.Select(h => h.OpenerSpan));
        AssertInOrder(
            TextSpan.Between(instruction.LineSpan.End, whole.End),
            instruction.Heredocs.Where(h => h.BodySpan is not null).SelectMany(h => new[] { h.BodySpan!.Value, h.CloserSpan!.Value }));
        Assert.Equal(instruction.Keyword, instruction.Parts.Keyword);
        Assert.True(instruction.MayHaveFlags || instruction.Parts.Flags.IsEmpty);
        CheckParts(instruction.LineSpan, instruction.Parts);
        CheckContent(instruction.LineSpan, whole, instruction.Parts);
    }

    private static void CheckParts(TextSpan line, InstructionParts parts)
    {
        AssertInOrder(line, [parts.KeywordText.Span, .. parts.Flags.Select(f => f.Span), parts.Arguments.Span]);
        foreach (var flag in parts.Flags)
        {
            AssertInOrder(flag.Span, flag.Value is null ? [flag.Name.Span] : [flag.Name.Span, flag.Value.Span]);
            AssertInOrder(flag.Value?.Span ?? flag.Span, flag.Options.Select(o => o.Key.Span));
            Assert.All(flag.Options, option => AssertInside(flag.Span, option.Value?.Span ?? option.Key.Span));
        }

        AssertInOrder(parts.Arguments.Span, parts.Words.Select(word => word.Span));
        if (parts.From is { } from)
        {
            AssertInside(line, from.BaseReach ?? line);
            AssertInOrder(line, new[] { from.Base.Span, from.AsSpan, from.Name?.Span }.OfType<TextSpan>());
        }

        if (parts.Trigger is { } trigger)
            CheckParts(parts.Arguments.Span, trigger);
    }

    /// <param name="line">The instruction without heredoc bodies.</param>
    /// <param name="whole">The instruction.</param>
    /// <param name="parts">Its parts or those of its trigger.</param>
    private static void CheckContent(TextSpan line, TextSpan whole, InstructionParts parts)
    {
        var content = parts.Content;
        var arguments = parts.Arguments.Span;
        AssertInOrder(
            arguments,
            new[] { content.CheckKind?.Span }.OfType<TextSpan>().Concat(content.Arguments.Select(argument => argument.Span)));
        Assert.All(content.Arguments, argument => AssertInside(argument.Span, argument.Value.Span));
        Assert.Equal(content.Sources.Concat(new[] { content.Destination }.OfType<Argument>()), content.Sources.IsEmpty ? [] : content.Arguments);
        AssertInOrder(arguments, content.Assignments.Select(assignment => assignment.Span));
        foreach (var assignment in content.Assignments)
            AssertInOrder(assignment.Span, assignment.Value is null ? [assignment.Key.Span] : [assignment.Key.Span, assignment.Value.Span]);
        AssertInOrder(whole, content.Variables.Select(variable => variable.Span));
        foreach (var variable in content.Variables)
            CheckVariable(variable);
        Assert.All(content.Errors, error => AssertInside(line, error.Span));
        Assert.All(content.LateErrors, error => AssertInside(whole, error.Span));
        if (parts.Trigger is { } trigger)
            CheckContent(arguments, whole, trigger);
    }

    private static void CheckVariable(VariableReference variable)
    {
        AssertInOrder(variable.Span, new[] { variable.Name.Span, variable.Word?.Span, variable.Replacement?.Span }.OfType<TextSpan>());
        Assert.Equal(variable.Operator is VariableOperator.None, variable.Operator is not VariableOperator.Unknown && variable.Word is null);
        var behindName = TextSpan.Between(variable.Name.Span.End, variable.Span.End);
        AssertInOrder(behindName, variable.Nested.Select(nested => nested.Span));
        foreach (var nested in variable.Nested)
            CheckVariable(nested);
    }

    private static void CheckStages(DockerfileModel model, TextSpan whole)
    {
        AssertInOrder(whole, model.Stages.Select(stage => stage.Span));
        foreach (var stage in model.Stages)
        {
            Assert.Same(stage, model.Stages[stage.Index]);
            AssertInside(stage.Span, stage.FromSpan);
            AssertInside(stage.BaseText.Length == 0 ? stage.Span : stage.FromSpan, stage.BaseSpan);
            AssertInside(stage.FromSpan, stage.NameSpan ?? stage.FromSpan);
            Assert.True(stage.NameSpan is not null || stage.Name is null);
            Assert.True(model.AncestryOf(stage).Length <= stage.Index + 1);
        }
    }

    private static void CheckReferences(DockerfileModel model, TextSpan whole)
    {
        AssertInOrder(whole, model.References.Select(reference => reference.Reach));
        Assert.Equal(model.Graph.Circle is null, model.Graph.CycleEdges.IsEmpty);
        foreach (var reference in model.References)
        {
            AssertInside(reference.Reach, reference.Span);
            Assert.True(reference.Meaning is not ReferenceMeaning.OfNothing(var problem) || problem.BuildKitText.Length > 0);
            AssertInside(model.Stages[reference.StageIndex].Span, reference.Span);
        }

        for (var offset = 0; offset <= whole.End; offset += 7)
        {
            Assert.Equal(model.References.LastOrDefault(reference => reference.Reach.Touches(offset)), model.ReferenceAt(offset));
            Assert.True(model.DeclarationAt(offset)?.NameSpan?.Touches(offset) ?? true);
        }
    }

    private static void CheckPlan(DockerfileModel model, BuildPlan plan)
    {
        var runs = plan.Runs.Select(step => step.Stage.Index).ToList();
        Assert.Contains(plan.Target.Index, runs);
        Assert.Equal(Enumerable.Range(0, model.Stages.Length), runs.Concat(plan.Skips.Select(stage => stage.Index)).Order());
        Assert.All(plan.Runs, step => Assert.NotEmpty(step.Reasons));
        if (!plan.Refusals.IsEmpty)
            return;

        // Each stage stands behind all that it needs.
        Assert.Equal(runs.Order(), runs);
        Assert.Null(model.Graph.Circle);
        Assert.Empty(model.Graph.CycleEdges);
        Assert.All(
            model.Graph.Edges.Where(edge => runs.Contains(edge.User.Index)),
            edge => Assert.True(edge.IsInOrder && runs.Contains(edge.Needed.Index)));
    }

    private static void CheckScope(DockerfileModel model, StageScope scope, TextSpan whole)
    {
        Assert.Equal(
            model.Syntax.Items.Skip(model.Syntax.Froms[scope.Stage.Index] + 1).TakeWhile(item => item is not Instruction { Keyword: InstructionKeyword.From })
                .Count(item => item is Instruction),
            scope.Steps.Count(step => !step.IsTriggered));
        var before = scope.Start;
        foreach (var step in scope.Steps)
        {
            Assert.Same(before, step.Before);
            before = step.After;
            var piece = new TextSpan(step.Offset, model.Syntax.Items[step.Place].Text.Length);
            Assert.All(step.Errors, error => AssertInside(piece, error.Span));
            AssertInStart(piece, step.Uses.Select(use => use.Span));
            Assert.All(step.Uses, use => Assert.False(use.IsUndefined && use.IsUpToImage));
        }

        Assert.All(scope.End.Variables, pair =>
        {
            Assert.Equal(pair.Key, pair.Value.Name);
            AssertInside(whole, pair.Value.NameSpan);
            AssertInside(whole, pair.Value.GlobalSpan ?? whole);
        });
    }

    /// <summary>A build with contexts named like all stages runs the target alone.</summary>
    private static void CheckReplaced(DockerfileModel model)
    {
        var inputs = new BuildInputs { Contexts = NamedContexts.Of(model.Stages.Select(stage => stage.Name).OfType<string>()) };
        var replaced = model.For(inputs);
        foreach (var stage in replaced.Stages.Where(stage => stage.ReplacedBy is not null))
        {
            Assert.Equal(stage.Name, stage.ReplacedBy);
            Assert.Equal([stage.Index], replaced.PlanFor(stage).Runs.Select(step => step.Stage.Index));
            Assert.Empty(replaced.ScopeOf(stage).Steps);
        }
    }

    private static void AssertInStart(TextSpan outer, IEnumerable<TextSpan> spans)
    {
        var from = outer.Start;
        foreach (var span in spans)
        {
            AssertInside(outer, span);
            Assert.True(span.Start >= from, $"{span} begins before {from}");
            from = span.Start;
        }
    }

    private static void AssertInside(TextSpan outer, TextSpan inner) =>
        Assert.True(inner.Length >= 0 && outer.Contains(inner), $"{inner} is not inside {outer}");

    private static void AssertInOrder(TextSpan outer, IEnumerable<TextSpan> spans)
    {
        var from = outer.Start;
        foreach (var span in spans)
        {
            AssertInside(outer, span);
            Assert.True(span.Start >= from, $"{span} begins before {from}");
            from = span.End;
        }
    }
}
