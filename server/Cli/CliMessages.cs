using Dockstage.Core.Messages;
using Dockstage.Core.Rules;

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

    /// <summary><c>check</c>.</summary>
    public static Message Check { get; } = new(
        "Check Dockerfiles, compose files and .dockstage.json files. Exit code 0: nothing found, 1: findings, 2: something could not be read.",
        "Проверить файлы Dockerfile, compose и .dockstage.json. Код выхода 0: ничего не найдено, 1: есть замечания, 2: что-то не прочитано.");

    /// <summary><c>check PATHS</c>.</summary>
    public static Message Paths { get; } = new(
        "Files and folders; without any, the current folder. Folders are searched by file names; a file named here is read whatever its name.",
        "Файлы и папки; если не указаны, текущая папка. В папках файлы ищутся по именам; указанный файл читается при любом имени.");

    /// <summary>An option that does not exist. {0} the option.</summary>
    public static Message UnknownOption { get; } = new(
        "{0} is no option of this command. A file of that name is written ./{0}.",
        "{0} не является параметром этой команды. Файл с таким именем пишется ./{0}.");

    /// <summary><c>check --format</c>.</summary>
    public static Message Format { get; } = new(
        "How findings are written: for people, as JSON, as SARIF 2.1.0, or as annotations of GitHub Actions.",
        "Вид вывода: для людей, JSON, SARIF 2.1.0 или аннотации GitHub Actions.");

    /// <summary><c>check --severity</c>.</summary>
    public static Message Severity { get; } = new(
        "The least grave findings to show. Hints never change the exit code.",
        "Наименьшая показываемая важность. Подсказки (hint) не влияют на код выхода.");

    /// <summary><c>check</c>, when the folders hold nothing of our kinds.</summary>
    public static Message NothingToCheck { get; } = new(
        "no Dockerfile, compose file or .dockstage.json was found.",
        "не найдено ни одного Dockerfile, compose или .dockstage.json.");

    /// <summary>Summary: no findings.</summary>
    public static Message NothingFound { get; } = new("Nothing found.", "Замечаний нет.");

    /// <summary>Summary. {0} how many.</summary>
    public static Message FilesChecked { get; } = new("Files checked: {0}.", "Проверено файлов: {0}.");

    /// <summary>Summary: how many findings of one severity. {0} how many.</summary>
    public static Message CountOf(Severity severity) => severity switch
    {
        Core.Rules.Severity.Error => new("errors: {0}", "ошибок: {0}"),
        Core.Rules.Severity.Warning => new("warnings: {0}", "предупреждений: {0}"),
        Core.Rules.Severity.Info => new("information: {0}", "сведений: {0}"),
        _ => new("hints: {0}", "подсказок: {0}"),
    };
}
