using Dockstage.Core.Messages;

namespace Dockstage.Cli;

/// <summary>What the executable says to people. Usage errors and headings of the help are System.CommandLine's own and stay English.</summary>
internal static class CliMessages
{
    /// <summary>What the program is.</summary>
    public static Message Program { get; } = new(
        "Understands the stages of multi-stage Dockerfiles and the files that name them.",
        "Понимает стадии многостадийных Dockerfile и файлы, которые на них ссылаются.");

    /// <summary><c>--locale</c>.</summary>
    public static Message Locale { get; } = new("Language of messages: en or ru.", "Язык сообщений: en или ru.");

    /// <summary><c>lsp</c>.</summary>
    public static Message Lsp { get; } = new("Run the language server.", "Запустить языковой сервер.");

    /// <summary><c>lsp --stdio</c>.</summary>
    public static Message Stdio { get; } = new(
        "Speak the protocol over standard input and output; there is no other way.",
        "Обмен по протоколу через стандартные ввод и вывод; другого способа нет.");

    /// <summary><c>lsp</c> without <c>--stdio</c>.</summary>
    public static Message StdioMissing { get; } = new("lsp: --stdio is missing.", "lsp: не указан --stdio.");

    /// <summary><c>syntax</c>.</summary>
    public static Message Syntax { get; } = new(
        "Print the syntax tree of a Dockerfile: kind, place and text of each node. For debugging.",
        "Напечатать синтаксическое дерево Dockerfile: вид, место и текст каждого узла. Для отладки.");

    /// <summary><c>syntax DOCKERFILE</c>.</summary>
    public static Message Dockerfile { get; } = new("The Dockerfile.", "Путь к файлу Dockerfile.");

    /// <summary>{0} the file.</summary>
    public static Message NoSuchFile { get; } = new("{0}: no such file.", "{0}: нет такого файла.");

    /// <summary>Last line of a usage error.</summary>
    public static Message TryHelp { get; } = new("Try 'dockstage --help'.", "Справка: dockstage --help.");
}
