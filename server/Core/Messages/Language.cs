namespace Dockstage.Core.Messages;

/// <summary>A language in which the server speaks to people. Quoted tool output stays English in both.</summary>
public enum Language
{
    /// <summary>English, also for every locale that is not known.</summary>
    English,

    /// <summary>Russian.</summary>
    Russian,
}
