using Dockstage.Core.Rules;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// A way to put right what rules find. One fix is one file, named after what it does, and one line in <see cref="FixTable"/>. It offers
/// nothing where it is not sure that the file afterwards says what was meant.
/// </summary>
public interface IFix
{
    /// <summary>Whether it is for the findings of a rule at all.</summary>
    bool IsFor(IRule rule);

    /// <summary>What can be done about one finding, best first; nothing when this fix cannot help there.</summary>
    IEnumerable<CodeFix> Offer(FixRequest request);
}
