namespace Dockstage.Core.Syntax;

/// <summary>
/// The comments that belong to an instruction. BuildKit: those since the instruction above, of which a comment without text cuts off all
/// before it; blank lines do not, whatever its documentation says. Directives are none.
/// </summary>
public static class AttachedComments
{
    /// <summary>The comments above a piece of the file, in file order.</summary>
    /// <param name="syntax">The file.</param>
    /// <param name="place">The place of the instruction in <see cref="DockerfileSyntax.Items"/>.</param>
    public static IEnumerable<Comment> Above(DockerfileSyntax syntax, int place)
    {
        var first = place;
        while (first > 0 && syntax.Items[first - 1] is not Instruction and not Comment { Content: "" })
            first--;
        return syntax.Items.Skip(first).Take(place - first).OfType<Comment>();
    }
}
