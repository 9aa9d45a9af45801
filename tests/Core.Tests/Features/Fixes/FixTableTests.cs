using System.Runtime.CompilerServices;
using Dockstage.Core.Features.Fixes;

namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class FixTableTests
{
    public static TheoryData<string> Names => [.. FixTable.All.Select(fix => fix.GetType().Name)];

    [Fact]
    public void Every_fix_is_in_the_list_once() => Assert.Equal(
        typeof(IFix).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(IFix).IsAssignableFrom(type)).Select(type => type.Name).Order(),
        FixTable.All.Select(fix => fix.GetType().Name).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_fix_has_tests(string name) => Assert.True(File.Exists(Path.Combine(Folder(), name + "Tests.cs")), $"{name}Tests.cs is missing");

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
