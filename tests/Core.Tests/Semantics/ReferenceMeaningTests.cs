namespace Dockstage.Core.Tests.Semantics;

/// <summary>The table of places that name a stage, and the order in which BuildKit looks for a name.</summary>
public sealed class ReferenceMeaningTests
{
    private const string Variable =
        "! variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround";

    private const string MountVariable = "! 'from' doesn't support variable expansion, define alias stage instead";

    [Theory]
    [InlineData("build", "stage 0", "stage 0", "stage 0")]
    [InlineData("BUILD", "! failed to parse stage name \"BUILD\": invalid reference format: repository name (library/BUILD) must be lowercase", "stage 0", "stage 0")]
    [InlineData("0", "image 0", "stage 0", "image 0")]
    [InlineData("00", "image 00", "stage 0", "image 00")]
    [InlineData("+1", "! failed to parse stage name \"+1\": invalid reference format", "stage 1", "! failed to parse stage name \"+1\": invalid reference format")]
    [InlineData("7", "image 7", "! invalid stage index 7", "image 7")]
    [InlineData("-1", "! failed to parse stage name \"-1\": invalid reference format", "! invalid stage index -1", "! failed to parse stage name \"-1\": invalid reference format")]
    [InlineData("2147483648", "image 2147483648", "! invalid stage index 2147483648", "image 2147483648")]
    [InlineData("9223372036854775808", "image 9223372036854775808", "image 9223372036854775808", "image 9223372036854775808")]
    [InlineData("stage-1", "image stage-1", "image stage-1", "image stage-1")]
    [InlineData("$build", "! base name ($build) should not be blank", Variable, MountVariable)]
    [InlineData("${X:-build}", "stage 0", Variable, MountVariable)]
    [InlineData("below", "image below", "stage 3", "stage 3")]
    [InlineData("user", "image user", "stage 2", "stage 2")]
    [InlineData("twice", "stage 1", "stage 4", "stage 4")]
    [InlineData("build:latest", "image build:latest", "image build:latest", "image build:latest")]
    [InlineData("docker.io/library/build", "image docker.io/library/build", "image docker.io/library/build", "image docker.io/library/build")]
    [InlineData("scratch", "scratch", "scratch", "scratch")]
    [InlineData("golang:1.22", "image golang:1.22", "image golang:1.22", "image golang:1.22")]
    public void FROM_COPY_and_mounts_look_for_a_name_each_in_its_own_way(string name, string from, string copy, string mount)
    {
        Assert.Equal(from, MeaningIn($"FROM {name} AS user\n"));
        Assert.Equal(copy, MeaningIn($"FROM x AS user\nCOPY --from={name} a b\n"));
        Assert.Equal(mount, MeaningIn($"FROM x AS user\nRUN --mount=target=/x,from={name} make\n"));

        // Only FROM tells by position: what stands below is an image to it.
        static string MeaningIn(string user) => Model.Show(Model.Of(
            $"FROM x AS Build\nFROM x AS twice\n{user}FROM x AS below\nFROM x AS twice\n").References
            .Where(reference => reference.StageIndex == 2).Last().Meaning);
    }

    [Theory]
    [InlineData("COPY --from= a b", "build context")]
    [InlineData("COPY --from=\"\" a b", "build context")]
    [InlineData("COPY --from=\"a\" a b", "stage 0")]
    [InlineData("COPY --from=\\a a b", "stage 0")]
    [InlineData("COPY --from='\"a\"' a b", Variable)]
    [InlineData("COPY --from=a\\\\b a b", Variable)]
    [InlineData("COPY --from=a\\'b a b", "! failed to process \"a'b\": unexpected end of statement while looking for matching single-quote")]
    [InlineData("COPY --from=${ a b", "! failed to process \"${\": syntax error: missing '}'")]
    [InlineData("COPY --from=a$ a b", "! failed to parse stage name \"a$\": invalid reference format")]
    [InlineData("RUN --mount=from=a$ make", "! failed to parse stage name \"a$\": invalid reference format")]
    [InlineData("RUN --mount=from=$ make", "! failed to parse stage name \"$\": invalid reference format")]
    [InlineData("RUN --mount=from= make", "build context")]
    [InlineData("RUN --mount=type=cache,from= make", "scratch")]
    [InlineData("RUN --mount=type=bind,from=a make", "stage 0")]
    [InlineData("RUN --mount=type=cache,from=a make", "stage 0")]
    [InlineData("RUN --mount=type=tmpfs,from=a make", "stage 0")]
    [InlineData("RUN --mount=type=ssh,from=a make", "stage 0")]
    [InlineData("RUN --mount=type=secret,from=a make", "! secret mount should not have a from")]
    [InlineData("RUN --mount=from=a,type=Secret make", "! secret mount should not have a from")]
    [InlineData("ONBUILD COPY --from=a a b", "in children")]
    [InlineData("ONBUILD COPY --from=$x a b", "in children")]
    public void What_is_written_in_a_stage_stands_for(string line, string meaning) =>
        Assert.Equal(meaning, Model.Show(Model.Of("FROM x AS a\nFROM y\n" + line).References[^1].Meaning));

    [Theory]
    [InlineData("FROM ", "! FROM requires either one or three arguments")]
    [InlineData("FROM $X", "! base name ($X) should not be blank")]
    [InlineData("FROM \"\"", "! base name (\"\") should not be blank")]
    [InlineData("FROM ${X", "! failed to process \"${X\": unsupported modifier (\uFFFD) in substitution")]
    [InlineData("FROM ${X:?}", "! failed to process \"${X:?}\": X: is not allowed to be unset")]
    [InlineData("ARG X=\nFROM ${X:?}", "! failed to process \"${X:?}\": X: is not allowed to be empty")]
    [InlineData("FROM ${X:-a b}", "! failed to process \"${X:-a\": syntax error: missing '}'")]
    [InlineData("FROM '$X'", "! failed to parse stage name \"$X\": invalid reference format: repository name (library/$X) must be lowercase")]
    [InlineData("FROM Scratch", "! failed to parse stage name \"Scratch\": invalid reference format: repository name (library/Scratch) must be lowercase")]
    public void A_base_that_names_nothing_tells_why(string text, string meaning) =>
        Assert.Equal(meaning, Model.Show(Model.Of(text).References.Single().Meaning));

    [Fact]
    public void A_stage_named_scratch_stands_in_for_the_empty_image_everywhere()
    {
        const string Text = "FROM x AS scratch\nFROM scratch\nCOPY --from=scratch a b\nRUN --mount=from=Scratch,target=/x make";
        Assert.All(Model.Of(Text).References.Skip(1), reference => Assert.Equal("stage 0", Model.Show(reference.Meaning)));
    }

    [Fact]
    public void ADD_refers_to_nothing() => Assert.Single(Model.Of("FROM x AS a\nADD --from=a b c").References);

    [Fact]
    public void A_trigger_means_in_each_child_what_COPY_would_mean_there()
    {
        var model = Model.Of(
            """
            FROM x AS base
            ONBUILD COPY --from=below a b
            ONBUILD COPY --from=7 a b
            ONBUILD COPY --from=$x a b
            ONBUILD RUN --mount=type=secret,from=base make
            FROM base AS child
            FROM y AS below
            """);
        Assert.Equal(
            ["stage 2", "! invalid stage index 7", Variable, "! secret mount should not have a from", "stage 0"],
            model.Graph.BindingsOf(model.Stages[1]).Select(binding => Model.Show(binding.Meaning)));
        Assert.Equal("image x", Model.Show(Assert.Single(model.Graph.BindingsOf(model.Stages[0])).Meaning));
    }
}
