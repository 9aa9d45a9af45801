using System.Globalization;

namespace Dockstage.Core.Messages;

/// <summary>One entry of the message table: a sentence in every language, with <c>{0}</c>, <c>{1}</c> for its arguments.</summary>
/// <param name="English">The English text.</param>
/// <param name="Russian">The Russian text, with the same arguments.</param>
public sealed record Message(string English, string Russian)
{
    private static readonly Message Quotation = new("{0}", "{0}");

    /// <summary>A text of another tool, which stays as it is in every language.</summary>
    public static LocalizedText Quote(string text) => Quotation.With(text);

    /// <summary>The sentence in one language.</summary>
    public string In(Language language, params string[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, language == Language.Russian ? Russian : English, arguments);

    /// <summary>The sentence with its arguments, in a language yet to be chosen.</summary>
    public LocalizedText With(params string[] arguments) => new(this, arguments);
}
