using Dockstage.Core.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Semantics;

/// <summary>Marks: <c>[|…|]</c> is a reference's span, <c>{|reach:…|}</c> its reach.</summary>
public sealed class HalfWrittenReferenceTests
{
    [Theory]
    [InlineData("FROM {|reach:[||]|}")]
    [InlineData("FROM {|reach:[||]  |}")]
    [InlineData("  FROM {|reach:[||] |}")]
    [InlineData("from\t{|reach:[||]|}")]
    [InlineData("FROM {|reach: [|al|]|}")]
    [InlineData("FROM --platform=x {|reach:[||]|}")]
    [InlineData("FROM --platform=x {|reach:[||] |}")]
    [InlineData("FROM --platform=x {|reach: [|b|]|} AS c")]
    [InlineData("FROM --platform=x {|reach:\\\n  [|b|]|} AS c")]
    [InlineData("FROM {|reach:[|b|]|} AS ")]
    [InlineData("FROM {|reach:[||]|} AS c")]
    [InlineData("FROM {|reach:[||] |} AS c")]
    [InlineData("FROM {|reach:\"[|b|]\"|} AS c")]
    [InlineData("FROM {|reach:[|b|]|} # no comment")]
    [InlineData("FROM -- {|reach:[|b|]|}")]
    [InlineData("FROM {|reach:[||] |}\nRUN x")]
    [InlineData("FROM {|reach:[||] |}\\\n")]
    [InlineData("FROM {|reach:\\\n  [|b|]|}")]
    public void A_FROM_may_be_begun_anywhere_behind_the_keyword_and_its_flags(string marked)
    {
        Check(marked);
    }

    [Theory]
    [InlineData("FROM")]
    [InlineData("FROM\n")]
    [InlineData("FROM\nRUN x")]
    [InlineData("FROM --platform=x")]
    [InlineData("FROM AS c")]
    [InlineData("# FROM ")]
    public void There_is_no_reference_where_no_blank_separates_it_from_the_word_before(string text)
    {
        var model = DockerfileModel.Parse(SourceText.From(text));
        Assert.Empty(model.References.Where(r => r.Span.IsEmpty));
    }

    [Theory]
    [InlineData("COPY --from={|reach:[||]|}")]
    [InlineData("COPY --from={|reach:[|bu|]|}")]
    [InlineData("COPY --from={|reach:[||]|} . .")]
    [InlineData("copy --from={|reach:[|bu|]|} /x /y")]
    [InlineData("COPY --link --from={|reach:[|bu|]|} --chown=1 /x /y")]
    [InlineData("COPY --chown=1 \\\n  --from={|reach:[|bu|]|} \\\n /x /y")]
    [InlineData("COPY --chown=1 \\\n# comment\n\n  --from={|reach:[|bu|]|} /x")]
    [InlineData("COPY --from=\"{|reach:[|bu|]|}\" /x")]
    [InlineData("COPY --from=\"{|reach:[||]|}\" /x")]
    [InlineData("COPY --from=\"{|reach:[||]|}")]
    [InlineData("COPY --from='{|reach:[|bu|]|}' /x")]
    [InlineData("COPY \\\n--from={|reach:[|bu|]|} /x")]
    [InlineData("CO\\\nPY --from={|reach:[|bu|]|} /x")]
    [InlineData("COPY --from={|reach:[|b\\\nu|]|} /x")]
    [InlineData("COPY --from={|reach:[||]|}\\\n /x /y")]
    [InlineData("COPY --from=\"{|reach:[||]|}\\\n\" /x /y")]
    [InlineData("COPY --from=\"{|reach:[||]|}\\")]
    [InlineData("COPY --from=\\\n{|reach:[|b|]|} /x")]
    [InlineData("RUN --mount=from={|reach:[||]|}\\\n,target=/x make")]
    [InlineData("COPY --fr\\\nom={|reach:[|bu|]|} /x")]
    [InlineData("COPY --from={|reach:[|bu|]|} [\"/x\", \"/y\"]")]
    [InlineData("COPY --label=😀 --from={|reach:[|bu|]|} /😀 /y")]
    [InlineData("RUN --mount=type=bind,from={|reach:[||]|}")]
    [InlineData("RUN --mount=from={|reach:[||]|},target=/x")]
    [InlineData("RUN --mount=from={|reach:[|bu|]|},target=/x make")]
    [InlineData("RUN --mount=type=bind,FROM={|reach:[|bu|]|} make")]
    [InlineData("RUN --mount='type=bind,\"from={|reach:[|bu|]|}\",ro' make")]
    [InlineData("RUN --mount=\"type=bind,from={|reach:[|bu|]|}\" make")]
    [InlineData("RUN --mount=type=cache,target=/c --mount=from={|reach:[|a|]|} --network=none --mount=from={|reach:[||]|}")]
    [InlineData("RUN --mount=type=bind,\\\nfrom={|reach:[|bu|]|},target=/x make")]
    [InlineData("ONBUILD COPY --from={|reach:[||]|}")]
    [InlineData("ONBUILD COPY --from={|reach:[|bu|]|} a b")]
    [InlineData("ONBUILD RUN --mount=from={|reach:[||]|}")]
    [InlineData("onbuild\tcopy\t--from={|reach:[|bu|]|}")]
    public void A_name_may_be_begun_right_behind_the_equals_sign(string marked)
    {
        Check("FROM {|reach:[|alpine|]|}\n" + marked);
        Check("FROM {|reach:[|alpine|]|}\n" + marked + "\n");
    }

    [Theory]
    [InlineData("# COPY --from=bu")]
    [InlineData("COPY . --from=bu")]
    [InlineData("COPY -- --from=bu")]
    [InlineData("COPY -from=bu . .")]
    [InlineData("COPY --FROM=bu . .")]
    [InlineData("COPY --from bu . .")]
    [InlineData("COPY \"--from=bu\" . .")]
    [InlineData("ADD --from=bu . .")]
    [InlineData("RUN --from=bu . .")]
    [InlineData("RUN make --mount=from=bu")]
    [InlineData("RUN --mount=target=/from")]
    [InlineData("RUN --mount=from")]
    [InlineData("RUN --mount=target=/x, from=bu make")]
    [InlineData("ONBUILD")]
    [InlineData("ONBUILD ONBUILD COPY --from=bu . .")]
    [InlineData("ONBUILD ADD --from=bu . .")]
    [InlineData("RUN <<EOF\nCOPY --from=bu . .\nFROM \nEOF")]
    [InlineData("RUN a \\\n# COPY --from=bu\n b")]
    public void Nothing_else_is_a_reference(string text)
    {
        Check("FROM {|reach:[|alpine|]|}\n" + text);
    }

    [Fact]
    public void What_stands_above_the_first_FROM_belongs_to_no_stage_and_is_no_reference()
    {
        Check("COPY --from=x . .\nFROM {|reach:[|alpine|]|}");
    }

    private static void Check(string marked)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            foreach (var mark in new[] { "", "\uFEFF" })
            {
                var file = Markup.ParseOne(mark + marked, lineEnd: lineEnd);
                var model = DockerfileModel.Parse(SourceText.From(file.Text));
                Assert.Equal(Markup.Render(file.Text, file.Spans), Markup.Render(file.Text, model.References.Select(r => r.Span)));
                Assert.Equal(
                    Markup.Render(file.Text, file.SpansNamed("reach")), Markup.Render(file.Text, model.References.Select(r => r.Reach)));
                Assert.All(model.References, reference =>
                {
                    Assert.True(reference.Reach.Contains(reference.Span));
                    Assert.Equal(reference, model.ReferenceAt(reference.Span.Start));
                    Assert.Equal(reference, model.ReferenceAt(reference.Reach.Start));
                    Assert.Equal(reference, model.ReferenceAt(reference.Reach.End));
                });
            }
        }
    }
}
