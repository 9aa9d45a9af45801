namespace Dockstage.Core.Syntax;

/// <summary>What the Dockerfile format does not allow.</summary>
public enum SyntaxErrorKind
{
    /// <summary>A directive that was given before. BuildKit: <c>only one escape parser directive can be used</c>.</summary>
    RepeatedDirective,

    /// <summary>
    /// An escape character other than backslash and backtick. BuildKit: <c>invalid escape token 'x' does not match ` or \</c>.
    /// </summary>
    InvalidEscape,

    /// <summary>A heredoc whose closing line never comes. BuildKit: <c>unterminated heredoc</c>.</summary>
    UnterminatedHeredoc,

    /// <summary>A blank line inside a continued instruction. BuildKit only warns yet (rule NoEmptyContinuation).</summary>
    EmptyContinuation,

    /// <summary>A quotation mark without its second in a word that is expanded. BuildKit: <c>… looking for matching double-quote</c>.</summary>
    UnclosedQuote,

    /// <summary><c>${}</c>, <c>${{</c> or <c>${:</c>. BuildKit: <c>syntax error: bad substitution</c>.</summary>
    BadSubstitution,

    /// <summary>A <c>${</c> without its end. BuildKit: <c>syntax error: missing '}'</c>.</summary>
    MissingBrace,

    /// <summary><c>${x/a}</c>. BuildKit: <c>syntax error: missing '/' in ${}</c>.</summary>
    MissingSlash,

    /// <summary>
    /// An operator that BuildKit does not have, at the span; empty where the text ends behind the name. BuildKit:
    /// <c>unsupported modifier (…) in substitution</c>.
    /// </summary>
    UnsupportedModifier,

    /// <summary>A pattern with an escape that means nothing. BuildKit: <c>invalid pattern (…) in substitution: invalid escape</c>.</summary>
    InvalidPattern,

    /// <summary>A word that is no instruction. BuildKit: <c>unknown instruction: RUNN (did you mean RUN?)</c>.</summary>
    UnknownInstruction,

    /// <summary>A flag that the instruction does not have; letter case counts. BuildKit: <c>unknown flag: --form</c>.</summary>
    UnknownFlag,

    /// <summary>A flag without the value that it needs. BuildKit: <c>missing a value on flag: --from</c>.</summary>
    MissingFlagValue,

    /// <summary>BuildKit: <c>expecting boolean value for flag --link, not: yes</c>.</summary>
    InvalidFlagBoolean,

    /// <summary>A flag for the second time that may stand only once. BuildKit: <c>duplicate flag specified: --from</c>.</summary>
    DuplicateFlag,

    /// <summary>
    /// A JSON array with something in it that is no string. BuildKit: <c>when using JSON array syntax, arrays must be comprised of strings
    /// only</c>. Any other mistake in JSON makes the arguments ordinary words.
    /// </summary>
    JsonNotAllStrings,

    /// <summary>Nothing behind the instruction. BuildKit: <c>… requires at least one argument</c>, <c>… exactly one argument</c>.</summary>
    MissingArgument,

    /// <summary>COPY or ADD with one argument or none. BuildKit: <c>… requires at least two arguments</c>.</summary>
    MissingDestination,

    /// <summary>BuildKit: <c>FROM requires either one or three arguments</c>.</summary>
    FromArguments,

    /// <summary>ENV or LABEL with a key alone. BuildKit: <c>ENV must have two arguments</c>.</summary>
    MissingValue,

    /// <summary>BuildKit: <c>Syntax error - can't find = in "b". Must be of the form: name=value</c>.</summary>
    MissingEquals,

    /// <summary>Nothing before the equals sign. BuildKit: <c>ENV names can not be blank</c>.</summary>
    BlankName,

    /// <summary>A HEALTHCHECK that is neither NONE nor CMD. BuildKit: <c>Unknown type "X" in HEALTHCHECK (try CMD)</c>.</summary>
    UnknownCheckKind,

    /// <summary>BuildKit: <c>Missing command after HEALTHCHECK CMD</c>.</summary>
    MissingCheckCommand,

    /// <summary>BuildKit: <c>HEALTHCHECK NONE takes no arguments</c>.</summary>
    ArgumentsOfNone,

    /// <summary>BuildKit: <c>SHELL requires the arguments to be in JSON form</c>.</summary>
    ShellNotJson,

    /// <summary>BuildKit: <c>FROM isn't allowed as an ONBUILD trigger</c>, <c>Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed</c>.</summary>
    TriggerNotAllowed,

    /// <summary>BuildKit: <c>COPY cannot accept a heredoc as a destination</c>.</summary>
    HeredocDestination,

    /// <summary>BuildKit: <c>VOLUME specified can not be an empty string</c>.</summary>
    BlankVolume,

    /// <summary>A mount that is no line of CSV. BuildKit: <c>failed to parse csv mounts</c>.</summary>
    InvalidMountList,

    /// <summary>BuildKit: <c>'from' doesn't support variable expansion, define alias stage instead</c>.</summary>
    VariableInMountFrom,

    /// <summary>An option of a mount without value that needs one. BuildKit: <c>invalid field '' must be a key=value pair</c>.</summary>
    InvalidMountField,

    /// <summary>An option that no mount has. BuildKit: <c>unexpected key 'form' in 'form=a' (did you mean from?)</c>.</summary>
    UnknownMountKey,

    /// <summary>
    /// A line of more than 65535 bytes in UTF-8, line feed not counted. BuildKit: <c>dockerfile line greater than max allowed size of
    /// 65535</c>.
    /// </summary>
    LineTooLong,
}
